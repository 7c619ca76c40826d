"""Examines files by Ray Data: `python precheck_ray.py LIST OUT --today 2026-11-22`.

LIST holds a path a line, on a disk that all workers see; OUT gets the lines, in no order.
"""

import argparse

import ray

from precheck_pages import arguments, pages

# Files that one run of the program gets: a run loads its models once, which takes about as long as a page.
CHUNK = 32


def main():
    parser = argparse.ArgumentParser(epilog="Further options of `precheck check` stand behind --.")
    parser.add_argument("list")
    parser.add_argument("out")
    parser.add_argument("--today", required=True)
    own, more = arguments()
    wanted = parser.parse_args(own)
    with open(wanted.list) as file:
        paths = [line.rstrip("\n") for line in file if line.strip()]

    def examine(batch):
        return {"line": pages([str(path) for path in batch["path"]], wanted.today, more)}

    files = ray.data.from_items([{"path": path} for path in paths], override_num_blocks=max(1, len(paths) // CHUNK))
    with open(wanted.out, "w") as out:
        for row in files.map_batches(examine, batch_size=CHUNK, batch_format="numpy").iter_rows():
            out.write(row["line"] + "\n")


if __name__ == "__main__":
    main()
