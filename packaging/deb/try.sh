#!/bin/sh
# Tries a .deb as somebody would who never saw the program: installs it in a fresh minimal Debian root, checks a picture by
# the command and opens the window, both without a network, removes it, and looks whether anything is left.
#
#   packaging/deb/try.sh dist/precheck_*.deb [ROOT]     (as root; ROOT is made by debootstrap if it is not there)
set -eu
deb=$1
root=${2:-/var/tmp/precheck-try}
here=$(cd "$(dirname "$0")/../.." && pwd)
say() { printf '· %s\n' "$*"; }
in_root() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# a network of its own, without any way out
alone() { unshare --net chroot "$root" env -i PATH=/usr/bin:/bin HOME=/srv/somebody LANG=C.UTF-8 "$@"; }
files() { (cd "$root" && find . -xdev \( -path ./proc -o -path ./sys -o -path ./dev -o -path ./var/lib/dpkg -o -path ./var/lib/apt -o -path ./var/cache -o -path ./var/log -o -path ./tmp \) -prune -o -print | sort); }

[ -d "$root/usr" ] || debootstrap --variant=minbase bookworm "$root"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
trap 'umount "$root/proc"' EXIT
in_root apt-get update -qq

say "the packages that it needs, first alone, so that what it leaves itself can be seen"
cp "$deb" "$root/tmp/precheck.deb"
in_root apt-get install -y -qq xvfb xauth python3-minimal >/dev/null
needs=$(in_root apt-get install -s /tmp/precheck.deb | sed -n 's/^Inst \([^ ]*\) .*/\1/p' | grep -v '^precheck$' || true)
# shellcheck disable=SC2086
[ -z "$needs" ] || in_root apt-get install -y -qq --no-install-recommends $needs >/dev/null
mkdir -p "$root/srv/somebody"
before=$(files)

say "install"
in_root apt-get install -y -qq /tmp/precheck.deb >/dev/null
in_root dpkg --verify precheck
rm -rf "$root/srv/somebody/ready"
cp -R "$here/testdata/ready" "$root/srv/somebody/ready"

say "doctor"
alone precheck doctor
say "check: a set without faults is ready"
alone precheck check /srv/somebody/ready --record /srv/somebody/ready/record.json --today 2026-11-22 --format jsonl \
    > "$root/tmp/lines.jsonl"
grep -q '"verdict":"ready"' "$root/tmp/lines.jsonl"
say "the window, on a display in memory"
alone sh -c 'xvfb-run -a -s "-screen 0 1280x800x24" timeout 25 precheck-app /srv/somebody/ready --record /srv/somebody/ready/record.json; test $? = 124'
say "manual pages, completions, desktop entry"
for file in usr/share/man/man1/precheck.1.gz usr/share/man/man1/precheck-check.1.gz usr/share/man/man1/precheck-app.1.gz \
    usr/share/bash-completion/completions/precheck usr/share/applications/precheck.desktop \
    usr/share/metainfo/precheck.metainfo.xml usr/share/icons/hicolor/scalable/apps/precheck.svg; do
    test -s "$root/$file" || { echo "missing: $file"; exit 1; }
done

say "remove"
in_root apt-get purge -y -qq precheck >/dev/null
rm -rf "$root/srv/somebody/ready"
after=$(files)
left=$(printf '%s\n%s\n' "$before" "$after" | sort | uniq -u)
[ -z "$left" ] || { printf 'left or lost:\n%s\n' "$left"; exit 1; }
say "nothing is left"
