"""Lines of machine readable zones as photographs show them, with their text.

Everything is drawn: the text follows the grammar of ICAO Doc 9303 with invented letters (no list of names, so that the
recognizer learns shapes and not words), the print is OCR-B with the wear of real printers, and the photograph has a
known size, tilt, light, blur, noise and compression. No picture of a real document takes part.
"""

import pathlib
import random
import string
import sys

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from scene import DRAWN, light, paper, shake

ALPHABET = "<" + string.digits + string.ascii_uppercase
HEIGHT = 32
"""Height of a strip in pixels."""
CAPITAL = 17.0
"""Height of a capital in a strip in pixels, about."""
WIDTH = 432
"""Width of a strip of training in pixels: about twenty characters."""

FACES = [
    ("/usr/share/fonts/opentype/ocr-b/OCRB.otf", 0.62),
    ("/usr/share/fonts/opentype/ocr-b/OCRBS.otf", 0.22),
    ("/usr/share/fonts/truetype/liberation/LiberationMono-Regular.ttf", 0.05),
    ("/usr/share/fonts/truetype/liberation/LiberationMono-Bold.ttf", 0.05),
    ("/usr/share/fonts/opentype/urw-base35/NimbusMonoPS-Bold.otf", 0.03),
    ("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf", 0.03),
]


def _word(rng, short=2, long=11):
    return "".join(rng.choice(string.ascii_uppercase) for _ in range(rng.randint(short, long)))


def _digits(rng, count):
    return "".join(rng.choice(string.digits) for _ in range(count))


def _mixed(rng, count, letters=0.25):
    return "".join(
        rng.choice(string.ascii_uppercase) if rng.random() < letters else rng.choice(string.digits) for _ in range(count)
    )


def _name(rng, count):
    surname = "<".join(_word(rng) for _ in range(rng.choice([1, 1, 1, 2, 3])))
    given = "<".join(_word(rng) for _ in range(rng.choice([0, 1, 1, 2, 2, 3])))
    return f"{surname}<<{given}"[:count].ljust(count, "<")


def _state(rng):
    return rng.choice([_word(rng, 3, 3), "D<<", "USA", "MEX", "IND", "CHN", "GBR"])


def text(rng):
    """One line of a zone, or a row of characters without any order."""
    kind = rng.random()
    if kind < 0.26:
        return rng.choice(["P<", "PP", "P" + rng.choice(string.ascii_uppercase), "V<", "I<"]) + _state(rng) + _name(rng, 39)
    if kind < 0.52:
        number = _mixed(rng, rng.randint(6, 9)).ljust(9, "<")
        optional = rng.choice(["", "", _digits(rng, 8), _mixed(rng, 14)]).ljust(14, "<")
        born, until = _digits(rng, 7), _digits(rng, 7)
        return number + _digits(rng, 1) + _state(rng) + born + rng.choice("MF<") + until + optional + _digits(rng, 2)
    if kind < 0.66:
        number = _mixed(rng, rng.randint(6, 9)).ljust(9, "<") + _digits(rng, 1)
        optional = rng.choice(["", _digits(rng, 11), _mixed(rng, 15)]).ljust(15, "<")[:15]
        return rng.choice(["I<", "ID", "C1", "AC", "IR"]) + _state(rng) + number + optional
    if kind < 0.78:
        optional = rng.choice(["", _mixed(rng, 11)]).ljust(11, "<")
        return _digits(rng, 7) + rng.choice("MF<") + _digits(rng, 7) + _state(rng) + optional + _digits(rng, 1)
    if kind < 0.88:
        return _name(rng, rng.choice([30, 36]))
    return "".join(rng.choice(ALPHABET) for _ in range(rng.randint(20, 40)))


_FONTS = {}


def _font(path):
    if path not in _FONTS:
        probe = ImageFont.truetype(path, 200)
        box = probe.getbbox("H")
        size = round(200 * DRAWN / (box[3] - box[1]))
        _FONTS[path] = (ImageFont.truetype(path, size), probe.getbbox("H"), size / 200)
    return _FONTS[path]


