"""Damaged inputs to every reader, for a while: whatever the bytes, a reader gives items or says in a line why not.

    python tools/fuzz.py [--seconds 60] [--seed N] [FILE|FOLDER ...]

What is damaged: a sound file of each format, and the FILEs given beside them. Each is cut off, stretches of it are
doubled, overwritten, left out, or put into another; some are compressed. Every result is checked as
tests/reading/test_robustness.py checks it, and everything must be able to be written. Prints the seed; what breaks is
left in fuzz-*.bin, and exit 1 says so. `make fuzz SECONDS=3600` for an hour.
"""

from __future__ import annotations

import argparse
import faulthandler
import gzip
import io
import json
import random
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from mtaudit.errors import InputError  # noqa: E402
from mtaudit.model import Skipped  # noqa: E402
from mtaudit.reading import read_inputs  # noqa: E402
from mtaudit.reading.interface import Source  # noqa: E402
from tests.reading.samples import SAMPLES  # noqa: E402
from tests.reading.test_robustness import READERS, TROUBLE, check  # noqa: E402

SLOW = 20.0  # seconds of a processor for a few kilobytes: that is as good as never
LARGEST = 200_000  # bytes of a file that is damaged
MORE = (
    b"\xef\xbb\xbf", b"\xfe\xff", b"]]>", b"<![CDATA[", b"<!DOCTYPE a [", b"\\u0000", b"\r", b"9" * 4400, b"\t", b"'",
    b"\xf0\x9f\x98\x80", b"\x1b[2J", b"<item>", b'msgid ""', b"---\n", b"\x85", b"&#xD800;", b"1e999", b"NaN",
    b"\x1f\x8b",
)  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    parser.add_argument("files", nargs="*", type=Path)
    asked = parser.parse_args()
    faulthandler.enable()
    chance = random.Random(asked.seed)
    sound = [*SAMPLES.values(), *_given(asked.files)]
    end = time.monotonic() + asked.seconds
    tried = broken = 0
    while time.monotonic() < end:
        data = damaged(chance, sound)
        name, (reader, file) = chance.choice(sorted(READERS.items()))
        ways: dict[str, Callable[[], Iterable[object]]] = {
            name: partial(reader, Source(file, data, file), {}),
            "standard input": partial(read_inputs, ["-"], stdin=io.BytesIO(data)),
        }
        for way, read in ways.items():
            tried += 1
            if trouble := tell(read):
                broken += 1
                path = Path(f"fuzz-{asked.seed}-{tried}.bin")
                path.write_bytes(data)
                print(f"{path}: {way}: {trouble}")
    print(f"{tried} inputs, {broken} broke a reader (seed {asked.seed})")
    return 1 if broken else 0


def tell(read: Callable[[], Iterable[object]]) -> str:
    """What is wrong with what a reader makes of its input; "" where nothing is."""
    begun = time.process_time()  # another program at work is not the reader's fault
    try:
        items = list(read())
        check(items)  # type: ignore[arg-type]
        for item in items:
            if isinstance(item, Skipped):
                json.dumps([item.input, item.reason], ensure_ascii=False).encode()
                if "internal fault" in item.reason:
                    return item.reason
    except InputError as error:
        str(error).encode()
    except Exception:
        return traceback.format_exc()
    took = time.process_time() - begun
    return f"took {took:.0f} s" if took > SLOW else ""


def damaged(chance: random.Random, sound: list[bytes]) -> bytes:
    """A sound file with a few faults in it."""
    data = chance.choice(sound)
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(data))
        end = min(len(data), at + chance.choice((0, 1, 3, 12, 80, len(data))))
        other = chance.choice(sound)
        start = chance.randint(0, len(other))
        put = chance.choice(
            (
                b"",
                bytes(chance.randrange(256) for _ in range(chance.randint(1, 6))),
                data[at:end] * 2,
                chance.choice(TROUBLE),
                chance.choice(MORE),
                other[start : start + chance.choice((5, 60, 600))],
                data[at:end][::-1],
            )
        )
        data = data[:at] + put + data[end:]
    if chance.random() < 0.2:
        data = data[: chance.randint(0, len(data))]
    if chance.random() < 0.05:
        data = gzip.compress(data)[: chance.choice((None, 40))]
    return data


def _given(files: list[Path]) -> list[bytes]:
    """The contents of files, and of those in folders."""
    found = [path for file in files for path in (sorted(file.rglob("*")) if file.is_dir() else [file])]
    return [path.read_bytes()[:LARGEST] for path in found if path.is_file()]


if __name__ == "__main__":
    sys.exit(main())
