#!/bin/sh
# Examines a list of paths on standard input and prints a line of JSON a page: all of them, or none and a failure, so that
# whoever calls it can simply call it again.
#
#   part.sh YYYY-MM-DD [OPTION of `precheck check`]...  < LIST
set -eu
today=$1
shift
list=$(mktemp)
lines=$(mktemp)
trap 'rm -f "$list" "$lines"' EXIT
grep . > "$list" || true
code=0
XDG_CONFIG_HOME=/nonexistent precheck --quiet check - --format jsonl --lang en --jobs 1 --today "$today" "$@" \
    < "$list" > "$lines" || code=$?
# 0, 1 and 3 are results: ready, something to fix, a file that cannot be examined (its line says why)
case $code in 0 | 1 | 3) ;; *) exit "$code" ;; esac
# somebody told the program to end: what it had not examined says so, and is no result
if grep -q '^{"type":"page".*"error":{"code":"stopped"' "$lines"; then exit 75; fi
# each file has a first page, whatever is wrong with it
[ "$(grep -c '^{"type":"page".*,"page":1,"status":' "$lines")" = "$(sort -u "$list" | wc -l)" ] || exit 75
# what the last line says is of the set, which is no more than this part of a list
grep '^{"type":"page"' "$lines" || true
