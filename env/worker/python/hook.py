"""A user's own reward: loads FILE.py:FUNCTION once, then calls it with each sample."""

import importlib.util
import json
import math
import os
import sys

_path = ""


def load(path, name):
    """The function `name` of the file and no error, or None and the error.

    What the file imports at its top is imported now, before this process is confined.
    """
    try:
        return _load(path, name), ""
    except BaseException as error:
        return None, describe(error)


def _load(path, name):
    global _path
    _path = os.path.abspath(path)
    sys.path.insert(0, os.path.dirname(_path))
    spec = importlib.util.spec_from_file_location("cadforge_user_reward", _path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    function = getattr(module, name, None)
    if not callable(function):
        raise TypeError(f"there is no function {name!r} in it")
    return function


def call(function, sample, brep):
    """`sample` as JSON; the answer as JSON {reward, notes}, or {error}."""
    try:
        sample = json.loads(sample)
        sample["brep"] = brep
        answer = function(sample)
        notes = []
        if isinstance(answer, dict):
            notes = [str(note) for note in answer.get("notes", [])]
            answer = answer["reward"]
        reward = float(answer)
        if not math.isfinite(reward):
            raise ValueError(f"the reward is {reward}, wanted a finite number")
        return json.dumps({"reward": reward, "notes": notes})
    except BaseException as error:
        return json.dumps({"error": describe(error)})


def describe(error):
    """The error, with the last line of the user's own file on the way to it."""
    line, trace = "", error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == _path:
            line = f" ({os.path.basename(_path)}, line {trace.tb_lineno})"
        trace = trace.tb_next
    return f"{type(error).__name__}: {error}{line}"[:500]
