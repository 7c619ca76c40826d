#!/bin/sh
# Examines a list of paths with GNU parallel, on this machine or, with its --sshlogin, on others that see the same disk.
#
#   parallel.sh LIST YYYY-MM-DD [OPTION of `precheck check`]...  > LINES
set -eu
list=$1
shift
here=$(cd "$(dirname "$0")" && pwd)
# 32 files a run; a run that was killed is done again; what a failed run printed does not count
exec parallel --will-cite --pipepart --block -2 --recend '\n' --retries 3 -a "$list" sh "$here/part.sh" "$@"
