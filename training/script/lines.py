"""Lines of print in many scripts as photographs show them, with the script and whether they stand on their heads.

Words come from the locale data of CLDR (months, countries, languages, currencies), so that letters come in orders that the
script really has; they are printed in all fonts of the machine that have them, and photographed as hands do. No picture of
a real document takes part.
"""

import functools
import pathlib
import random
import string
import subprocess
import sys

import cv2
import numpy as np
from babel import Locale
from fontTools.ttLib import TTCollection, TTFont
from PIL import Image, ImageDraw, ImageFont

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from scene import DRAWN, light, paper, shake

HEIGHT = 32
"""Height of a strip in pixels; the box that a detector draws around a line fills it."""
WIDTH = 192
"""Width of a strip of training in pixels."""

SCRIPTS = {
    "none": [],
    "Latn": "en es pt fr de it pl cs hu ro tr vi sv fi sk hr lt lv sq is az sw id fil eu cy uz_Latn".split(),
    "Cyrl": "ru uk bg sr kk mk mn be ky".split(),
    "Grek": ["el"],
    "Armn": ["hy"],
    "Geor": ["ka"],
    "Hebr": ["he", "yi"],
    "Arab": "ar fa ur ps".split(),
    "Deva": "hi mr ne".split(),
    "Beng": ["bn", "as"],
    "Guru": ["pa"],
    "Gujr": ["gu"],
    "Taml": ["ta"],
    "Telu": ["te"],
    "Knda": ["kn"],
    "Mlym": ["ml"],
    "Sinh": ["si"],
    "Thai": ["th"],
    "Laoo": ["lo"],
    "Khmr": ["km"],
    "Mymr": ["my"],
    "Ethi": ["am", "ti"],
    "Hang": ["ko"],
    "Hani": "zh ja zh_Hant".split(),
}
"""The classes in their order, by their codes of ISO 15924, with the locales that words are taken from."""
NAMES = list(SCRIPTS)
SHARE = {"Latn": 9.0, "none": 3.0, "Cyrl": 2.5, "Grek": 1.3, "Arab": 1.5, "Hani": 1.5}
"""How often a script is drawn; the others once. Taking Latin for something else is the worst mistake."""
RANGES = {"Latn": (0x41, 0x24F), "Cyrl": (0x400, 0x4FF), "Grek": (0x370, 0x3FF)}


@functools.cache
def words(script):
    """Words of a script: the names that CLDR has in its locales."""
    found = set()
    for name in SCRIPTS[script]:
        locale = Locale.parse(name)
        for names in (locale.territories, locale.languages, locale.currencies):
            found.update(names.values())
        for table in (locale.months, locale.days):
            found.update(word for kind in table["format"].values() for word in kind.values())
    pieces = {piece.strip("()[],.·-–") for phrase in found for piece in phrase.split()}
    first = {"Hani": 1, "Hang": 1}.get(script, 2)
    return sorted(w for w in pieces if len(w) >= first and not any(c.isascii() and c.isalnum() for c in w)) if (
        script != "Latn") else sorted(w for w in pieces if len(w) > 1 and not any(c.isdigit() for c in w))


@functools.cache
def fonts(script):
    """Fonts that a script is printed in: file, number in the file, and the characters that it has."""
    language = {"Latn": "vi", "none": "en"}.get(script, SCRIPTS[script][0] if script != "none" else "en").split("_")[0]
    listed = subprocess.run(["fc-list", f":lang={language}", "file", "index"], capture_output=True, text=True, check=True)
    if script == "Latn":  # many print faces have no Vietnamese
        more = subprocess.run(["fc-list", ":lang=es", "file", "index"], capture_output=True, text=True, check=True)
        listed.stdout += more.stdout
    faces = []
    for line in sorted(set(listed.stdout.split("\n"))):
        path, _, index = line.partition(": :index=")
        if not path.lower().endswith((".ttf", ".otf", ".ttc")) or "Emoji" in path or "Math" in path:
            continue
        number = int(index or 0) & 0xFFFF
        face = TTCollection(path, lazy=True).fonts[number] if path.lower().endswith(".ttc") else TTFont(path, lazy=True)
        faces.append((path, number, frozenset(face.getBestCmap() or ())))
    return faces


@functools.lru_cache(maxsize=400)
def font(path, number):
    probe = ImageFont.truetype(path, 100, index=number)
    box = probe.getbbox("H")
    return ImageFont.truetype(path, max(round(100 * DRAWN / max(box[3] - box[1], 20)), 12), index=number)


