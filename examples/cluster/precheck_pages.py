"""Paths in, one line of JSON a page out: the unit of work of every engine here.

A run has no state and changes nothing, so an engine may repeat it as often as it likes; the same files, day and language
give the same lines. Lines of sets are left out: a set is all files of one run, and here an engine divides them as it likes.
"""

import json
import os
import subprocess
import sys

# What does not depend on the machine: the day and the language are named, and no settings file counts.
COMMAND = ["precheck", "--quiet", "check", "-", "--format", "jsonl", "--lang", "en", "--jobs", "1"]


def arguments():
    """The arguments of a script, and those behind `--`, which are options of `precheck check`."""
    words = sys.argv[1:]
    at = words.index("--") if "--" in words else len(words)
    return words[:at], words[at + 1 :]


def pages(paths, today, more=()):
    """The lines of the pages of these files, in order. Raises where the run must be repeated."""
    paths = list(paths)
    if not paths:
        return []
    command = [*COMMAND, "--today", today, *more]
    environment = {**os.environ, "XDG_CONFIG_HOME": "/nonexistent"}
    done = subprocess.run(
        command, input="".join(path + "\n" for path in paths), env=environment, capture_output=True, text=True
    )
    # 0, 1 and 3 are results: ready, something to fix, a file that cannot be examined (its line says why)
    if done.returncode not in (0, 1, 3):
        raise RuntimeError(f"precheck ended with {done.returncode}: {done.stderr.strip()}")
    lines = [line for line in done.stdout.splitlines() if line]
    found = [(line, json.loads(line)) for line in lines]
    kept = [(line, page) for line, page in found if page["type"] == "page"]
    # somebody told the program to end: what it had not examined says so, and is no result
    if any((page["error"] or {}).get("code") == "stopped" for _, page in kept):
        raise RuntimeError("precheck was stopped")
    if len({page["file"] for _, page in kept}) != len(set(paths)):
        raise RuntimeError("precheck did not answer for each file")
    return [line for line, _ in kept]
