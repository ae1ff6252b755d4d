#!/usr/bin/env python3
"""Draws random models and adapters and compares cadforge with transformers and PEFT, files both ways.

    PYTHON scripts/check_transformers.py [SEED ...]        (default: 1 to 8)

PYTHON is one that has torch 2.11.0, transformers 5.17.0 and peft 0.21.2. A seed decides shapes, layout (text-only or
multimodal names, one file or shards, tied or untied head), number format and PEFT's options. For each it checks

    logprobs   log-probabilities of both, base and adapter, sequences of 2 to 200 tokens
    greedy     greedy continuations are the same tokens (but where transformers' own two best are nearly equal)
    sampled    log-probabilities reported while sampling are those of `cadforge logprobs`
    merged     what `cadforge merge` writes loads in transformers and scores as base and adapter in PEFT
    saved      an adapter that went through `cadforge sft` at a learning rate of 0 loads in PEFT, bit for bit
    trained    one that moved loads in PEFT and scores there as here

and prints the largest difference of each. In bfloat16 and float16 only means are held to a limit, and merged weights
are rounded once more than base and adapter apart. Exit status 1 where a limit is broken.
"""

import json
import pathlib
import random
import subprocess
import sys
import tempfile

import torch
import transformers
from peft import LoraConfig, PeftModel, get_peft_model
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from transformers import AutoModelForCausalLM, Qwen3_5ForCausalLM, Qwen3_5TextConfig

CADFORGE = pathlib.Path(__file__).parents[1] / "build/release/bin/cadforge"
LENGTHS = [2, 3, 17, 63, 64, 65, 66, 128, 129, 200]
MODULES = ["q_proj", "k_proj", "v_proj", "o_proj", "in_proj_qkv", "in_proj_z", "in_proj_b", "in_proj_a", "out_proj",
           "gate_proj", "up_proj", "down_proj"]
# Largest difference in float32, mean in the others.
LIMITS = {"float32": 2e-4, "bfloat16": 0.1, "float16": 0.02}


