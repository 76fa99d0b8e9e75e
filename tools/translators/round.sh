#!/usr/bin/env sh
# One round for both translators, begun with the weights of two packages: the en->id model further, English news
# translated by it, the id->en model further on people's and made pairs; both packed. Stages that are done are skipped, a
# training that was stopped goes on: the same call again. Checkpoints stay in WORKDIR.
# Usage: round.sh PARALLEL GOLD WORKDIR ID_EN.argosmodel EN_ID.argosmodel VERSION [cpu|cuda] [MINUTES of: en->id, id->en]
#        [lines of English] [lines before them to leave out]
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
parallel="$1" gold="$2" work="$3" version="$6" device="${7:-cpu}" reverse="${8:-45}" minutes="${9:-90}"
lines="${10:-120000}" skip="${11:-0}"
held="--held-out $gold/flores-dev.jsonl $gold/ntrex-human.jsonl"
train="$parallel/train.id-en.tsv.xz"
rate="--device $device --decay 0.33 --warmup 60 --tokens 4096 --muon 2.5e-3 --adam 1.2e-3"

begin() { # WORKDIR PACKAGE
    [ -f "$1/start.pt" ] && return
    python "$here/unpack.py" "$2" "$1"
    python "$here/pieces.py" "$1/target.model" "$1/sentencepiece.model"
}

begin "$work/en-id" "$5"
if [ ! -f "$work/en-id/final.pt" ]; then
    [ -f "$work/en-id/pass-0.npz" ] || python "$here/corpus.py" "$train" "$work/en-id" --reverse $held
    python "$here/train.py" "$work/en-id" --start "$work/en-id/start.pt" --minutes "$reverse" $rate
fi
if [ ! -f "$work/synthetic.tsv.xz" ]; then
    python "$here/synthesise.py" "$work/en-id" "$parallel/mono2.en.txt.xz" "$work/part.xz" \
        --skip "$skip" --first "$lines" --device "$device"
    mv "$work/part.xz" "$work/synthetic.tsv.xz"
fi
begin "$work/id-en" "$4"
if [ ! -f "$work/id-en/final.pt" ]; then
    [ -f "$work/id-en/pass-0.npz" ] ||
        python "$here/corpus.py" "$train" "$work/id-en" --synthetic "$work/synthetic.tsv.xz" $held
    python "$here/train.py" "$work/id-en" --start "$work/id-en/start.pt" --minutes "$minutes" $rate
fi
for language in id en; do
    [ -f "$work/$language.onnx" ] || python "$here/boundaries.py" "$train" "$work/$language.onnx" --language "$language"
done
measured="--flores $gold/flores-dev.jsonl --dev $parallel/dev.id-en.tsv --version $version"
python "$here/export.py" "$work/id-en/final.pt" "$work/id_en.argosmodel" --card "$here/CARD.id-en.md" \
    --boundaries "$work/id.onnx" $measured
python "$here/export.py" "$work/en-id/final.pt" "$work/en_id.argosmodel" --reverse --card "$here/CARD.en-id.md" \
    --boundaries "$work/en.onnx" $measured
