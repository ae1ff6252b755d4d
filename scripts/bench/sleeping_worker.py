#!/usr/bin/env python3
"""Speaks as cadforge-worker does, but sleeps as long as a program says instead of building it: "0.31" is a program.

For scripts/bench/scaling.py: more lanes than this machine has cores.
"""

import json
import os
import struct
import time

HELLO, REPLY = 1, 3
FACTS = {"parsed": False, "live_tokens": 0, "magic_numbers": 0, "numeric_literals": 0, "live_parameters": []}


def read(size):
    data = b""
    while len(data) < size:
        more = os.read(3, size - len(data))
        if not more:
            raise SystemExit
        data += more
    return data


def send(kind, payload):
    data = struct.pack("<II", kind, len(payload)) + payload
    while data:
        data = data[os.write(4, data):]


def main():
    send(HELLO, json.dumps({"layers": "seccomp, rlimits, landlock"}).encode())
    while True:
        _, size = struct.unpack("<II", read(8))
        seconds = float(json.loads(read(size))["source"])
        time.sleep(seconds)
        head = json.dumps({"error_class": "no_result", "message": "", "nearest": "", "traps": [], "line": 0,
                           "swallowed_exception": False, "facts": FACTS, "output": "", "wall_seconds": seconds,
                           "cpu_seconds": 0.0}).encode()
        send(REPLY, struct.pack("<I", len(head)) + head)


main()
