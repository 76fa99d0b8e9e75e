#!/usr/bin/env sh
# Corpus, training, export in one go; the same call again goes on. Usage: make.sh PARALLEL GOLD WORKDIR [MINUTES] [DEVICE]
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
parallel="$1" gold="$2" work="$3" minutes="${4:-120}" device="${5:-cpu}"
mkdir -p "$work"
if [ ! -f "$work/pass-2.npz" ]; then
    python "$here/corpus.py" "$parallel/train.id-en.tsv.xz" "$work" \
        --held-out "$gold/flores-dev.jsonl" "$gold/ntrex-human.jsonl"
fi
python "$here/train.py" "$work" --minutes "$minutes" --device "$device" \
    --decay 0.35 --muon 2.5e-3 --adam 1.2e-3 --warmup 200 --tokens 2048 | tee -a "$work/train.log"
[ -f "$work/id.onnx" ] || python "$here/boundaries.py" "$parallel/train.id-en.tsv.xz" "$work/id.onnx"
python "$here/export.py" "$work/final.pt" "$work/id_en.argosmodel" --card "$here/CARD.md" --boundaries "$work/id.onnx" \
    --flores "$gold/flores-dev.jsonl" --dev "$parallel/dev.id-en.tsv"