def cadforge(command, *arguments, rows=None):
    lines = "".join(json.dumps(row) + "\n" for row in rows or [])
    done = subprocess.run([CADFORGE, command, *map(str, arguments)], input=lines, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"cadforge {command} failed: {done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines()] if rows else done.stdout


def draw_config(draw):
    head_dim, heads, kv = draw.choice([16, 32]), draw.choice([2, 4]), draw.choice([1, 2])
    layers = draw.randrange(2, 6)
    kinds = ["linear_attention", "full_attention"]  # transformers wants one of each
    kinds += [draw.choice(["linear_attention", "linear_attention", "full_attention"]) for _ in range(layers - 2)]
    draw.shuffle(kinds)
    share = draw.choice([0.25, 0.5])
    pairs = int(head_dim * share) // 2
    key_heads = draw.choice([1, 2])
    return Qwen3_5TextConfig(
        vocab_size=draw.choice([97, 256, 500]), hidden_size=draw.choice([32, 48, 80]),
        intermediate_size=draw.choice([40, 64, 96]), num_hidden_layers=layers, layer_types=kinds,
        num_attention_heads=heads, num_key_value_heads=kv, head_dim=head_dim, linear_num_key_heads=key_heads,
        linear_num_value_heads=key_heads * draw.choice([1, 2, 3]), linear_key_head_dim=draw.choice([8, 16]),
        linear_value_head_dim=draw.choice([8, 16]), linear_conv_kernel_dim=4,
        tie_word_embeddings=draw.random() < 0.5, rms_norm_eps=draw.choice([1e-6, 1e-5]), eos_token_id=2,
        rope_parameters={"rope_type": "default", "rope_theta": draw.choice([1e4, 1e7]), "partial_rotary_factor": share,
                         "mrope_section": [pairs - 2 * (pairs // 3), pairs // 3, pairs // 3], "mrope_interleaved": True})


def randomise(model):
    """The initial values hide mistakes (norms at one, tiny weights), so every parameter is made to matter."""
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if "A_log" in name:
                parameter.uniform_(-1.0, 1.5)
            elif "dt_bias" in name or "norm" in name:
                parameter.normal_(0.2, 0.3)
            else:
                parameter.normal_(0, 0.3 if "conv1d" in name else 0.12)
    return model


def save_multimodal(model, folder, draw):
    """The published layout: nested configuration, other names, parts of a vision tower and of multi-token prediction."""
    model.save_pretrained(folder, max_shard_size="60KB" if draw.random() < 0.5 else "5GB")
    text = json.loads((folder / "config.json").read_text())
    tensors = {}
    for file in folder.glob("*.safetensors"):
        tensors.update(load_file(file))
        file.unlink()
    tensors = {name.replace("model.", "model.language_model.", 1): value for name, value in tensors.items()}
    tensors |= {"model.visual.blocks.0.norm1.weight": torch.zeros(8), "mtp.fc.weight": torch.zeros(4, 8)}
    (folder / "config.json").write_text(json.dumps({
        "model_type": "qwen3_5", "architectures": ["Qwen3_5ForConditionalGeneration"], "text_config": text,
        "tie_word_embeddings": text["tie_word_embeddings"]}))
    index = folder / "model.safetensors.index.json"
    if not index.exists():
        save_file(tensors, folder / "model.safetensors", {"format": "pt"})
        return
    names, files = sorted(tensors), {}
    for i in range(3):
        file = f"model-{i + 1:05}-of-00003.safetensors"
        save_file({name: tensors[name] for name in names[i::3]}, folder / file, {"format": "pt"})
        files.update(dict.fromkeys(names[i::3], file))
    index.write_text(json.dumps({"metadata": {}, "weight_map": files}))


def draw_adapter(draw, model, folder):
    targets = draw.choice(["all-linear", draw.sample(MODULES, 5) + ["gate_proj", "in_proj_a"],
                           r".*\.layers\.\d*[02468]\..*(up_proj|in_proj_qkv|out_proj|v_proj)"])
    config = LoraConfig(r=draw.choice([1, 3, 8]), lora_alpha=draw.choice([4, 9, 16]), use_rslora=draw.random() < 0.4,
                        target_modules=targets, rank_pattern=draw.choice([{}, {"up_proj": 2}]),
                        alpha_pattern=draw.choice([{}, {"layers.0.mlp.up_proj": 7}]), task_type="CAUSAL_LM")
    model = get_peft_model(model, config)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if "lora_B" in name:
                parameter.normal_(0, 0.08)
    model.save_pretrained(folder)


def load(folder, dtype):
    return AutoModelForCausalLM.from_pretrained(folder, dtype=getattr(torch, dtype)).eval()


def scores(model, sequences):
    with torch.no_grad():
        return [model(torch.tensor([ids])).logits[0, :-1].float().log_softmax(-1)
                .gather(1, torch.tensor(ids[1:])[:, None])[:, 0] for ids in sequences]


def our_scores(sequences, *arguments, prompts=None):
    prompts = prompts or [1] * len(sequences)
    rows = [{"id": i, "ids": ids, "prompt_length": n} for i, (ids, n) in enumerate(zip(sequences, prompts))]
    return [torch.tensor(row["logprobs"]) for row in
            cadforge("logprobs", "--device", "cpu", "--input", "-", *arguments, rows=rows)]


def apart(ours, theirs, dtype):
    difference = (torch.cat(ours) - torch.cat(theirs)).abs()
    return (difference.max() if dtype == "float32" else difference.mean()).item()


def greedy_splits(theirs, prompts, ours):
    """Tokens that are not transformers' best although its two best are more than 1e-3 apart."""
    splits = 0
    for prompt, completion in zip(prompts, ours):
        with torch.no_grad():
            logits = theirs(torch.tensor([prompt + completion])).logits[0, len(prompt) - 1:-1].float()
        chosen = logits.gather(1, torch.tensor(completion)[:, None])[:, 0]
        splits += int((logits.max(-1).values - chosen > 1e-3).sum())
    return splits


def check(seed, folder):
    draw = random.Random(seed)
    torch.manual_seed(seed)
    dtype = draw.choice(["float32"] * 4 + ["bfloat16", "float16"])
    multimodal, tiny_shards = draw.random() < 0.5, draw.random() < 0.5
    config = draw_config(draw)
    model = randomise(Qwen3_5ForCausalLM(config)).to(getattr(torch, dtype)).eval()
    base, adapter, merged = folder / "base", folder / "adapter", folder / "merged"
    if multimodal:
        save_multimodal(model, base, draw)
    else:
        model.save_pretrained(base, max_shard_size="60KB" if tiny_shards else "5GB")
    draw_adapter(draw, model, adapter)
    sequences = [[draw.randrange(3, config.vocab_size) for _ in range(n)] for n in LENGTHS]

    format_ = ["--dtype", dtype]
    theirs = load(base, dtype)
    result = {"logprobs": apart(our_scores(sequences, "--model", base, *format_), scores(theirs, sequences), dtype)}
    prompts = [ids[:n] for ids, n in zip(sequences, [1, 3, 17, 30, 64])]
    rows = [{"id": i, "prompt_ids": ids} for i, ids in enumerate(prompts)]
    settings = ["--device", "cpu", "--input", "-", "--model", base, *format_, "--max-new-tokens", 40, "--ignore-eos"]
    if dtype == "float32":
        out = cadforge("generate", *settings, "--temperature", 0, rows=rows)
        result["greedy"] = greedy_splits(theirs, prompts, [row["completion_ids"] for row in out])

    tuned = ["--model", base, "--adapter", adapter, *format_]
    drawn = cadforge("generate", *settings, "--adapter", adapter, "--temperature", 0.9, "--seed", seed, rows=rows)
    scored = our_scores([p + row["completion_ids"] for p, row in zip(prompts, drawn)], *tuned, "--temperature", 0.9,
                        prompts=[len(p) for p in prompts])
    difference = (torch.cat(scored) - torch.cat([torch.tensor(row["logprobs"]) for row in drawn])).abs()
    result |= {"sampled_mean": difference.mean().item(), "sampled_max": difference.max().item()}

    peft = PeftModel.from_pretrained(theirs, adapter).eval()
    expected = scores(peft, sequences)
    result["adapter"] = apart(our_scores(sequences, *tuned), expected, dtype)
    cadforge("merge", "--model", base, "--adapter", adapter, "--out", merged)
    result["merged"] = apart(scores(load(merged, dtype), sequences), expected, dtype)
    result["merged_here"] = apart(our_scores(sequences, "--model", merged, *format_), expected, dtype)

    for name, rate in {"saved": 0, "trained": 1e-3}.items():
        data = folder / "rows.jsonl"
        data.write_text("".join(json.dumps({"prompt_ids": ids[:1], "completion_ids": ids[1:]}) + "\n" for ids in sequences))
        file = folder / f"{name}.json"
        file.write_text(json.dumps({
            "model": str(base), "adapter": str(adapter), "device": "cpu", "data": {"files": [str(data)]},
            "optim": {"lr": rate}, "schedule": {"type": "constant", "max_steps": 2}, "train": {"dtype": dtype}}))
        cadforge("sft", "--config", file, "--out", folder / name)
        again = PeftModel.from_pretrained(load(base, dtype), folder / name / "adapter").eval()
        if rate:
            ours = our_scores(sequences, "--model", base, "--adapter", folder / name / "adapter", *format_)
            result[name] = apart(ours, scores(again, sequences), dtype)
        else:
            before, after = dict(peft.named_parameters()), dict(again.named_parameters())
            result[name] = sum(not torch.equal(before[key], after[key]) for key in before) + len(before) - len(after)

    limit = LIMITS[dtype]
    limits = dict.fromkeys(result, limit) | {"greedy": 0, "saved": 0, "sampled_mean": 1e-5 if dtype == "float32" else limit,
                                             "sampled_max": 2e-4 if dtype == "float32" else float("inf")}
    broken = [name for name, value in result.items() if not value <= limits[name]]
    print(json.dumps({"seed": seed, "dtype": dtype, "multimodal": multimodal, "files": len(list(base.glob("*.safetensors"))),
                      "tied": config.tie_word_embeddings, "layers": config.num_hidden_layers,
                      **{name: float(f"{value:.2g}") for name, value in result.items()}, "broken": broken}), flush=True)
    return not broken


def main():
    transformers.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()
    good = True
    for seed in [int(text) for text in sys.argv[1:]] or range(1, 9):
        with tempfile.TemporaryDirectory() as folder:
            good &= check(seed, pathlib.Path(folder))
    sys.exit(not good)


main()
