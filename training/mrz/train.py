"""Trains the recognizer of the 37 characters of OCR-B in machine readable zones and writes it as ONNX.

    python train.py --out ../../assets/mrz/ocrb.onnx

Deterministic for one version of the packages of requirements.txt: the pictures come from numbered seeds, the network's
start and the order of the pictures from one more. A part of the pictures is kept back and only measured.
"""

import random
import time

import cv2
import numpy as np
import torch
from torch import nn

import lines
from common import block, data, export, options, standardized, teaching

SEED = 20261122
KEPT_BACK = 2000


def draw(job):
    """Pictures of one numbered seed."""
    seed, count = job
    cv2.setNumThreads(1)
    dice = random.Random(f"{SEED}/{seed}")
    pictures = np.empty((count, lines.HEIGHT, lines.WIDTH), np.uint8)
    texts = []
    for at in range(count):
        pictures[at], text = lines.strip(dice)
        texts.append(text)
    return pictures, texts


class Recognizer(nn.Module):
    """Strip (N, 1, 32, W) to logits (N, W / 4, 38): class 0 is the blank of CTC, then the alphabet in its order."""

    def __init__(self):
        super().__init__()
        self.shapes = nn.Sequential(block(1, 16, 2), block(16, 32, 2), block(32, 40), block(40, 48, (2, 1)))
        self.column = nn.Sequential(nn.Conv2d(48, 80, (4, 3), 1, (0, 1), bias=False), nn.BatchNorm2d(80), nn.ReLU())
        self.row = nn.Sequential(
            nn.Conv1d(80, 80, 5, padding=2, bias=False),
            nn.BatchNorm1d(80),
            nn.ReLU(),
            nn.Conv1d(80, len(lines.ALPHABET) + 1, 3, padding=1),
        )

    def forward(self, strips):
        return self.row(self.column(self.shapes(strips)).squeeze(2)).transpose(1, 2)


def batches(pictures, texts, order, size, dice):
    for start in range(0, len(order) - size + 1, size):
        pick = order[start : start + size]
        gray = pictures[pick].astype(np.float32)
        if dice is not None:
            gray = np.roll(gray, dice.integers(-2, 3), axis=1)
            gray = gray + dice.normal(0, dice.uniform(0, 3), gray.shape)
            gray = gray[:, :, dice.integers(0, 4) :]
            gray = np.pad(gray, ((0, 0), (0, 0), (0, lines.WIDTH - gray.shape[2])), mode="edge")
        words = [[lines.ALPHABET.index(c) + 1 for c in texts[i]] for i in pick]
        yield standardized(gray), words


def measure(net, pictures, texts, order):
    net.eval()
    whole = letters = wrong = 0
    with torch.no_grad():
        for strips, words in batches(pictures, texts, order, 100, None):
            best = net(strips).argmax(2).numpy()
            for row, word in zip(best, words):
                read = [c for at, c in enumerate(row) if c and (at == 0 or row[at - 1] != c)]
                whole += read == word
                letters += len(word)
                wrong += distance(read, word)
    net.train()
    return whole / len(order), wrong / letters


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def main():
    given = options(__doc__, 40000)
    torch.manual_seed(SEED)
    dice = np.random.default_rng(SEED)
    pictures, texts = data(draw, given.pictures, given.folder, given.processes)
    taught = np.arange(len(texts) - KEPT_BACK)
    kept = np.arange(len(texts) - KEPT_BACK, len(texts))
    net = Recognizer().to(memory_format=torch.channels_last)
    print("weights", sum(p.numel() for p in net.parameters()))
    size = 64
    steps = given.epochs * (len(taught) // size)
    optimizer, schedule = teaching(net, steps)
    loss_of = nn.CTCLoss(zero_infinity=True)
    began = time.time()
    for epoch in range(given.epochs):
        losses = []
        for strips, words in batches(pictures, texts, dice.permutation(taught), size, dice):
            logits = net(strips).log_softmax(2).transpose(0, 1)
            target = torch.tensor([c for word in words for c in word])
            loss = loss_of(
                logits, target, torch.full((len(words),), logits.shape[0]), torch.tensor([len(w) for w in words])
            )
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            losses.append(float(loss.detach()))
            if len(losses) % 50 == 0:
                print(f"  {epoch} {len(losses)} {np.mean(losses[-50:]):.3f} {time.time() - began:.0f}s", flush=True)
        whole, wrong = measure(net, pictures, texts, kept)
        print(f"epoch {epoch}: loss {np.mean(losses):.3f}, strips right {whole:.3f}, letters wrong {wrong:.4f}", flush=True)
        export(net, given.out, (lines.HEIGHT, lines.WIDTH), {"strips": {0: "lines", 3: "width"}, "letters": {0: "lines", 1: "steps"}})


if __name__ == "__main__":
    main()
