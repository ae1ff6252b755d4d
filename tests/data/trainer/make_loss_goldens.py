"""Golden numbers of the policy loss in plain float64 numpy (2.4): loss, metrics, and its gradient by central differences.

    python make_loss_goldens.py > loss_goldens.json

Padded rows and a mask, as the published trainers have them; cadforge's loss works on packed rows.
"""

import itertools
import json

import numpy as np

rng = np.random.default_rng(7)
LENGTHS = [4, 1, 6, 3]
ADVANTAGES = [1.2, -0.7, -1.1, 0.4]
N = sum(LENGTHS)
LOGPROBS = np.round(rng.normal(-1.5, 0.6, N), 4)
OLD = np.round(LOGPROBS + rng.normal(0, 0.35, N), 4)
REFERENCE = np.round(LOGPROBS + rng.normal(0, 0.3, N), 4)
MASK = np.ones(N)
MASK[[2, 7]] = 0
EPSILON, EPSILON_HIGH, MAX_LENGTH = 0.2, 0.28, 8
TOTALS = {"rows": 6, "tokens": 20, "micro_batches": 2}


def pad(flat):
    out, start = np.zeros((len(LENGTHS), max(LENGTHS))), 0
    for i, n in enumerate(LENGTHS):
        out[i, :n] = flat[start : start + n]
        start += n
    return out


def loss(logprobs, kind, level, delta, beta):
    lp, old, ref, mask = pad(logprobs), pad(OLD), pad(REFERENCE), pad(MASK)
    adv = np.array(ADVANTAGES)[:, None]
    log_ratio = lp - old
    if level == "sequence":
        log_ratio = (log_ratio * mask).sum(1, keepdims=True) / np.maximum(mask.sum(1, keepdims=True), 1)
    ratio = np.exp(log_ratio)
    clipped = np.clip(ratio, 1 - EPSILON, 1 + EPSILON_HIGH)
    capped = np.minimum(ratio, delta) if delta else ratio
    token = -np.minimum(capped * adv, clipped * adv)
    kl = (np.exp(ref - lp) - (ref - lp) - 1) * ratio
    token = (token + beta * kl) * mask
    if kind == "grpo":
        value = (token.sum(1) / np.maximum(mask.sum(1), 1)).sum() / TOTALS["rows"]
    elif kind == "bnpo":
        value = token.sum() / mask.sum() / TOTALS["micro_batches"]
    elif kind == "dr_grpo":
        value = token.sum() / (TOTALS["rows"] * MAX_LENGTH)
    else:
        value = token.sum() / TOTALS["tokens"]
    count = lambda values: float((values * np.ones_like(mask) * mask).sum())  # noqa: E731
    sums = {
        "kl": count(kl) if beta else 0.0,
        "ratio": count(ratio),
        "clip_low": count((capped < 1 - EPSILON) & (adv < 0)),
        "clip_high": count((capped > 1 + EPSILON_HIGH) & (adv > 0)),
    }
    return value, sums


def gradient(*case):
    out = np.zeros(N)
    for i in range(N):
        step = np.zeros(N)
        step[i] = 1e-6
        out[i] = (loss(LOGPROBS + step, *case)[0] - loss(LOGPROBS - step, *case)[0]) / 2e-6
    return out


cases = []
for case in itertools.product(
    ["grpo", "bnpo", "dr_grpo", "dapo"], ["token", "sequence"], [0, 1.1], [0, 0.3]
):
    value, sums = loss(LOGPROBS, *case)
    names = ("type", "level", "delta", "beta")
    cases.append(
        dict(zip(names, case)) | {"loss": value, "gradient": gradient(*case).tolist(), **sums}
    )
print(
    json.dumps(
        {
            "lengths": LENGTHS,
            "advantages": ADVANTAGES,
            "logprobs": LOGPROBS.tolist(),
            "old": OLD.tolist(),
            "reference": REFERENCE.tolist(),
            "mask": MASK.tolist(),
            "epsilon": EPSILON,
            "epsilon_high": EPSILON_HIGH,
            "max_completion_length": MAX_LENGTH,
            **TOTALS,
            "cases": cases,
        }
    )
)
