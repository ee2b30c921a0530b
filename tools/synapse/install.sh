#!/usr/bin/env bash
# Installs a Debian of its own with the homeserver Synapse and python3-matrix-nio, for the tests of the Matrix adapter.
# Root on Debian or Ubuntu; one minute, 540 MB. SYNAPSE_ROOT names another folder. A second call does nothing.
# Elsewhere, where there is a container engine, it becomes an image.
set -euo pipefail

root=${SYNAPSE_ROOT:-/var/cache/sitzungsdienst/synapse}
new=$root.new

complete() { [[ -x $root/usr/bin/synapse_homeserver && -d $root/usr/lib/python3/dist-packages/nio ]]; }

discard() {
  # debootstrap mounts these for a while; killed, it leaves them.
  local mounted
  for mounted in "$new/proc" "$new/sys"; do
    while mountpoint -q "$mounted" 2>/dev/null; do umount "$mounted"; done
  done
  rm -rf --one-file-system "$new"
}

complete && exit 0
if [[ $(id -u) -ne 0 ]] || ! command -v apt-get >/dev/null; then
  if docker info >/dev/null 2>&1; then
    exec docker build --quiet --tag sitzungsdienst-synapse "$(dirname "${BASH_SOURCE[0]}")"
  fi
  echo "Synapse is installed by root on Debian or Ubuntu, or where a container engine runs." >&2
  exit 1
fi

mkdir -p "$(dirname "$root")"
exec 9>"$root.lock"
# Held by whatever it starts, too: what a killed call left running is waited for.
flock 9
complete && exit 0
if [[ -e $root ]] && ! rmdir "$root" 2>/dev/null; then
  echo "$root is no Debian with Synapse and not empty: please remove it, or name another folder in SYNAPSE_ROOT." >&2
  exit 1
fi

echo "Installing Synapse and python3-matrix-nio (Debian sid) into $root …"
export DEBIAN_FRONTEND=noninteractive
if ! command -v debootstrap >/dev/null; then
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends debootstrap debian-archive-keyring >/dev/null
fi

install() {
  debootstrap --variant=minbase sid "$new" &&
    chroot "$new" apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-unsafe-io \
      matrix-synapse python3-matrix-nio openssl &&
    chroot "$new" apt-get clean &&
    mv -T "$new" "$root"
}

discard
if ! install >"$root.log" 2>&1; then
  tail -n 20 "$root.log" >&2
  echo "Synapse could not be installed; all of it is in $root.log." >&2
  discard
  exit 1
fi
