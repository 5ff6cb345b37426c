#!/usr/bin/env bash
# How long Trivium takes to a usable page, and the memory it holds afterwards. Linux. Starts with an empty folder, then again on the same.
#   src/benchmark/start.sh jar|unpacked|maven [rounds] [port]          the jar must lie in target; JAVA_HOME chooses the JDK
# unpacked: as docs/operations.md has it under "A faster start", the archive made first; FLAGS are options of Java besides
set -euo pipefail
cd "$(dirname "$0")/../.."
how=${1:?jar, unpacked or maven} rounds=${2:-3} port=${3:-8097}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap '[ -z "${pid:-}" ] || kill "$pid" 2>/dev/null || true; wait; rm -rf "$work"' EXIT

# Private and shared pages, shared ones divided among their users, of some processes: MB
memory() { for p in "$@"; do sed -n 's/^Pss: *//p' "/proc/$p/smaps_rollup"; done | awk '{ sum += $1 } END { printf "%d", sum / 1024 }'; }
resident() { awk '/^VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$1/status"; }

measure() {
  local begin now from=$EPOCHREALTIME
  if [ "$how" = jar ]; then
    $java -Xmx512m -XX:+UseSerialGC -jar target/trivium-*.jar --trivium.data-dir="$work/data" --server.port="$port" >"$work/log" 2>&1 &
  elif [ "$how" = unpacked ]; then
    $java -Xmx512m -XX:+UseSerialGC ${FLAGS:-} "$archive" -jar "$work/unpacked"/trivium-*.jar --trivium.data-dir="$work/data" \
      --server.port="$port" >"$work/log" 2>&1 &
  else
    mvn -o -B spring-boot:run -Dspring-boot.run.arguments="--trivium.data-dir=$work/data --server.port=$port" >"$work/log" 2>&1 &
  fi
  pid=$!
  until [ "$(curl -s -L -o "$work/page" -w '%{http_code}' "http://127.0.0.1:$port/")" = 200 ]; do
    kill -0 "$pid" || { tail -n 30 "$work/log"; exit 1; }
    sleep 0.05
  done
  now=$EPOCHREALTIME
  grep '<h1' "$work/page" >/dev/null || { echo "not a page"; exit 1; }
  sleep 15
  local application server
  application=$(cat "$work/data/trivium.pid")
  server=$(head -n 1 "$work/data/postgresql/postmaster.pid")
  printf '%-6s %-12s %6s s to the page, Java %s MB resident, PostgreSQL %s MB, load %s\n' "$how" "$1" \
    "$(echo "scale=1; ($now - $from) / 1" | bc)" "$(resident "$application")" \
    "$(memory "$server" $(pgrep -P "$server"))" "$(cut -d' ' -f1 /proc/loadavg)"
  kill "$application"
  wait "$pid" || true
  pid=
}

$java -version 2>&1 | sed -n 2p
if [ "$how" = unpacked ]; then
  $java -Djarmode=tools -jar target/trivium-*.jar extract --destination "$work/unpacked"
  src/main/shell/archive-classes.sh "$work/unpacked"
  if [ -e "$work/unpacked/trivium.aot" ]; then archive=-XX:AOTCache=$work/unpacked/trivium.aot; else archive=-XX:SharedArchiveFile=$work/unpacked/trivium.jsa; fi
fi
for _ in $(seq "$rounds"); do
  rm -rf "$work/data"
  measure "empty folder"
  measure "again"
done
