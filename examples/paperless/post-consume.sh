#!/bin/sh
# A post-consume script for paperless-ngx (PAPERLESS_POST_CONSUME_SCRIPT): puts the tags on that pre-consume.sh found, such as
# precheck-ready, precheck-retake, precheck-review. Tags that paperless does not have are made.
#
# paperless runs it on its own machine, in the folder of its manage.py; nothing is sent anywhere.
set -u
notes=${PRECHECK_NOTES:-/tmp/precheck-notes}
note="$notes/${TASK_ID:-}"
[ -f "$note" ] && [ -n "${DOCUMENT_ID:-}" ] || exit 0
DOCUMENT_TAGS=$(tr '\n' ' ' < "$note") ${PRECHECK_MANAGE:-python3 manage.py} shell -c '
import os
from documents.models import Document, Tag
document = Document.objects.get(pk=os.environ["DOCUMENT_ID"])
for name in os.environ["DOCUMENT_TAGS"].split():
    document.tags.add(Tag.objects.get_or_create(name=name)[0])
' || true
rm -f "$note"
exit 0
