#!/usr/bin/env sh
# One more round without a GPU, from a finished model on: an en->id model begun with its weights, back-translated English
# news, then the model itself again on people's and made pairs. Stages that are done are skipped.
# Usage: again.sh PARALLEL GOLD WORKDIR FROM [MINUTES of: reverse, model] [lines of English]; FROM is a run of train.py
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
parallel="$1" gold="$2" work="$3" from="$4" reverse="${5:-33}" minutes="${6:-60}" lines="${7:-130000}"
held="--held-out $gold/flores-dev.jsonl $gold/ntrex-human.jsonl"
train="$parallel/train.id-en.tsv.xz" pieces="$from/sentencepiece.model"
rate="--tokens 8192 --muon 3e-3 --adam 1.5e-3 --start $from/final.pt"
mkdir -p "$work/reverse" "$work/model"

if [ ! -f "$work/reverse/final.pt" ]; then
    python "$here/corpus.py" "$train" "$work/reverse" --reverse --passes 1 --sentencepiece "$pieces" $held
    python "$here/train.py" "$work/reverse" --minutes "$reverse" --decay 0.4 --warmup 60 $rate
fi
if [ ! -f "$work/synthetic.tsv.xz" ]; then
    python "$here/synthesise.py" "$work/reverse" "$parallel/mono.en.txt.xz" "$work/part.xz" --first "$lines"
    mv "$work/part.xz" "$work/synthetic.tsv.xz"
fi
if [ ! -f "$work/model/final.pt" ]; then
    python "$here/corpus.py" "$train" "$work/model" --synthetic "$work/synthetic.tsv.xz" --sentencepiece "$pieces" $held
    python "$here/train.py" "$work/model" --minutes "$minutes" --decay 0.35 --warmup 100 $rate
fi
[ -f "$work/id.onnx" ] || python "$here/boundaries.py" "$train" "$work/id.onnx"
python "$here/export.py" "$work/model/final.pt" "$work/id_en.argosmodel" --card "$here/CARD.md" \
    --boundaries "$work/id.onnx" --flores "$gold/flores-dev.jsonl" --dev "$parallel/dev.id-en.tsv"