def number(rng):
    digits = "".join(rng.choice(string.digits) for _ in range(rng.randint(1, 9)))
    if rng.random() < 0.5:
        cut = rng.randint(1, len(digits))
        digits = digits[:cut] + rng.choice("./- ,:") + digits[cut:] + rng.choice(["", "", "%", " $", "/"])
    return rng.choice(["", "", "", "№ ", "# ", "$", "("]) + digits


def phrase(rng, script):
    """Some words; capitals as often as documents have them."""
    parts = []
    for _ in range(rng.choice([1, 1, 2, 2, 3, 4, 6])):
        dice = rng.random()
        if script in RANGES and dice < 0.12:
            letters = [chr(c) for c in range(*RANGES[script]) if chr(c).isalpha()]
            parts.append("".join(rng.choice(letters) for _ in range(rng.randint(2, 9))))
        elif dice < 0.22 and parts:
            parts.append(number(rng))
        else:
            parts.append(rng.choice(words(script)))
    if script not in ("Latn", "Hani") and rng.random() < 0.12:
        parts.insert(rng.randint(0, len(parts)), rng.choice(words("Latn"))[:6])
    text = ("" if script == "Hani" and rng.random() < 0.7 else " ").join(parts)
    dice = rng.random()
    text = text.upper() if dice < 0.35 else text.title() if dice < 0.5 else text
    return text + rng.choice(["", "", "", ":", ".", ","])


def drawn(rng, script):
    """Ink from 0 to 1 with the box of the line in it, and whether there is print."""
    if script == "none" and rng.random() < 0.75:
        return scribble(rng)
    for _ in range(50):
        text = number(rng) if script == "none" else phrase(rng, script)
        path, index, has = rng.choice(fonts(script))
        if all(ord(c) in has or c == " " for c in text):
            break
    face = font(path, index)
    box = face.getbbox(text)
    wide, high = box[2] - box[0], box[3] - box[1]
    if wide < 8 or high < 8:
        return scribble(rng)
    margin = DRAWN
    page = Image.new("L", (wide + 2 * margin, high + 2 * margin), 0)
    ImageDraw.Draw(page).text((margin - box[0], margin - box[1]), text, fill=255, font=face)
    if rng.random() < 0.25:  # the lines above and below
        for away in (-1, 1):
            other = phrase(rng, script if script != "none" else "Latn")
            if all(ord(c) in has or c == " " for c in other):
                at = margin - box[1] + away * int(high * rng.uniform(1.15, 1.7))
                ImageDraw.Draw(page).text((margin - box[0], at), other, fill=255, font=face)
    return np.asarray(page, np.float32) / 255, (margin, margin, wide, high)


