"""Builds one program by the rules of the published runner, for the published reward profiles.

The rules say what builds, not what is safe: safety is the sandbox's, as for every program.
"""

import ast
import builtins
import io
import math
import random
import re
import sys

import cadforge_runner as runner
import cadquery as cq
import numpy
from cadquery import exporters
from cadquery.occ_impl.shapes import compound
from OCP.BinTools import BinTools

_IMPORTS = ("import cadquery as cq", "from cadquery import exporters", "import math")
_BLOCKED = ("__", "open(", "exec(", "eval(", "compile(", "input(", "globals(", "getattr(", "setattr(", "delattr(",
            "subprocess", "socket", "requests", "urllib", "shutil", "pickle", "pathlib", "os.", "sys.")
_BUILTINS = ("abs", "bool", "dict", "enumerate", "float", "int", "len", "list", "max", "min", "pow", "range",
             "round", "set", "str", "sum", "tuple", "zip", "locals")
_RESULTS = ("fixture", "result", "model", "solid", "body", "part")


def runnable(source):
    """The text that is executed; the three known imports become blank lines. ValueError where a rule is broken."""
    code = re.sub(r"^```(?:python|py)?", "", source.strip())
    lines = re.sub(r"```$", "", code).splitlines()
    for i, line in enumerate(lines):
        text = line.strip()
        if text in _IMPORTS:
            lines[i] = ""
        elif text.startswith(("import ", "from ")):
            raise ValueError(f"Unsupported import line: {text}")
    code = "\n".join(lines)
    for token in _BLOCKED:
        if token in code.lower():
            raise ValueError(f"Blocked Python token in CadQuery code: {token}")
    return code


def _result(namespace, shown):
    if shown:
        value = shown[-1]
    else:
        value = next((namespace[name] for name in _RESULTS if name in namespace), None)
    if value is None:
        raise ValueError(f"nothing was shown, and none of {', '.join(_RESULTS)} was assigned")
    return value.toCompound() if hasattr(value, "toCompound") else value


def _exported(value):
    """The shape that would go to the STL file. What is on a Workplane's stack becomes one compound."""
    shape = value if isinstance(value, cq.Shape) else compound(*value)
    (value.val() if hasattr(value, "val") else value).BoundingBox()  # a shape without one does not build
    return shape


def run(source, fd, reraise, most_brep):
    """As run() of runner.py. Handlers are nobody's business here: `reraise` is ignored."""
    runner._write(fd, _run(source, fd, most_brep))
    try:
        sys.stdout.flush()
    except BaseException:
        pass


def _run(source, fd, most_brep):
    file, shown = "<program>", []
    namespace = {"cq": cq, "Assembly": cq.Assembly, "Color": cq.Color, "exporters": exporters, "math": math,
                 "show_object": lambda value, *_, **__: shown.append(value),
                 "__builtins__": {name: getattr(builtins, name) for name in _BUILTINS}}
    sys.setrecursionlimit(1000)
    random.seed(0)
    numpy.random.seed(0)
    no_room = runner._verdict("out_of_memory", "MemoryError")
    try:
        code = runnable(source)
        tree = ast.parse(code, file)
        runner._send_facts(fd, code, tree)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        runner._send_facts(fd, source, None)
        if isinstance(error, SyntaxError):
            return runner._verdict("syntax_error", runner._text_of(error), error.lineno or 0)
        return runner._failure(error, file, namespace, False)
    try:
        exec(compile(tree, file, "exec"), namespace)
        buffer = io.BytesIO()
        BinTools.Write_s(_exported(_result(namespace, shown)).wrapped, buffer)
        brep = buffer.getvalue()
        if len(brep) > most_brep:
            return runner._verdict("refused", f"the shape takes {len(brep)} bytes, at most {most_brep} are read")
        return runner._verdict("ok", brep=brep)
    except BaseException as error:
        try:
            return runner._failure(error, file, namespace, False)
        except MemoryError:
            return no_room
