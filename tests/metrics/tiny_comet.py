"""Makes a tiny, untrained COMET checkpoint: `PYTHON tiny_comet.py FOLDER KIND`, PYTHON having unbabel-comet.

KIND is regression_metric (needs references) or referenceless_regression_metric. The encoder is an XLM-R with random
weights and a character vocabulary; the checkpoint is written by Lightning as COMET's own training writes it.
"""

import sys
from pathlib import Path

import pytorch_lightning
import torch
import yaml
from comet.models import str2model
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import XLMRobertaConfig, XLMRobertaModel, XLMRobertaTokenizerFast


def make_encoder(folder: Path) -> None:
    """A pretrained encoder as transformers saves it: configuration, weights, tokenizer."""
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    letters = [chr(code) for code in (*range(33, 127), 0x2581, 0x201C, 0x201D)]
    pieces = Tokenizer(models.Unigram([(piece, -float(i)) for i, piece in enumerate(special + letters)], unk_id=3))
    pieces.pre_tokenizer = pre_tokenizers.Metaspace()
    pieces.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    names = dict(zip(("bos_token", "pad_token", "eos_token", "unk_token", "mask_token"), special, strict=True))
    XLMRobertaTokenizerFast(tokenizer_object=pieces, cls_token="<s>", sep_token="</s>", **names).save_pretrained(folder)
    config = XLMRobertaConfig(
        vocab_size=len(special) + len(letters), hidden_size=16, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=32, max_position_embeddings=514, type_vocab_size=1, pad_token_id=1, bos_token_id=0,
        eos_token_id=2,
    )  # fmt: skip
    XLMRobertaModel(config, add_pooling_layer=False).save_pretrained(folder)


def make_checkpoint(folder: Path, kind: str) -> None:
    """`folder`/hparams.yaml and `folder`/checkpoints/model.ckpt, as on the Hugging Face hub."""
    pytorch_lightning.seed_everything(1)
    make_encoder(folder / "encoder")
    model = str2model[kind](
        encoder_model="XLM-RoBERTa", pretrained_model=str(folder / "encoder"), hidden_sizes=[8], layer="mix",
        layer_transformation="softmax", layer_norm=False, pool="avg", validation_data=[], train_data=[],
    )  # fmt: skip
    trainer = pytorch_lightning.Trainer(logger=False, enable_checkpointing=False, accelerator="cpu")
    trainer.strategy.connect(model)
    trainer.save_checkpoint(folder / "checkpoints" / "model.ckpt", weights_only=True)
    with torch.no_grad():
        (folder / "hparams.yaml").write_text(yaml.dump({**dict(model.hparams), "class_identifier": kind}))


if __name__ == "__main__":
    make_checkpoint(Path(sys.argv[1]), sys.argv[2])
