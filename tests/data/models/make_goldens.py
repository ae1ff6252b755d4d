"""Makes the goldens of the model tests with the real libraries, on the CPU, in float32.

    pip install torch==2.11.0 transformers==5.17.0 peft==0.21.2
    python make_goldens.py            (writes base/, adapter/ and goldens.safetensors beside this file)
"""

import json
import pathlib
import shutil

import torch
from peft import LoraConfig, get_peft_model
from safetensors.torch import save_file
from transformers import Qwen3_5ForCausalLM, Qwen3_5TextConfig

HERE = pathlib.Path(__file__).parent
LENGTHS = [1, 5, 63, 64, 65, 130]


def make_model():
    config = Qwen3_5TextConfig(
        vocab_size=96, hidden_size=48, intermediate_size=64, num_hidden_layers=4,
        layer_types=["linear_attention", "full_attention"] * 2, num_attention_heads=4,
        num_key_value_heads=2, head_dim=16, linear_num_key_heads=2, linear_num_value_heads=4,
        linear_key_head_dim=8, linear_value_head_dim=8, linear_conv_kernel_dim=4,
        tie_word_embeddings=True, eos_token_id=2, pad_token_id=None,
        rope_parameters={"rope_type": "default", "rope_theta": 10000.0, "partial_rotary_factor": 0.25,
                         "mrope_section": [1, 1, 0], "mrope_interleaved": True})
    model = Qwen3_5ForCausalLM(config).float().eval()
    # The initial values hide mistakes (norms at one, tiny weights), so every parameter is made to matter.
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if "A_log" in name:
                parameter.uniform_(-1.0, 1.5)
            elif "dt_bias" in name or "norm" in name:
                parameter.normal_(0.2, 0.5)
            elif "conv1d" in name:
                parameter.normal_(0, 0.4)
            else:
                parameter.normal_(0, 0.15)
    return model


def greedy(model, prompt, count):
    ids = list(prompt)
    for _ in range(count):
        logits = model(torch.tensor([ids])).logits[0, -1]
        ids.append(int(logits.argmax()))
    return ids[len(prompt):]


def main():
    torch.manual_seed(7)
    torch.use_deterministic_algorithms(True)
    model = make_model()
    for folder in ("base", "adapter"):
        shutil.rmtree(HERE / folder, ignore_errors=True)
    model.save_pretrained(HERE / "base")
    sequences = [torch.randint(3, 96, (n,)) for n in LENGTHS]
    out = {}
    with torch.no_grad():
        for i, ids in enumerate(sequences):
            out[f"ids.{i}"] = ids
            out[f"base.logits.{i}"] = model(ids[None]).logits[0]
        out["base.greedy"] = torch.tensor(greedy(model, sequences[1].tolist(), 24))

    # Each parameter's gradient as two numbers: its length, and its sum weighted with cos(0), cos(1), ...
    logits = model(sequences[4][None]).logits[0]
    torch.nn.functional.cross_entropy(logits[:-1], sequences[4][1:]).backward()
    for name, parameter in model.named_parameters():
        flat = parameter.grad.double().flatten()
        waves = torch.arange(flat.numel(), dtype=torch.float64).cos()
        out["base.grad." + name] = torch.stack([flat.norm(), flat @ waves])
    model.zero_grad(set_to_none=True)

    peft_model = get_peft_model(model, LoraConfig(r=4, lora_alpha=8, target_modules="all-linear",
                                                  task_type="CAUSAL_LM"))
    with torch.no_grad():
        for name, parameter in peft_model.named_parameters():
            if "lora_B" in name:
                parameter.normal_(0, 0.1)
    peft_model.save_pretrained(HERE / "adapter")
    file = HERE / "adapter" / "adapter_config.json"
    config = json.loads(file.read_text())
    config["base_model_name_or_path"] = "base"
    config["target_modules"] = sorted(config["target_modules"])
    file.write_text(json.dumps(config, indent=2, sort_keys=True) + "\n")
    (HERE / "adapter" / "README.md").unlink(missing_ok=True)

    loss = 0.0
    for i, ids in enumerate(sequences):
        logits = peft_model(ids[None]).logits[0]
        out[f"adapter.logits.{i}"] = logits.detach()
        if len(ids) > 1:
            loss = loss + torch.nn.functional.cross_entropy(logits[:-1], ids[1:], reduction="sum")
    loss.backward()
    out["adapter.loss"] = loss.detach()
    for name, parameter in peft_model.named_parameters():
        if parameter.requires_grad:
            out["grad." + name.replace(".default", "")] = parameter.grad
    with torch.no_grad():
        out["adapter.greedy"] = torch.tensor(greedy(peft_model, sequences[1].tolist(), 24))
    save_file({k: v.contiguous() for k, v in out.items()}, HERE / "goldens.safetensors")


main()
