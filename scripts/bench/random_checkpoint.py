#!/usr/bin/env python3
"""Writes a checkpoint of random bfloat16 weights with the published dimensions of a Qwen3.5 text model.

    .venv/bin/python scripts/bench/random_checkpoint.py 2b OUT      (4 GB; 9b: 18 GB in shards of about 5)

The layout is the published one: nested text_config, text under model.language_model.*, A_log and the delta
norms in float32, shards with an index.
"""

import json
import pathlib
import struct
import sys

import torch

SIZES = {
    "2b": dict(hidden_size=2048, intermediate_size=6144, num_hidden_layers=24, num_attention_heads=8,
               num_key_value_heads=2, linear_num_value_heads=16, tie_word_embeddings=True),
    "9b": dict(hidden_size=4096, intermediate_size=12288, num_hidden_layers=32, num_attention_heads=16,
               num_key_value_heads=4, linear_num_value_heads=32, tie_word_embeddings=False),
}
SHARD = 5_000_000_000


def text_config(size):
    layers = SIZES[size]["num_hidden_layers"]
    return dict(SIZES[size], model_type="qwen3_5_text", vocab_size=248320, head_dim=256, linear_num_key_heads=16,
                linear_key_head_dim=128, linear_value_head_dim=128, linear_conv_kernel_dim=4, hidden_act="silu",
                rms_norm_eps=1e-6, eos_token_id=248044,
                layer_types=["full_attention" if i % 4 == 3 else "linear_attention" for i in range(layers)],
                rope_parameters={"rope_type": "default", "rope_theta": 1e7, "partial_rotary_factor": 0.25,
                                 "mrope_section": [11, 11, 10], "mrope_interleaved": True})


def shapes(c):
    """Every tensor's name and shape, in layer order."""
    h, inner, heads, kv, dim = (c[k] for k in ("hidden_size", "intermediate_size", "num_attention_heads",
                                               "num_key_value_heads", "head_dim"))
    keys = c["linear_num_key_heads"] * c["linear_key_head_dim"]
    value_heads = c["linear_num_value_heads"]
    values = value_heads * c["linear_value_head_dim"]
    yield "model.language_model.embed_tokens.weight", [c["vocab_size"], h]
    for i, kind in enumerate(c["layer_types"]):
        at = f"model.language_model.layers.{i}."
        yield at + "input_layernorm.weight", [h]
        yield at + "post_attention_layernorm.weight", [h]
        if kind == "full_attention":
            for name, shape in {"q_proj": [2 * heads * dim, h], "k_proj": [kv * dim, h], "v_proj": [kv * dim, h],
                                "o_proj": [h, heads * dim], "q_norm": [dim], "k_norm": [dim]}.items():
                yield f"{at}self_attn.{name}.weight", shape
        else:
            for name, shape in {"in_proj_qkv.weight": [2 * keys + values, h], "in_proj_z.weight": [values, h],
                                "in_proj_b.weight": [value_heads, h], "in_proj_a.weight": [value_heads, h],
                                "out_proj.weight": [h, values], "conv1d.weight": [2 * keys + values, 1, 4],
                                "dt_bias": [value_heads], "A_log": [value_heads],
                                "norm.weight": [c["linear_value_head_dim"]]}.items():
                yield f"{at}linear_attn.{name}", shape
        for name, shape in {"gate_proj": [inner, h], "up_proj": [inner, h], "down_proj": [h, inner]}.items():
            yield f"{at}mlp.{name}.weight", shape
    yield "model.language_model.norm.weight", [h]
    if not c["tie_word_embeddings"]:
        yield "lm_head.weight", [c["vocab_size"], h]


def is_float(name):
    return name.endswith(("A_log", "linear_attn.norm.weight"))


def values(name, shape, generator):
    tensor = torch.empty(shape, dtype=torch.float32 if is_float(name) else torch.bfloat16)
    if name.endswith("A_log"):
        return tensor.uniform_(1e-3, 16, generator=generator).log_()
    if name.endswith(("dt_bias", "linear_attn.norm.weight")):
        return tensor.fill_(1)
    if "norm" in name:
        return tensor.zero_()
    if "conv1d" in name:
        return tensor.uniform_(-0.5, 0.5, generator=generator)
    return tensor.normal_(0, 0.02, generator=generator)


def write_shard(file, tensors, generator):
    header, offset = {"__metadata__": {"format": "pt"}}, 0
    for name, shape in tensors:
        size = torch.Size(shape).numel() * (4 if is_float(name) else 2)
        header[name] = {"dtype": "F32" if is_float(name) else "BF16", "shape": shape,
                        "data_offsets": [offset, offset + size]}
        offset += size
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(file, "wb") as out:
        out.write(struct.pack("<Q", len(text)) + text)
        for name, shape in tensors:
            out.write(values(name, shape, generator).view(torch.uint8).numpy().tobytes())


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in SIZES:
        sys.exit(__doc__)
    out = pathlib.Path(sys.argv[2])
    out.mkdir(parents=True)
    config = text_config(sys.argv[1])
    shards, held = [[]], 0
    for name, shape in shapes(config):
        size = torch.Size(shape).numel() * 2
        if shards[-1] and held + size > SHARD:
            shards.append([])
            held = 0
        shards[-1].append((name, shape))
        held += size
    generator = torch.Generator().manual_seed(1)
    weight_map = {}
    for i, tensors in enumerate(shards):
        name = f"model-{i + 1:05}-of-{len(shards):05}.safetensors"
        write_shard(out / name, tensors, generator)
        weight_map.update({tensor: name for tensor, _ in tensors})
    (out / "model.safetensors.index.json").write_text(json.dumps({"weight_map": weight_map}))
    (out / "config.json").write_text(json.dumps({
        "architectures": ["Qwen3_5ForConditionalGeneration"], "model_type": "qwen3_5", "text_config": config,
        "tie_word_embeddings": config["tie_word_embeddings"]}, indent=2))


main()
