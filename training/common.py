"""What the recipes of both networks share: pictures drawn by numbered seeds, and the block of layers."""

import json
import multiprocessing

import numpy as np
import torch
from torch import nn


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
    """Writes a network of grey strips as ONNX; `axes` names its input and its output and what of their shapes may vary."""
    net.eval()
    path.parent.mkdir(parents=True, exist_ok=True)
    names = {"input_names": list(axes)[:1], "output_names": list(axes)[1:], "dynamic_axes": axes}
    torch.onnx.export(net, (torch.zeros(1, 1, *size),), str(path), opset_version=17, dynamo=False, **names)
    net.train()
