#!/bin/sh
# Tries each engine that is here on copies of the sample pictures: the lines must be those of one machine, byte for byte once
# they are sorted, also where a worker is killed in the middle. Needs `precheck` in PATH.
#
#   test.sh [COUNT] [OPTION of `precheck check`]...      (60 pictures and --quick, if nothing else is said)
#
# PYTHON names a Python with pyspark, pandas, pyarrow and ray; what is missing is said and passed over.
set -eu
count=${1:-60}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- --quick
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
today=2026-11-22
say() { printf '· %s\n' "$*"; }
fail() { printf 'test.sh: %s\n' "$*" >&2; exit 1; }

# every file is another one, so that no engine can answer for the wrong one
mkdir "$work/pages"
n=0
while [ "$n" -lt "$count" ]; do
    for picture in "$here"/../../testdata/*/*.jpg; do
        [ "$n" -lt "$count" ] || break
        ln -s "$picture" "$work/pages/$(printf %05d $n)-$(basename "$picture")"
        n=$((n + 1))
    done
done
printf 'no picture' > "$work/pages/broken.jpg"
find "$work/pages" -name '*.jpg' | sort > "$work/list"

say "one machine: $(wc -l < "$work/list") files"
sh "$here/part.sh" $today "$@" < "$work/list" | LC_ALL=C sort > "$work/expected"
[ "$(wc -l < "$work/expected")" = "$(wc -l < "$work/list")" ] || fail "not a line a file"

compare() { # NAME FILE
    LC_ALL=C sort "$2" | cmp - "$work/expected" || fail "$1 says something else"
    say "$1: the same bytes"
}

# Whether one process was started by another, or by one that it started.
descends() { # PROCESS FROM
    at=$1
    while [ "${at:-0}" -gt 1 ]; do
        [ "$at" = "$2" ] && return
        at=$(ps -o ppid= -p "$at" | tr -d ' ')
    done
    return 1
}

# Kills one worker of an engine, once there is one.
kill_one() { # ENGINE PATTERN
    for _ in $(seq 900); do
        for victim in $(pgrep -f "$2"); do
            if descends "$victim" "$1" && kill -KILL "$victim"; then
                say "killed a worker: process $victim"
                return
            fi
        done
        sleep 0.1
    done
    fail "there was no worker to kill ($2)"
}

if command -v parallel > /dev/null; then
    sh "$here/parallel.sh" "$work/list" $today "$@" > "$work/parallel" &
    engine=$!
    kill_one $engine 'precheck --quiet check -'
    wait $engine || fail "parallel failed"
    compare "GNU parallel, a worker killed" "$work/parallel"
else
    say "not tried: GNU parallel is not here"
fi

say "the Job of Kubernetes, its command for each of four indexes"
"$python" - "$here/kubernetes-job.yaml" > "$work/job.sh" <<'PY'
import re, sys
text = open(sys.argv[1]).read()
block = re.search(r"args:\n( +)- \|\n((?:\1  .*\n)+)", text).group(2)
print(block)
PY
mkdir "$work/results"
sed -i "s|/pages/list.txt|$work/list|; s|/results/|$work/results/|g; s|part.sh \"\$TODAY\"|sh $here/part.sh \"\$TODAY\" $*|" "$work/job.sh"
for index in 0 1 2 3; do
    PARTS=4 JOB_COMPLETION_INDEX=$index TODAY=$today HOSTNAME=pod$index sh "$work/job.sh"
done
cat "$work"/results/part-*.jsonl > "$work/job"
compare "the Job's command" "$work/job"

if "$python" -c 'import pyspark, pandas, pyarrow' 2> /dev/null && command -v java > /dev/null; then
    submit=$("$python" -c 'import os, pyspark; print(os.path.join(os.path.dirname(pyspark.__file__), "bin", "spark-submit"))')
    PYSPARK_PYTHON=$(command -v "$python") SPARK_LOCAL_IP=127.0.0.1 "$submit" --master 'local-cluster[2,1,1024]' \
        --conf spark.ui.enabled=false --conf spark.executor.memory=1g --conf "spark.app.name=try-$$" \
        --py-files "$here/precheck_pages.py" "$here/precheck_spark.py" "$work/list" "$work/spark" --today $today \
        --partitions 8 -- "$@" > "$work/spark.log" 2>&1 &
    engine=$!
    # the program itself, and then a whole worker with everything in it
    kill_one $engine 'precheck --quiet check -'
    kill_one $engine 'CoarseGrainedExecutorBackend'
    wait $engine || { tail -n 30 "$work/spark.log"; fail "Spark failed"; }
    cat "$work"/spark/part-* > "$work/spark.lines"
    compare "Spark, two workers, one killed" "$work/spark.lines"
else
    say "not tried: pyspark, pandas, pyarrow or Java is not here"
fi

if "$python" -c 'import ray.data, pyarrow, pandas' 2> /dev/null; then
    (cd "$here" && RAY_ENABLE_UV_RUN_RUNTIME_ENV=0 "$python" precheck_ray.py "$work/list" "$work/ray" --today $today -- "$@" > "$work/ray.log" 2>&1) &
    engine=$!
    kill_one $engine '^ray::.*MapBatches'
    wait $engine || { tail -n 30 "$work/ray.log"; fail "Ray failed"; }
    compare "Ray Data, a worker killed" "$work/ray"
else
    say "not tried: ray is not here"
fi
