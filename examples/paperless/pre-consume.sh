#!/bin/sh
# A pre-consume script for paperless-ngx (PAPERLESS_PRE_CONSUME_SCRIPT): looks at each document before it is taken in, and
# tags it. It refuses nothing and changes no document: whatever precheck says, and also if it says nothing, it ends with 0,
# because paperless does not take in a document whose script ended otherwise.
#
# Tags are put on afterwards, by post-consume.sh beside this file, because a document has no number before. What was found
# waits in a folder that both see: PRECHECK_NOTES [/tmp/precheck-notes].
set -u
document=${DOCUMENT_WORKING_PATH:-}
notes=${PRECHECK_NOTES:-/tmp/precheck-notes}
[ -f "$document" ] || exit 0
umask 077
mkdir -p "$notes" || exit 0
# the verdict of each page, and nothing that was read from it
precheck --quiet check "$document" --format jsonl --lang "${PRECHECK_LANG:-en}" 2> /dev/null \
    | sed -n 's/^{"type":"page".*"verdict":"\([a-z]*\)".*/precheck-\1/p' | sort -u > "$notes/${TASK_ID:-$(basename "$document")}" || true
exit 0
