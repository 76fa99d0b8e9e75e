#!/usr/bin/env bash
# What the GitHub Action runs. Inputs come in INPUT_* variables, never by text substitution into this script: what a pull
# request writes into a file name stays an argument. -I keeps Python from taking modules out of the workspace. Ends with the exit code of `mtaudit gate`.
set -uo pipefail

arguments=()
add_lines() { # NAME-OF-OPTION-OR-EMPTY TEXT: an argument (with its option) for each line that is not blank
  local line
  while IFS= read -r line || [ -n "$line" ]; do
    line="${line#"${line%%[![:space:]]*}"}"
    line="${line%"${line##*[![:space:]]}"}"
    [ -z "$line" ] && continue
    [ -n "$1" ] && arguments+=("$1")
    arguments+=("$line")
  done <<<"$2"
}

add_lines "--original" "${INPUT_ORIGINAL:-}"
[ -n "${INPUT_PAIRS:-}" ] && arguments+=("--pairs" "$INPUT_PAIRS")
[ -n "${INPUT_PROFILE:-}" ] && arguments+=("--profile" "$INPUT_PROFILE")
[ -n "${INPUT_BASELINE:-}" ] && arguments+=("--baseline" "$INPUT_BASELINE")
if [ -n "${INPUT_ARGS:-}" ]; then
  split="$(mktemp)"
  if ! printf '%s' "$INPUT_ARGS" |
    python -I -c 'import shlex, sys; print(*shlex.split(sys.stdin.read()), sep="\n")' >"$split"; then
    echo "::error title=mtaudit::The input 'args' can't be split into words: look for a quotation mark without its pair."
    rm -f "$split"
    exit 2
  fi
  add_lines "" "$(cat "$split")"
  rm -f "$split"
fi

summary="$(mktemp)"
outputs=(-o "github:" -o "markdown:$summary")
[ -n "${INPUT_SARIF:-}" ] && outputs+=(-o "sarif:$INPUT_SARIF")
inputs=()
options=("${arguments[@]+"${arguments[@]}"}")
arguments=()
add_lines "" "${INPUT_PATHS:-}"
inputs=("${arguments[@]+"${arguments[@]}"}")

# --quiet: the terminal report would put article text where the runner looks for commands
code=0
python -I -m mtaudit gate --quiet --explain "${outputs[@]}" "${options[@]+"${options[@]}"}" -- "${inputs[@]+"${inputs[@]}"}" || code=$?

if [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -s "$summary" ]; then
  if [ "$(wc -c <"$summary")" -lt 1000000 ]; then # a summary of more than 1 MiB is refused as a whole
    cat "$summary" >>"$GITHUB_STEP_SUMMARY"
  else
    head -n 20 "$summary" | cut -c 1-2000 >>"$GITHUB_STEP_SUMMARY"
    printf '\nThe rest is too long for a job summary.\n' >>"$GITHUB_STEP_SUMMARY"
  fi
fi
rm -f "$summary"
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  echo "exit-code=$code" >>"$GITHUB_OUTPUT"
  [ -n "${INPUT_SARIF:-}" ] && [ -s "$INPUT_SARIF" ] && printf 'sarif=%s\n' "$INPUT_SARIF" >>"$GITHUB_OUTPUT"
fi
exit "$code"
