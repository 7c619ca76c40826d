"""Times a whole check against readers that only read, on the same pictures, in turn.

    python3 benches/ratios.py PRECHECK PICTURES [ROUNDS]

PICTURES is a folder of photographs. Everybody gets all of them with two at a time, and one round of all goes before the
next, because the speed of a machine drifts: compare the ratios only. `tesseract` is timed where it is installed; the
peer `faster-paddle` (PP-OCRv6 by another hand, in a wheel) where Python can import it. Prints a table in Markdown.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

ENDINGS = {".jpg", ".jpeg", ".png"}
DAY = "2026-11-22"
PEER = """
import sys, faster_paddle
from pathlib import Path
engine = faster_paddle.OcrEngine(model_size=sys.argv[1], threads=2)
engine.ocr_batch([Path(p).read_bytes() for p in sys.argv[2:]], batch_size=4)
"""


def contestants(program, pictures):
    """What is timed, by what it is called in the table; the first one is what the others are compared with. Each is a
    command and the exit codes of a run that worked: a check that found something ends with 1."""
    check = [program, "check", "--jobs", "2", "--format", "jsonl", "--today", DAY]
    found = {
        "precheck, the whole check": ([*check, *pictures], (0, 1)),
        "precheck, first look (`--quick`)": ([*check, "--quick", *pictures], (0, 1)),
    }
    read = "printf '%s\\0' \"$@\" | OMP_THREAD_LIMIT=1 xargs -0 -P2 -I{} tesseract {} - -l eng"
    if works(["tesseract", "--version"]):
        found["`tesseract`, two at a time, reading only"] = (["sh", "-c", read, "sh", *pictures], (0,))
    if works([sys.executable, "-c", "import faster_paddle"]):
        for size in ("tiny", "small"):
            peer = [sys.executable, "-c", PEER, size, *pictures]
            found[f"`faster-paddle`, PP-OCRv6 {size}, reading only"] = (peer, (0,))
    return found


def works(command):
    try:
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def seconds(command, good):
    """The time of one run by the clock."""
    begun = time.monotonic()
    code = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
    if code not in good:
        sys.exit(f"{command[0]} ended with {code}")
    return time.monotonic() - begun


def main():
    program, folder = sys.argv[1], Path(sys.argv[2])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    pictures = sorted(str(path) for path in folder.rglob("*") if path.suffix.lower() in ENDINGS)
    if not pictures:
        sys.exit(f"{folder}: no pictures")
    found = contestants(program, pictures)
    taken = {name: [] for name in found}
    for number in range(rounds + 1):
        for name, (command, good) in found.items():
            took = seconds(command, good)
            if number > 0:  # the first round only fills the caches of the disk
                taken[name].append(took)
    whole = statistics.median(next(iter(taken.values())))
    print(f"{len(pictures)} pictures, two at a time, {rounds} rounds in turn\n")
    print("| | seconds, median (least to most) | pages a second | the whole check takes so many times as long |")
    print("|---|---|---|---|")
    for name, times in taken.items():
        middle = statistics.median(times)
        spread = f"{middle:.1f} ({min(times):.1f} to {max(times):.1f})"
        print(f"| {name} | {spread} | {len(pictures) / middle:.2f} | {whole / middle:.2f} |")


if __name__ == "__main__":
    main()
