"""Stands in for unbabel-comet: a checkpoint is a JSON file, a score the share of words two texts have in common."""

import json
import os

__version__ = "2.2.7"
print("loading")  # libraries print; the answers must not be lost in it


class Encoder:
    max_positions = 12
    size_separator = 2

    @staticmethod
    def tokenizer(texts):
        return {"input_ids": [[0, *range(len(text.split())), 2] for text in texts]}


class Model:
    encoder = Encoder()

    def __init__(self, settings):
        self.hparams = settings
        self.dtype = "half"

    def requires_references(self):
        return self.hparams["class_identifier"] == "regression_metric"

    def float(self):
        self.dtype = "single"
        return self

    def eval(self):
        return self

    def predict(self, samples, batch_size, progress_bar, gpus, num_workers):
        print("predicting")
        assert self.dtype == "single"
        assert samples
        if self.hparams.get("dies"):
            os._exit(3)
        return {"scores": [overlap(row.get("ref", row["src"]), row["mt"]) for row in samples]}


def overlap(one, other):
    a, b = set(one.lower().split()), set(other.lower().split())
    return len(a & b) / len(a | b)


def load_from_checkpoint(path, local_files_only):
    assert local_files_only == (os.environ.get("HF_HUB_OFFLINE") == "1")
    with open(path, encoding="utf-8") as stream:
        return Model(json.load(stream))


def download_model(*_, **__):
    raise AssertionError("goes on line even when told not to")
