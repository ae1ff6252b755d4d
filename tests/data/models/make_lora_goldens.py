"""Makes adapters with PEFT's patterns on the model of make_goldens.py, and what transformers computes with them.

    pip install torch==2.11.0 transformers==5.17.0 peft==0.21.2
    python make_lora_goldens.py        (reads base/, writes lora_patterns/ beside this file)
"""

import json
import pathlib
import shutil

import torch
from peft import LoraConfig, get_peft_model
from safetensors.torch import save_file
from transformers import Qwen3_5ForCausalLM

HERE = pathlib.Path(__file__).parent
OUT = HERE / "lora_patterns"

CASES = {
    # A regular expression, ranks and alphas of single modules, the root scale.
    "regex": LoraConfig(r=3, lora_alpha=5, use_rslora=True, task_type="CAUSAL_LM",
                        target_modules=r".*\.layers\.[01]\..*(q_proj|gate_proj|in_proj_qkv|in_proj_a)",
                        rank_pattern={"layers.0.mlp.gate_proj": 2, "in_proj_.*": 6, "in_proj_a": 1},
                        alpha_pattern={"mlp.gate_proj": 3}),
    # Names, only some layers, some modules left out, dropout (off when the model is evaluated).
    "layers": LoraConfig(r=2, lora_alpha=4, lora_dropout=0.25, task_type="CAUSAL_LM",
                         target_modules=["q_proj", "out_proj", "up_proj", "1.self_attn.o_proj"],
                         layers_to_transform=[1, 2], exclude_modules=["layers.1.mlp.up_proj"]),
    # Everything but the head and what a regular expression leaves out.
    "all": LoraConfig(r=1, lora_alpha=2, task_type="CAUSAL_LM", target_modules="all-linear",
                      exclude_modules=r".*\.mlp\..*"),
}


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    torch.manual_seed(11)
    ids = torch.randint(3, 96, (70,))
    out = {"ids": ids}
    for name, config in CASES.items():
        model = get_peft_model(Qwen3_5ForCausalLM.from_pretrained(HERE / "base", dtype=torch.float32), config).eval()
        with torch.no_grad():
            for key, parameter in model.named_parameters():
                if "lora_B" in key:
                    parameter.normal_(0, 0.1)
            out[name + ".logits"] = model(ids[None]).logits[0]
        model.save_pretrained(OUT / name)
        (OUT / name / "README.md").unlink(missing_ok=True)
        file = OUT / name / "adapter_config.json"
        config = json.loads(file.read_text())
        config["base_model_name_or_path"] = "base"
        if isinstance(config["target_modules"], list):
            config["target_modules"] = sorted(config["target_modules"])
        file.write_text(json.dumps(config, indent=2) + "\n")
    save_file({k: v.contiguous() for k, v in out.items()}, OUT / "goldens.safetensors")


main()
