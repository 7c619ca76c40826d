"""Examines files on Spark: `spark-submit --py-files precheck_pages.py precheck_spark.py LIST OUT --today 2026-11-22`.

LIST holds a path a line, on a disk that all workers see. Where the files lie in object storage, `--content` has Spark's own
reader fetch them (LIST is then a path or pattern that Spark understands, such as s3a://bucket/pages/*): each file is put
into memory for the time of its examination, and its line names it as the storage does.
"""

import argparse
import json
import os
import tempfile

from pyspark.sql import SparkSession

from precheck_pages import arguments, pages

# Files that one run of the program gets: a run loads its models once, which takes about as long as a page.
CHUNK = 32


def by_path(today, more):
    """For mapInPandas: frames with a column `path` become frames with a column `line`."""

    def examine(frames):
        import pandas

        for frame in frames:
            paths = frame["path"].tolist()
            for at in range(0, len(paths), CHUNK):
                yield pandas.DataFrame({"line": pages(paths[at : at + CHUNK], today, more)})

    return examine


def by_content(today, more):
    """The same for frames of Spark's `binaryFile` reader, with the columns `path` and `content`."""

    def examine(frames):
        import pandas

        for frame in frames:
            shm = "/dev/shm" if os.path.isdir("/dev/shm") else None
            with tempfile.TemporaryDirectory(dir=shm) as folder:
                named = {}
                for at, (path, content) in enumerate(zip(frame["path"], frame["content"])):
                    ending = os.path.splitext(path)[1]
                    there = os.path.join(folder, f"{at:06}{ending}")
                    with open(there, "wb") as file:
                        file.write(content)
                    named[there] = path
                lines = []
                for line in pages(named, today, more):
                    page = json.loads(line)
                    page["file"] = named[page["file"]]
                    lines.append(json.dumps(page, ensure_ascii=False, separators=(",", ":")))
            yield pandas.DataFrame({"line": lines})

    return examine


def main():
    parser = argparse.ArgumentParser(epilog="Further options of `precheck check` stand behind --.")
    parser.add_argument("list")
    parser.add_argument("out")
    parser.add_argument("--today", required=True)
    parser.add_argument("--content", action="store_true")
    parser.add_argument("--partitions", type=int, default=0, help="how many pieces [default: as Spark divides them]")
    own, more = arguments()
    wanted = parser.parse_args(own)
    spark = SparkSession.builder.appName("precheck").getOrCreate()
    if wanted.content:
        files = spark.read.format("binaryFile").load(wanted.list).select("path", "content")
        examine = by_content(wanted.today, more)
    else:
        files = spark.read.text(wanted.list).withColumnRenamed("value", "path")
        examine = by_path(wanted.today, more)
    if wanted.partitions:
        files = files.repartition(wanted.partitions)
    files.mapInPandas(examine, "line string").write.mode("error").text(wanted.out)
    spark.stop()


if __name__ == "__main__":
    main()
