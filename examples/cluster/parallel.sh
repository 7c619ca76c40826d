#!/bin/sh
# Examines a list of paths with GNU parallel, on this machine or, with its --sshlogin, on others that see the same disk.
#
#   parallel.sh LIST YYYY-MM-DD [OPTION of `precheck check`]...  > LINES
set -eu
list=$1
shift
here=$(cd "$(dirname "$0")" && pwd)
# 32 files a run; a run that was killed is done again, and what it had printed does not count. Paths are given as arguments
# and not by --pipepart, because a run that is done again would have nothing on its standard input.
exec parallel --will-cite -N 32 --retries 3 -a "$list" "printf '%s\\n' {} | sh $here/part.sh $*"
