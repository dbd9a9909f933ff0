#!/bin/sh
# What the image runs. Root gives itself up first: of all its rights the service keeps those to switch FFmpeg to a user of its own and
# to end that user's processes.
exec setpriv --reuid=transcoder --regid=transcoder --clear-groups --no-new-privs \
	--bounding-set=-all,+setuid,+setgid,+kill --inh-caps=-all,+setuid,+setgid,+kill --ambient-caps=-all,+setuid,+setgid,+kill \
	node container-transcoder/server.ts
