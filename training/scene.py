"""What lies between print and pixels: paper, light, a moving hand. Shared by the recipes of both recognizers."""

import cv2
import numpy as np

DRAWN = 28
"""Height of a capital while it is drawn, before the photograph makes it smaller."""


def paper(rng, noise, rows, columns):
    """Reflectance of what lies under the print: security print, hologram, nothing."""
    full = (columns, rows)
    rows, columns = rows // 2, columns // 2
    sheet = np.ones((rows, columns), np.float32)
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32) * (2 / DRAWN)
    for _ in range(rng.choice([0, 0, 1, 2, 3])):
        angle, wave = rng.uniform(0, np.pi), rng.uniform(0.12, 3.0)
        bend = rng.uniform(0, 1.5) * np.sin(x * rng.uniform(0.1, 1.2) + rng.uniform(0, 6))
        phase = (x * np.cos(angle) + (y + bend) * np.sin(angle)) / wave * 2 * np.pi + rng.uniform(0, 6)
        stripes = np.sin(phase)
        if rng.random() < 0.5:
            stripes = np.clip(stripes * 4, -1, 1)
        sheet *= 1 - rng.uniform(0.02, 0.22) * (stripes * 0.5 + 0.5)
    if rng.random() < 0.4:
        blotch = noise.random((max(rows // 14, 2), max(columns // 14, 2)), np.float32)
        sheet *= 1 - rng.uniform(0.05, 0.3) * cv2.resize(blotch, (columns, rows), interpolation=cv2.INTER_CUBIC)
    return cv2.resize(sheet, full, interpolation=cv2.INTER_LINEAR)


def light(rng, columns, rows):
    even = np.ones((rows, columns), np.float32)
    x = np.linspace(0, 1, columns, dtype=np.float32)[None, :]
    if rng.random() < 0.5:
        even *= 1 + rng.uniform(-0.5, 0.5) * (x - 0.5)
    if rng.random() < 0.15:
        edge = rng.uniform(0.1, 0.9)
        even *= 1 - rng.uniform(0.2, 0.6) / (1 + np.exp((x - edge) * rng.choice([-1, 1]) * rng.uniform(10, 120)))
    glare = np.zeros((rows, columns), np.float32)
    if rng.random() < 0.15:
        y = np.linspace(0, 1, rows, dtype=np.float32)[:, None]
        far = ((x - rng.random()) / rng.uniform(0.03, 0.2)) ** 2 + ((y - rng.random()) / rng.uniform(0.2, 1)) ** 2
        glare = rng.uniform(0.1, 0.75) * np.exp(-far)
    return even, glare


def shake(picture, rng, length):
    size = max(int(round(length)) | 1, 3)
    kernel = np.zeros((size, size), np.float32)
    angle = rng.uniform(0, np.pi)
    for step in np.linspace(-1, 1, 4 * size):
        kernel[
            int(round(size // 2 + step * (size // 2) * np.sin(angle))),
            int(round(size // 2 + step * (size // 2) * np.cos(angle))),
        ] += 1
    return cv2.filter2D(picture, -1, kernel / kernel.sum())
