"""Six SFT steps of TRL's own trainer on the models' test adapter, on the CPU, in float32.

    pip install torch==2.11.0 transformers==5.17.0 peft==0.21.2 trl==1.16.0 datasets==5.2.0
    python make_sft_goldens.py        (writes sft/rows.jsonl and, for each case, sft/CASE.{json,safetensors} beside this file)

A case's JSON holds the settings and what was logged at each step; its tensors are the gradients of the first step after
clipping and the adapter at the end.
"""

import json
import pathlib
import random
import tempfile

import torch
from datasets import Dataset
from peft import PeftModel
from safetensors.torch import save_file
from tokenizers import Tokenizer, models
from torch.utils.data import SequentialSampler
from transformers import AutoModelForCausalLM, PreTrainedTokenizerFast, TrainerCallback
from trl import SFTConfig, SFTTrainer

HERE = pathlib.Path(__file__).parent
MODELS = HERE.parent / "models"
STEPS, ROWS = 6, 4
CASES = {
    "constant": dict(learning_rate=2e-4, lr_scheduler_type="constant", max_grad_norm=100.0, weight_decay=0.0),
    "cosine": dict(learning_rate=1e-3, lr_scheduler_type="cosine", warmup_steps=2, max_grad_norm=0.5, weight_decay=0.01),
}


class InOrder(SFTTrainer):
    def _get_train_sampler(self, train_dataset=None):
        return SequentialSampler(self.train_dataset)


class FirstGradient(TrainerCallback):
    """Keeps the first step's gradients as the optimizer sees them."""

    tensors = None

    def on_pre_optimizer_step(self, args, state, control, model=None, **kwargs):
        if self.tensors is None:
            self.tensors = {"grad." + name.replace(".default", ""): p.grad.clone()
                            for name, p in model.named_parameters() if p.requires_grad}


def rows():
    """Lengths on both sides of the delta rule's chunk of 64; each completion ends with the model's end token, 2."""
    draw = random.Random(5)
    for _ in range(STEPS * ROWS):
        ids = [draw.randrange(3, 96) for _ in range(draw.choice([1, 3, 20, 60, 70]) + draw.choice([0, 1, 9, 40]))]
        prompt = draw.randrange(1, len(ids) + 1)
        yield {"prompt_ids": ids[:prompt], "completion_ids": ids[prompt:] + [2]}


def train(data, settings):
    base = AutoModelForCausalLM.from_pretrained(MODELS / "base", dtype=torch.float32)
    model = PeftModel.from_pretrained(base, MODELS / "adapter", is_trainable=True)
    words = {f"<{i}>": i for i in range(96)}
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=Tokenizer(models.WordLevel(words, unk_token="<0>")),
                                        pad_token="<0>", eos_token="<2>")
    dataset = Dataset.from_list([{"input_ids": r["prompt_ids"] + r["completion_ids"],
                                  "completion_mask": [0] * len(r["prompt_ids"]) + [1] * len(r["completion_ids"])}
                                 for r in data])
    gradient = FirstGradient()
    with tempfile.TemporaryDirectory() as out:
        config = SFTConfig(output_dir=out, max_steps=STEPS, per_device_train_batch_size=2,
                           gradient_accumulation_steps=ROWS // 2, logging_steps=1, save_strategy="no", report_to="none",
                           use_cpu=True, bf16=False, gradient_checkpointing=False, completion_only_loss=True,
                           max_length=None, seed=1, disable_tqdm=True, **settings)
        trainer = InOrder(model=model, args=config, train_dataset=dataset, processing_class=tokenizer,
                          callbacks=[gradient])
        trainer.train()
    steps = [{key: row[key] for key in ("loss", "grad_norm", "learning_rate", "num_tokens")}
             for row in trainer.state.log_history if "loss" in row]
    final = {"final." + name.replace(".default", ""): p.detach() for name, p in model.named_parameters() if p.requires_grad}
    return steps, {**gradient.tensors, **final}


def main():
    torch.use_deterministic_algorithms(True)
    (HERE / "sft").mkdir(exist_ok=True)
    data = list(rows())
    (HERE / "sft/rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in data))
    for name, settings in CASES.items():
        steps, tensors = train(data, settings)
        (HERE / f"sft/{name}.json").write_text(json.dumps({"settings": settings, "steps": steps}, indent=1) + "\n")
        save_file({key: value.contiguous() for key, value in tensors.items()}, HERE / f"sft/{name}.safetensors")


main()
