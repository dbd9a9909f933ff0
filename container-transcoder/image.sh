#!/bin/sh
# Builds the transcoder's image without a Docker engine, starts it as it would be, and lets it transcode a clip: the service must not
# run as root, and FFmpeg neither as root nor as the service.
# Needs root, Debian's buildah and debootstrap, and on the machine: Node 24 in node_modules, npm, FFmpeg (to make the clip).
#   container-transcoder/image.sh            build, start, check
#   STATE=DIR KEEP=1 container-transcoder/image.sh     the same, and leave images and layers in DIR for the next time
set -eu
cd "$(dirname "$0")/.."
STATE=${STATE:-$(mktemp -d /tmp/reelay-image.XXXXXX)}
mkdir -p "$STATE"
export STORAGE_DRIVER=vfs BUILDAH_ISOLATION=chroot
store() { buildah --root "$STATE/storage" --runroot "$STATE/run" "$@"; }
# buildah passes no signal on: the service is told itself, and is a descendant of the process that was started.
stop_service() {
	[ -n "$service" ] || return 0
	descendant=$service
	while child=$(pgrep -P "$descendant"); do descendant=$child; done
	kill "$descendant" && wait "$service"
	service=''
}
say() { echo "image: $*" >&2; }

container=''
service=''
finish() {
	status=$?
	stop_service || true
	[ -z "$container" ] || store rm "$container" >/dev/null 2>&1 || true
	[ -n "${KEEP:-}" ] || rm -rf "$STATE"
	exit "$status"
}
trap finish EXIT
trap 'exit 130' INT TERM

for tool in buildah debootstrap npm ffmpeg; do
	command -v "$tool" >/dev/null || { say "$tool is missing: apt-get install buildah debootstrap ffmpeg, and Node with npm"; exit 1; }
done

# The base: Debian from this machine's own sources, and this machine's Node 24 and npm.
make_base() {
	mirror=$(sed -n 's/^URIs: *//p; s/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\) .*/\2/p' /etc/apt/sources.list.d/* /etc/apt/sources.list 2>/dev/null | head -n 1)
	say "debootstrap"
	debootstrap --variant=minbase bookworm "$STATE/base" "$mirror" >"$STATE/debootstrap.log" 2>&1 || { tail -n 20 "$STATE/debootstrap.log" >&2; exit 1; }
	rm -f "$STATE/base/etc/apt/sources.list"
	cp -r /etc/apt/sources.list.d "$STATE/base/etc/apt/"
	[ ! -f /etc/apt/sources.list ] || cp /etc/apt/sources.list "$STATE/base/etc/apt/"
	install -m 755 "$(readlink -f node_modules/.bin/node)" "$STATE/base/usr/local/bin/node"
	mkdir -p "$STATE/base/usr/local/lib/node_modules"
	# Where npm itself lies: `npm root -g` follows the first Node on PATH, which within `npm run` is the project's and has no npm.
	cp -r "$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")" "$STATE/base/usr/local/lib/node_modules/npm"
	ln -s ../lib/node_modules/npm/bin/npm-cli.js "$STATE/base/usr/local/bin/npm"
	base=$(store from scratch)
	store add -q "$base" "$STATE/base" / >/dev/null
	store config --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$base"
	store commit -q "$base" localhost/debian-node:24 >/dev/null
	store rm "$base" >/dev/null
	rm -rf "$STATE/base"
}
store inspect --type image localhost/debian-node:24 >/dev/null 2>&1 || make_base

say "build"
# A machine behind a proxy that inspects TLS trusts one more authority, which the packages come through.
authority=${NODE_EXTRA_CA_CERTS:-}
set -- --layers --build-arg BASE=localhost/debian-node:24 --build-arg NPM_CONFIG_REGISTRY="$(npm config get registry 2>/dev/null)"
[ -z "$authority" ] || set -- "$@" --volume "$(readlink -f "$authority"):/run/authority.pem:ro" --build-arg NODE_EXTRA_CA_CERTS=/run/authority.pem
store bud -q "$@" --ignorefile container-transcoder/Dockerfile.dockerignore -f container-transcoder/Dockerfile -t reelay-transcoder . >"$STATE/build.log" 2>&1 \
	|| { tail -n 40 "$STATE/build.log" >&2; exit 1; }

say "start"
container=$(store from --pull-never localhost/reelay-transcoder)
# The check's bucket and the service share the machine's network: chroot isolation has no other.
rm -f "$STATE/address"
node_modules/.bin/node container-transcoder/testing/image-check.ts >"$STATE/address" &
check=$!
while [ ! -s "$STATE/address" ]; do
	kill -0 "$check" 2>/dev/null || { wait "$check"; exit 1; }
	sleep 0.1
done
read -r bucket port key <"$STATE/address"
store run --env PORT="$port" --env HOST=127.0.0.1 --env MEDIA_ENDPOINT="$bucket" --env MEDIA_BUCKET=media --env TRANSCODER_KEY="$key" \
	"$container" sh container-transcoder/start.sh >"$STATE/service.log" 2>&1 &
service=$!
wait "$check" || { tail -n 40 "$STATE/service.log" >&2; exit 1; }
user_of() { sed -n 's/^Uid:[[:space:]]*\([0-9]*\).*/\1/p' "/proc/$1/status"; }
descendant=$service
while child=$(pgrep -P "$descendant" | head -n 1) && [ -n "$child" ]; do descendant=$child; done
[ "$(user_of "$descendant")" = 10001 ] || { say "the service runs as user $(user_of "$descendant")"; exit 1; }
grep -q '"event":"ffmpeg.own_user","uid":10002' "$STATE/service.log" || { say "FFmpeg does not run as a user of its own"; exit 1; }
stop_service || { say "the service did not end well on SIGTERM"; exit 1; }
say "works"
