"""Trains the tiny model's tokenizer: byte-level BPE with Qwen3.5's split pattern, single digits.

    pip install tokenizers==0.23.3
    python train_tokenizer.py CORPUS.jsonl OUT_FOLDER [--vocabulary 2048]

CORPUS.jsonl holds SFT rows of `messages`. The result is a tokenizer.json that transformers reads, too.
"""

import argparse
import json
import pathlib

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

PATTERN = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*"
           r"|\s*[\r\n]+|\s+(?!\S)|\s+")
SPECIAL = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
# As in Qwen3.5 these are tokens of their own but no special ones: they stay in decoded text.
ADDED = ["<think>", "</think>"]


def texts(path):
    for line in pathlib.Path(path).read_text().splitlines():
        for message in json.loads(line)["messages"]:
            yield message["role"] + "\n" + message["content"] + "\n\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus")
    parser.add_argument("out")
    parser.add_argument("--vocabulary", type=int, default=2048)
    arguments = parser.parse_args()

    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = normalizers.NFC()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.Split(Regex(PATTERN), "isolated"),
        pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=arguments.vocabulary, min_frequency=2, show_progress=False,
        special_tokens=[*(AddedToken(t, special=True) for t in SPECIAL),
                        *(AddedToken(t, special=False) for t in ADDED)],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet())
    tokenizer.train_from_iterator(texts(arguments.corpus), trainer)

    out = pathlib.Path(arguments.out)
    out.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(out / "tokenizer.json"))
    (out / "tokenizer_config.json").write_text(json.dumps({
        "tokenizer_class": "PreTrainedTokenizerFast", "eos_token": "<|im_end|>",
        "pad_token": "<|endoftext|>", "clean_up_tokenization_spaces": False}, indent=2) + "\n")
    end = tokenizer.token_to_id("<|im_end|>")
    (out / "generation_config.json").write_text(json.dumps({
        "eos_token_id": [end, tokenizer.token_to_id("<|endoftext|>")],
        "pad_token_id": tokenizer.token_to_id("<|endoftext|>")}, indent=2) + "\n")
    print(f"{tokenizer.get_vocab_size()} entries")


main()
