# Sourced by `machines`, `compilers` and `proof`.

# Runs a command that runs tests, and prints in one line what they add up to: `tally NAME COMMAND [ARGUMENT..]`.
# Fails if the command fails, and if no test ran.
tally() {
    local name=$1 begin=$SECONDS status=0 log
    shift
    log=$(mktemp)
    "$@" 2>&1 | tee "$log" || status=$?
    awk -v name="$name" -v seconds=$((SECONDS - begin)) '
        /^test result: / { passed += $4; failed += $6; ignored += $8; left_out += $12 }
        END {
            printf "%s: %d passed, %d failed, %d ignored, %d left out, %d s\n", name, passed, failed, ignored, left_out, seconds
            exit passed == 0
        }' "$log" || status=1
    rm -f "$log"
    return $status
}
