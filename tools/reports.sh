#!/usr/bin/env sh
# Render the committed reports of the samples: usage tools/reports.sh [MTAUDIT]. The time of the run is left out of
# them, so that they change only when the verdicts do.
set -eu
cd "$(dirname "$0")/.."
mtaudit="${1:-mtaudit}"
"$mtaudit" audit samples --quiet --no-cache --word-faults -o reports/samples.json
python3 - reports/samples.json <<'P'
import re, sys
path = sys.argv[1]
text = open(path, encoding="utf-8").read()
text = re.sub(r'"started": "[^"]*"', '"started": "1970-01-01T00:00:00Z"', text, count=1)
text = re.sub(r'"seconds": [0-9.e-]+', '"seconds": 0.0', text, count=1)
open(path, "w", encoding="utf-8").write(text)
P
"$mtaudit" report reports/samples.json --quiet -o reports/samples.html -o reports/samples.md