def _print(rng, content, above, below):
    """Black print on white: the line, and what stands over and under it. Gives ink 0 to 1 and the middle of the line."""
    path = rng.choices([f for f, _ in FACES], [w for _, w in FACES])[0]
    font, box, scale = _font(path)
    pitch = DRAWN * rng.uniform(0.98, 1.16)
    gap = DRAWN * rng.uniform(1.9, 2.7)
    margin = int(DRAWN * 1.1)
    rows = int(2 * gap + 2 * margin)
    columns = int(pitch * (len(content) + 6))
    page = Image.new("L", (columns, rows), 0)
    draw = ImageDraw.Draw(page)
    middle = rows / 2
    top = box[1] * scale
    for line, offset in ((content, 0.0), (above, -gap), (below, gap)):
        baseline = middle + offset - DRAWN / 2 - top
        for at, letter in enumerate(line):
            x = (3 + at) * pitch + (pitch - font.getlength(letter)) / 2 + rng.gauss(0, 0.012 * DRAWN)
            draw.text((x, baseline + rng.gauss(0, 0.012 * DRAWN)), letter, fill=255, font=font)
    ink = np.asarray(page, np.float32) / 255
    wear = rng.random()
    if wear < 0.25:
        ink = cv2.dilate(ink, np.ones((3, rng.choice([2, 3])), np.uint8))
    elif wear < 0.45:
        ink = np.clip(1.3 * cv2.erode(ink, np.ones((2, 2), np.uint8)), 0, 1)
    if rng.random() < 0.25:
        holes = np.random.default_rng(rng.getrandbits(32)).random((rows // 3 + 1, columns // 3 + 1), np.float32)
        holes = cv2.resize(holes, (columns, rows), interpolation=cv2.INTER_LINEAR)
        ink = ink * (holes > rng.uniform(0.08, 0.3))
    return ink, middle, pitch


def strip(rng):
    """One strip as the recognizer will get it: HEIGHT x WIDTH gray levels 0 to 255, and the text in it."""
    noise = np.random.default_rng(rng.getrandbits(32))
    whole = text(rng)
    count = min(len(whole), rng.randint(16, 21))
    start = rng.choice([0, len(whole) - count, rng.randint(0, len(whole) - count)])
    content = whole[start : start + count]
    neighbors = [text(rng)[:count] if rng.random() < 0.75 else "" for _ in range(2)]
    ink, middle, pitch = _print(rng, content, *neighbors)
    rows, columns = ink.shape
    depth = rng.uniform(0.45, 0.97)
    sheet = paper(rng, noise, rows, columns) * rng.uniform(0.5, 1.0)
    even, glare = light(rng, columns, rows)
    scene = sheet * (1 - depth * ink) * even
    scene = scene * (1 - glare) + glare

    # the photograph: so many pixels for the height of a capital, seen at an angle
    seen = 6.2 * (34 / 6.2) ** rng.random() if rng.random() < 0.9 else rng.uniform(6.0, 9.0)
    scale = seen / DRAWN
    tilt, lean = np.radians(rng.gauss(0, 0.8)), rng.gauss(0, 0.06)
    squeeze = rng.uniform(0.9, 1.12)
    taper = rng.gauss(0, 0.03)
    middle_x = columns / 2
    turn = np.array([[np.cos(tilt), -np.sin(tilt)], [np.sin(tilt), np.cos(tilt)]]) @ np.array([[squeeze, lean], [0, 1]])

    def seen_at(x, y):
        p = turn @ np.array([x - middle_x, y - middle])
        grow = 1 + taper * (x - middle_x) / max(columns, 1)
        return p * grow * scale

    out_w, out_h = int(columns * scale * 1.16) + 4, int(rows * scale * 1.1) + 4
    center = np.array([out_w / 2, out_h / 2])
    corners = np.float32([[0, 0], [columns, 0], [columns, rows], [0, rows]])
    target = np.float32([seen_at(*c) + center for c in corners])
    warp = cv2.getPerspectiveTransform(corners, target)
    before = max(0.0, 0.42 / scale * 0.8)
    soft = cv2.GaussianBlur(scene, (0, 0), before) if before > 0.5 else scene
    photo = cv2.warpPerspective(soft, warp, (out_w, out_h), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    lens = seen * (0.0 if rng.random() < 0.3 else rng.uniform(0.0, 0.115))
    if lens > 0.25:
        photo = cv2.GaussianBlur(photo, (0, 0), lens)
    if rng.random() < 0.15:
        photo = shake(photo, rng, seen * rng.uniform(0.08, 0.26))
    exposure = rng.uniform(0.55, 1.05) if rng.random() < 0.8 else rng.uniform(0.12, 0.5)
    photo = photo * exposure * 255
    photo += noise.normal(0, rng.uniform(0.3, 9.0 if seen > 12 else 5.0), photo.shape)
    photo = np.clip(photo, 0, 255).astype(np.uint8)
    if rng.random() < 0.75:
        _, packed = cv2.imencode(".jpg", photo, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(28, 96)])
        photo = cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE)
    if rng.random() < 0.15:
        photo = cv2.detailEnhance(cv2.cvtColor(photo, cv2.COLOR_GRAY2BGR), 5, 0.1)[:, :, 0] if rng.random() < 0.2 else (
            np.clip(1.6 * photo - 0.6 * cv2.GaussianBlur(photo, (0, 0), 1.2).astype(np.float32), 0, 255).astype(np.uint8)
        )

    # the strip: cut where a detector would cut it, not quite exactly
    size = CAPITAL * rng.uniform(0.8, 1.22) / seen
    wide = min(size * rng.uniform(0.93, 1.07), (WIDTH - 6) / (len(content) * pitch * scale * squeeze * 1.02))
    left = seen_at((3 - rng.uniform(0.0, 1.6)) * pitch, middle)[0] + center[0]
    if rng.random() < 0.5:
        spare = WIDTH - len(content) * pitch * scale * squeeze * wide
        left -= rng.uniform(0, max(spare, 0)) / wide * 0.9
    top = center[1] - (HEIGHT / 2 + rng.gauss(0, 1.7)) / size
    cut = np.float32([[wide, 0, -left * wide], [0, size, -top * size]])
    how = cv2.INTER_AREA if size < 0.7 else rng.choice([cv2.INTER_LINEAR, cv2.INTER_CUBIC])
    if size < 0.7:
        photo = cv2.GaussianBlur(photo, (0, 0), 0.45 / size)
    gray = cv2.warpAffine(photo, cut, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR if how == cv2.INTER_AREA else how, borderMode=cv2.BORDER_REPLICATE)
    return gray, content


def normalized(gray):
    """Mean 0 and deviation 1, as the program does it before it asks the network."""
    values = gray.astype(np.float32)
    return (values - values.mean()) / max(float(values.std()), 4.0)


if __name__ == "__main__":
    dice = random.Random(5)
    sheet = []
    for _ in range(24):
        picture, content = strip(dice)
        sheet.append(picture)
        print(content)
    cv2.imwrite("strips.png", np.vstack(sheet))
