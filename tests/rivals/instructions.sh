#!/bin/sh
# Prints how many instructions each row takes genl and a rival, by callgrind: what 100 more times cost, divided by 100.
# The profile is `release`, or the first argument.
set -eu
cd "$(dirname "$0")"
command -v valgrind > /dev/null || { echo "valgrind is not installed" >&2; exit 1; }
profile=${1:-release}
cargo build --quiet --profile "$profile"
rivals=target/$profile/genl-rivals
count() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$rivals" --once "$1" "$2" "$3" 2>&1 | sed -n 's/.*Collected : //p'
}
"$rivals" --list | while IFS="$(printf '\t')" read -r row side; do
    few=$(count "$row" "$side" 10)
    many=$(count "$row" "$side" 110)
    here=$(((many - few) / 100))
    [ "$side" = genl ] && genl=$here && continue
    echo "$row" "$genl" "$here" "$side" | awk '{ printf "%-17s %9d %9d %8.2f ", $1, $2, $3, $3 / $2; $1 = $2 = $3 = ""; print }'
done
