#!/usr/bin/env sh
# A whole round on a GPU: en->id model, back-translated English news, id->en teacher, distilled student. Each stage is
# skipped when its result is there, so that the same call goes on where an earlier one was stopped.
# Usage: round.sh PARALLEL GOLD WORKDIR [DEVICE] [MINUTES of: reverse, teacher, student] [lines of each text, for a rehearsal]
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
parallel="$1" gold="$2" work="$3" device="${4:-cuda}"
reverse="${5:-4}" teacher="${6:-8}" student="${7:-9}" first="${8:+--first $8}"
big="${BIG:---chunk 4096 --width 512 --feed-forward 2048 --heads 8 --tokens 16384 --muon 2e-3 --adam 1e-3 --dropout 0.1}"
small="${SMALL:---chunk 4096 --tokens 16384 --muon 3e-3 --adam 1.5e-3 --dropout 0.05}"
held="--held-out $gold/flores-dev.jsonl $gold/ntrex-human.jsonl"
train="$parallel/train.id-en.tsv.xz"
mkdir -p "$work/reverse" "$work/teacher" "$work/student"
pieces="$work/teacher/sentencepiece.model"

stage() { [ ! -f "$1" ] && echo "== $1"; }

if stage "$work/teacher/vocabulary.done"; then
    python "$here/corpus.py" "$train" "$work/teacher" --passes 0 $held
    touch "$work/teacher/vocabulary.done"
fi
if stage "$work/reverse/final.pt"; then
    python "$here/corpus.py" "$train" "$work/reverse" --reverse --sentencepiece "$pieces" $held
    python "$here/train.py" "$work/reverse" --minutes "$reverse" --device "$device" --decoder-layers 2 $big
fi
if stage "$work/synthetic.tsv.xz"; then
    python "$here/synthesise.py" "$work/reverse" "$parallel/mono.en.txt.xz" "$work/part.xz" --sample 10 --device "$device" $first
    mv "$work/part.xz" "$work/synthetic.tsv.xz"
fi
if stage "$work/teacher/final.pt"; then
    python "$here/corpus.py" "$train" "$work/teacher" --synthetic "$work/synthetic.tsv.xz" $held
    python "$here/train.py" "$work/teacher" --minutes "$teacher" --device "$device" --decoder-layers 6 $big
fi
if stage "$work/distilled.tsv.xz"; then
    python "$here/synthesise.py" "$work/teacher" "$train" "$work/part.xz" --column 0 --input-first --device "$device" $first
    mv "$work/part.xz" "$work/distilled.tsv.xz"
fi
if stage "$work/student/final.pt"; then
    python "$here/corpus.py" "$train" "$work/student" --sentencepiece "$pieces" $held \
        --synthetic "$work/synthetic.tsv.xz" "$work/distilled.tsv.xz"
    python "$here/train.py" "$work/student" --minutes "$student" --device "$device" $small | tee "$work/student/train.log"
fi
[ -f "$work/id.onnx" ] || python "$here/boundaries.py" "$train" "$work/id.onnx"
python "$here/export.py" "$work/student/final.pt" "$work/id_en.argosmodel" --card "$here/CARD.md" --boundaries "$work/id.onnx" \
    --flores "$gold/flores-dev.jsonl" --dev "$parallel/dev.id-en.tsv"
