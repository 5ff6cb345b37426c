#!/usr/bin/env bash
# Starts Trivium once on an empty database that is thrown away, and keeps what Java has read and learned for later starts.
#   archive-classes.sh FOLDER       where the jar was unpacked; writes FOLDER/trivium.aot, on a Java older than 25 FOLDER/trivium.jsa
# JAVA_HOME chooses the Java. An archive fits the Java, the options of its heap and the jar it was made with; with others Java starts without it.
set -euo pipefail
folder=$(cd "${1:?the folder of the unpacked jar}" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jar=$(echo "$folder"/trivium*.jar)
port=${TRIVIUM_ARCHIVE_PORT:-8098}
work=$(mktemp -d)
trap '[ -z "${pid:-}" ] || kill "$pid" 2>/dev/null || true; wait; rm -rf "$work"' EXIT

if "$java" -XX:+PrintFlagsFinal -version 2>/dev/null | grep -q " AOTCacheOutput "; then
  archive=-XX:AOTCacheOutput=$folder/trivium.aot
else
  archive=-XX:ArchiveClassesAtExit=$folder/trivium.jsa
fi
# from the folder in which it is started later, or the paths of its libraries differ
cd "$folder"
"$java" -Xmx512m -XX:+UseSerialGC "$archive" -jar "$jar" --trivium.data-dir="$work/data" --server.port="$port" --server.address=127.0.0.1 \
  --trivium.setup.administrator-password="$(head -c 24 /dev/urandom | base64)" >"$work/log" 2>&1 &
pid=$!

page() { (exec 3<>"/dev/tcp/127.0.0.1/$port" && printf 'GET %s HTTP/1.0\r\n\r\n' "$1" >&3 && cat <&3) 2>/dev/null; }
for _ in $(seq 600); do
  kill -0 "$pid" 2>/dev/null || { tail -n 30 "$work/log" >&2; exit 1; }
  if page /actuator/health/readiness | grep -q '^HTTP/1.1 200'; then ready=yes; break; fi
  sleep 0.5
done
[ -n "${ready:-}" ] || { echo "not ready after five minutes" >&2; exit 1; }
for _ in 1 2 3; do page /sign-in | grep -q '<h1' || { echo "not a page" >&2; exit 1; }; done
kill "$pid"
wait "$pid" || true
pid=
ls -l "${archive#*=}"
