#!/usr/bin/env bash
# Installs other versions of Node into a folder, from the npm packages that hold one each, and prints
# the path of each executable: `scripts/other-nodes.sh FOLDER MAJOR…`, MAJOR 22 or 24. Versions and
# contents are pinned. Ends with 1, and says why on stderr, where one cannot be had.
set -euo pipefail

declare -A versions=([22]=22.23.3 [24]=24.21.0)
# SHA-512 of the packages in base 64, as their registry tells them.
declare -A hashes=(
  [x64-22]=qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==
  [x64-24]=3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==
  [arm64-22]=l3DAHZreylo+p9QXDtsOrjG2JXJqVzYXnAGmIQNOUNARcMppTO2cmewVQP+36tjJnSE+dzpMNtgW+c3oiDvXtA==
  [arm64-24]=FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==
)

fail() {
  echo "other-nodes: $*" >&2
  exit 1
}

[ $# -ge 2 ] || fail "Expected FOLDER MAJOR…; got $# arguments"
folder="$1"
shift
case "$(uname -sm)" in
  "Linux x86_64") machine=x64 ;;
  "Linux aarch64") machine=arm64 ;;
  *) fail "Expected Linux on x64 or arm64; got $(uname -sm); name executables of Node yourself" ;;
esac

for major in "$@"; do
  version="${versions[$major]:-}"
  [ -n "$version" ] || fail "Expected a major among ${!versions[*]}; got $major"
  place="$folder/node-$version"
  if [ ! -x "$place/bin/node" ]; then
    mkdir -p "$place"
    archive=$(cd "$place" && npm pack --silent "node-linux-$machine@$version") ||
      fail "Expected the package node-linux-$machine@$version; got none from the registry"
    hash=$(node -p 'crypto.createHash("sha512").update(fs.readFileSync(process.argv[1])).digest("base64")' "$place/$archive")
    [ "$hash" = "${hashes[$machine-$major]}" ] ||
      fail "Expected $archive with the SHA-512 on record; got another file"
    tar -xzf "$place/$archive" -C "$place" --strip-components=1 package/bin/node
    rm "$place/$archive"
  fi
  "$place/bin/node" --version >/dev/null || fail "Expected Node $version to start; it does not"
  echo "$place/bin/node"
done
