"""Rewards of a user, good and bad, for the tests of reward hooks."""

import io
import os
import socket
import time

import cadquery as cq

calls = 0


def volume(sample):
    return cq.Shape.importBin(io.BytesIO(sample["brep"])).Volume()


def with_notes(sample):
    return {"reward": sample["reward"]["total"] / 2, "notes": ["halved", 3]}


def raises(sample):
    return sample["nothing of that name"]


def not_a_number(sample):
    return float("nan")


def text(sample):
    return "very good"


def sleeps_once(sample):
    """Only in the first process: what a call leaves behind is gone with it."""
    if sample["code"] == "sleep":
        time.sleep(60)
    return 1


def ends(sample):
    os._exit(1)


def count(sample):
    global calls
    calls += 1
    return calls


def prints(sample):
    print("a line that is not ours")
    return 0.5


def reaches_out(sample):
    refused = []
    for name, attempt in {
        "network": lambda: socket.socket(),
        "write": lambda: open("/tmp/cadforge-hook-wrote-this", "w"),
        "process": lambda: os.fork(),
    }.items():
        try:
            attempt()
        except OSError:
            refused.append(name)
    return {"reward": len(refused), "notes": refused}


not_callable = 3