def scribble(rng):
    """What is no print: signatures, stamps, bars, edges, nothing."""
    wide, high = rng.randint(60, 400), rng.randint(26, 60)
    page = np.zeros((high + 2 * DRAWN, wide + 2 * DRAWN), np.float32)
    kind = rng.choice(["curve", "curve", "bars", "edges", "nothing", "blobs"])
    if kind == "curve":
        steps = rng.randint(4, 14)
        knots = np.array([[DRAWN + wide * i / steps + rng.gauss(0, 8), rng.uniform(0, high) + DRAWN] for i in range(steps + 1)])
        t = np.linspace(0, steps, 40 * steps)
        smooth = np.stack([np.interp(t, np.arange(steps + 1), knots[:, k]) for k in (0, 1)], 1)
        kernel = np.ones(rng.randint(9, 45)) / 1.0
        kernel /= kernel.sum()
        smooth = np.stack([np.convolve(np.pad(smooth[:, k], len(kernel) // 2, mode="edge"), kernel, "valid") for k in (0, 1)], 1)
        cv2.polylines(page, [np.int32(smooth)], False, 1.0, rng.randint(1, 4), cv2.LINE_AA)
    elif kind == "bars":
        x = DRAWN
        while x < DRAWN + wide:
            x += rng.randint(2, 9)
            page[DRAWN : DRAWN + high, x : x + rng.randint(1, 6)] = 1
    elif kind == "edges":
        for _ in range(rng.randint(1, 5)):
            a = (rng.randint(0, wide + 2 * DRAWN), rng.randint(0, high + 2 * DRAWN))
            b = (rng.randint(0, wide + 2 * DRAWN), rng.randint(0, high + 2 * DRAWN))
            cv2.line(page, a, b, rng.uniform(0.3, 1), rng.randint(1, 12), cv2.LINE_AA)
    elif kind == "blobs":
        small = np.random.default_rng(rng.getrandbits(32)).random((high // 6 + 2, wide // 6 + 2), np.float32)
        page = cv2.resize(small, page.shape[::-1], interpolation=cv2.INTER_CUBIC)
    return page, (DRAWN, DRAWN, wide, high)


def strip(rng):
    """One strip: HEIGHT x WIDTH gray levels 0 to 255, the number of its script, and whether it stands on its head."""
    script = rng.choices(NAMES, [SHARE.get(n, 1.0) for n in NAMES])[0]
    noise = np.random.default_rng(rng.getrandbits(32))
    ink, (left, top, wide, high) = drawn(rng, script)
    wear = rng.random()
    if wear < 0.2:
        ink = cv2.dilate(ink, np.ones((2, rng.choice([2, 3])), np.uint8))
    elif wear < 0.35:
        ink = np.clip(1.3 * cv2.erode(ink, np.ones((2, 2), np.uint8)), 0, 1)
    rows, columns = ink.shape
    sheet = paper(rng, noise, rows, columns) * rng.uniform(0.5, 1.0)
    even, glare = light(rng, columns, rows)
    depth = rng.uniform(0.35, 0.97)
    scene = sheet * (1 - depth * ink) * even
    if rng.random() < 0.12:  # light print on dark
        scene = sheet * (1 - depth + depth * ink) * even
    scene = scene * (1 - glare) + glare

    seen = 6.0 * (34 / 6.0) ** rng.random()  # pixels of a capital in the photograph
    scale = seen / DRAWN
    if scale < 0.9:
        scene = cv2.GaussianBlur(scene, (0, 0), 0.35 / scale)
    tilt, lean = rng.gauss(0, 0.012), rng.gauss(0, 0.06)
    warp = np.float32([[scale, lean * scale, 0], [tilt * scale, scale * rng.uniform(0.9, 1.1), 0]])
    # tilted and leaning print stays inside
    corner = warp @ np.float32([[0, columns, 0, columns], [0, 0, rows, rows], [1, 1, 1, 1]])
    warp[:, 2] = 2 - corner.min(1)
    size = tuple(int(v) + 4 for v in corner.max(1) - corner.min(1))
    photo = cv2.warpAffine(scene, warp, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    lens = seen * (0.0 if rng.random() < 0.3 else rng.uniform(0.0, 0.12))
    if lens > 0.25:
        photo = cv2.GaussianBlur(photo, (0, 0), lens)
    if rng.random() < 0.12:
        photo = shake(photo, rng, seen * rng.uniform(0.08, 0.28))
    photo = photo * 255 * (rng.uniform(0.55, 1.05) if rng.random() < 0.85 else rng.uniform(0.15, 0.5))
    photo += noise.normal(0, rng.uniform(0.3, 8.0 if seen > 12 else 4.0), photo.shape)
    photo = np.clip(photo, 0, 255).astype(np.uint8)
    if rng.random() < 0.75:
        _, packed = cv2.imencode(".jpg", photo, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(30, 96)])
        photo = cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE)

    # the strip, cut as a detector cuts it: the box of the line with a little around it
    corners = warp @ np.float32([[left, left + wide, left, left + wide], [top, top, top + high, top + high], [1] * 4])
    (x0, y0), (x1, y1) = corners.min(1), corners.max(1)
    tall = y1 - y0
    y0, y1 = y0 - tall * rng.uniform(0.0, 0.22), y1 + tall * rng.uniform(0.0, 0.22)
    grow = HEIGHT / (y1 - y0)
    wider = grow * rng.uniform(0.88, 1.12)
    spare = (x1 - x0) - WIDTH / wider
    begin = x0 + rng.uniform(0, spare) if spare > 0 else x0 - rng.uniform(0.0, 0.4) * tall
    cut = np.float32([[wider, 0, -begin * wider], [0, grow, -y0 * grow]])
    if grow < 0.7:
        photo = cv2.GaussianBlur(photo, (0, 0), 0.4 / grow)
    gray = cv2.warpAffine(photo, cut, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    if spare < 0:  # short lines are short strips: their end is repeated
        end = max(int((x1 - begin) * wider + rng.uniform(0, 0.4) * HEIGHT), HEIGHT)
        if end < WIDTH:
            gray = np.tile(gray[:, :end], (1, WIDTH // end + 1))[:, :WIDTH]
    flipped = rng.random() < 0.35
    if flipped:
        gray = gray[::-1, ::-1]
    return np.ascontiguousarray(gray), NAMES.index(script), flipped


if __name__ == "__main__":
    dice = random.Random(5)
    sheet = []
    for _ in range(60):
        picture, script, flipped = strip(dice)
        print(NAMES[script], "head" if flipped else "")
        sheet.append(picture)
    columns = [np.vstack(sheet[i::3]) for i in range(3)]
    cv2.imwrite("strips.png", np.hstack(columns))
