"""What the recipes of both networks share: options, pictures drawn by numbered seeds, the block of layers, the file."""

import argparse
import json
import multiprocessing
import pathlib

import numpy as np
import torch
from torch import nn


def options(about, pictures):
    """What was typed; `about` is the text of the program, `pictures` how many are drawn unless told otherwise."""
    arguments = argparse.ArgumentParser(description=about)
    arguments.add_argument("--out", type=pathlib.Path, required=True)
    arguments.add_argument("--pictures", type=int, default=pictures)
    arguments.add_argument("--epochs", type=int, default=6)
    arguments.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("strips"))
    arguments.add_argument("--processes", type=int, default=2)
    return arguments.parse_args()


def standardized(gray):
    """Strips (N, H, W) as the program gives them to a network: (N, 1, H, W), each with mean 0 and deviation 1."""
    mean = gray.mean((1, 2), keepdims=True)
    deviation = np.maximum(gray.std((1, 2), keepdims=True), 4.0)
    return torch.from_numpy(((gray - mean) / deviation).astype(np.float32))[:, None]


def teaching(net, steps):
    """The optimizer of a network and the course of its step width."""
    optimizer = torch.optim.AdamW(net.parameters(), 3e-3, weight_decay=1e-2)
    return optimizer, torch.optim.lr_scheduler.OneCycleLR(optimizer, 3e-3, total_steps=steps, pct_start=0.15)


def data(draw, count, folder, processes):
    """All pictures with what they show; drawn once and kept in a folder outside the repository. `draw` takes the number of a
    seed and how many pictures, and gives them as an array with a list."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures, texts = folder / f"{count}.npy", folder / f"{count}.json"
    if not texts.exists():
        jobs = [(seed, 500) for seed in range(count // 500)]
        with multiprocessing.Pool(processes) as pool:
            parts = []
            for part in pool.imap(draw, jobs):
                parts.append(part)
                print("drawn", 500 * len(parts), flush=True)
        np.save(pictures, np.concatenate([p for p, _ in parts]))
        texts.write_text(json.dumps([t for _, ts in parts for t in ts]))
    return np.load(pictures), json.loads(texts.read_text())


def block(wide_in, wide_out, stride=1):
    return nn.Sequential(
        nn.Conv2d(wide_in, wide_out, 3, stride, 1, bias=False), nn.BatchNorm2d(wide_out), nn.ReLU()
    )


def export(net, path, size, axes):
    """Writes a network of gray strips as ONNX; `axes` names its input and its output and what of their shapes may vary."""
    net.eval()
    path.parent.mkdir(parents=True, exist_ok=True)
    names = {"input_names": list(axes)[:1], "output_names": list(axes)[1:], "dynamic_axes": axes}
    torch.onnx.export(net, (torch.zeros(1, 1, *size),), str(path), opset_version=17, dynamo=False, **names)
    net.train()
