"""Trains the network that tells the script of a line of print and whether it stands on its head, and writes it as ONNX.

    python train.py --out ../../assets/script/script.onnx

Deterministic for one version of the packages of requirements.txt and of the fonts: the pictures come from numbered seeds,
the network's start and the order of the pictures from one more. A part of the pictures is kept back and only measured.
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
KEPT_BACK = 4000


def draw(job):
    """Pictures of one numbered seed."""
    seed, count = job
    cv2.setNumThreads(1)
    dice = random.Random(f"{SEED}/script/{seed}")
    strips = [lines.strip(dice) for _ in range(count)]
    return np.stack([s[0] for s in strips]), [(script, bool(flipped)) for _, script, flipped in strips]


class Script(nn.Module):
    """Strip (N, 1, 32, W) to (N, scripts + 1): logits of the scripts, and one for standing upright.

    Every piece of about three letters votes for each script; the votes are averaged over the line.
    """

    def __init__(self):
        super().__init__()
        self.shapes = nn.Sequential(
            block(1, 16, 2), block(16, 24), block(24, 40, 2), block(40, 48), block(48, 64, (2, 1)), block(64, 64, (2, 1))
        )
        self.column = nn.Sequential(nn.Conv2d(64, 112, (2, 3), 1, (0, 1), bias=False), nn.BatchNorm2d(112), nn.ReLU())
        self.row = nn.Sequential(
            nn.Conv1d(112, 112, 5, padding=2, bias=False),
            nn.BatchNorm1d(112),
            nn.ReLU(),
            nn.Conv1d(112, len(lines.NAMES) + 1, 1),
        )

    def forward(self, strips):
        return self.row(self.column(self.shapes(strips)).squeeze(2)).mean(2)


def batches(pictures, labels, order, size, dice):
    for start in range(0, len(order) - size + 1, size):
        pick = order[start : start + size]
        gray = pictures[pick].astype(np.float32)
        if dice is not None:
            gray = np.roll(gray, dice.integers(-2, 3), axis=1)
            gray = gray + dice.normal(0, dice.uniform(0, 3), gray.shape)
            gray = gray[:, :, dice.integers(0, 40) :]
            if dice.random() < 0.5:  # shorter lines
                gray = gray[:, :, : dice.integers(64, 160)]
        yield standardized(gray), torch.from_numpy(labels[pick])


def measure(net, pictures, labels, order):
    net.eval()
    table = np.zeros((len(lines.NAMES),) * 2, int)
    upright = print_ = 0
    with torch.no_grad():
        for strips, truth in batches(pictures, labels, order, 100, None):
            answer = net(strips).numpy()
            told = answer[:, :-1].argmax(1)
            np.add.at(table, (truth[:, 0].numpy(), told), 1)
            is_print = truth[:, 0].numpy() > 0
            print_ += is_print.sum()
            upright += (((answer[:, -1] > 0) != (truth[:, 1].numpy() > 0)) & is_print).sum()
    net.train()
    return table, upright / print_


def main():
    given = options(__doc__, 64000)
    torch.manual_seed(SEED)
    dice = np.random.default_rng(SEED)
    pictures, labels = data(draw, given.pictures, given.folder, given.processes)
    labels = np.array(labels, np.int64)
    taught, kept = np.arange(len(labels) - KEPT_BACK), np.arange(len(labels) - KEPT_BACK, len(labels))
    net = Script().to(memory_format=torch.channels_last)
    print("weights", sum(p.numel() for p in net.parameters()))
    size = 64
    steps = given.epochs * (len(taught) // size)
    optimizer, schedule = teaching(net, steps)
    of_script, of_turn = nn.CrossEntropyLoss(label_smoothing=0.03), nn.BCEWithLogitsLoss(reduction="none")
    began = time.time()
    for epoch in range(given.epochs):
        losses = []
        for strips, truth in batches(pictures, labels, dice.permutation(taught), size, dice):
            answer = net(strips)
            turn = of_turn(answer[:, -1], 1.0 - truth[:, 1].float()) * (truth[:, 0] > 0)
            loss = of_script(answer[:, :-1], truth[:, 0]) + 0.3 * turn.mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            losses.append(float(loss.detach()))
            if len(losses) % 100 == 0:
                print(f"  {epoch} {len(losses)} {np.mean(losses[-100:]):.3f} {time.time() - began:.0f}s", flush=True)
        table, upright = measure(net, pictures, labels, kept)
        right = table.trace() / table.sum()
        latin = lines.NAMES.index("Latn")
        lost = 1 - table[latin, [0, latin]].sum() / table[latin].sum()
        print(f"epoch {epoch}: scripts right {right:.3f}, Latin taken for another {lost:.4f}, upright {upright:.3f}", flush=True)
        export(net, given.out, (lines.HEIGHT, lines.WIDTH), {"strips": {0: "lines", 3: "width"}, "scripts": {0: "lines"}})
    for name, row in zip(lines.NAMES, table):
        others = {lines.NAMES[i]: int(n) for i, n in enumerate(row) if n and lines.NAMES[i] != name}
        print(name, f"{row[lines.NAMES.index(name)] / max(row.sum(), 1):.2f} of {row.sum()}", others)


if __name__ == "__main__":
    main()
