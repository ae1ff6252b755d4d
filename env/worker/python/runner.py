"""Runs one program inside the forked child. Everything here was imported before the fork.

The parent believes nothing this process says but bytes of a B-rep, which another process measures. The facts about
the source are computed from the text and sent before any of it runs; the first frame of a kind wins.
"""

import ast
import builtins
import difflib
import gc
import io
import json
import os
import random
import struct
import sys
import traceback
import types

import cadforge_doors as doors
import cadforge_traps as traps
import cadquery as cq
import cadquery.func
import numpy
from cadforge_facts import source_facts
from cadforge_handlers import Handlers
from OCP.BinTools import BinTools
from OCP.OSD import OSD_ThreadPool

# Before any boolean operation: a pool's threads would not survive the fork, and the child would wait for them.
OSD_ThreadPool.DefaultPool_s(1)

FACTS, VERDICT = 4, 5


class NoResult(Exception):
    pass


class NotAShape(Exception):
    pass


def _compound(shapes):
    return shapes[0] if len(shapes) == 1 else cq.Compound.makeCompound(shapes)


def _to_shape(value):
    if isinstance(value, cq.Assembly):
        return value.toCompound()
    if isinstance(value, cq.Workplane):
        shapes = [v for v in value.vals() if isinstance(v, cq.Shape)]
        if not shapes:
            raise NotAShape("the Workplane holds no shape")
        return _compound([v for v in shapes if isinstance(v, (cq.Solid, cq.Compound))] or shapes)
    if isinstance(value, cq.Shape):
        if value.wrapped is None or value.wrapped.IsNull():
            raise NotAShape("the shape is null")
        return value
    if isinstance(value, (list, tuple)) and value:
        return _compound([_to_shape(v) for v in value])
    raise NotAShape(f"expected a Workplane, Shape or Assembly, got {type(value).__name__}")


def _result(namespace, shown):
    for name in ("fixture", "result"):
        if namespace.get(name) is not None:
            traps.notice_in_result(namespace[name])
            return _to_shape(namespace[name])
    if shown:
        return _compound([_to_shape(v) for v in shown])
    raise NoResult("nothing was assigned to fixture or result, and nothing was shown")


def _line_of(error, file):
    line = 0
    for frame, number in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_filename == file:
            line = number
    return line


def _class_of(error):
    if isinstance(error, MemoryError) or type(error).__name__ == "Standard_OutOfMemory":
        return "out_of_memory"
    if type(error) in (NoResult, NotAShape):
        return {NoResult: "no_result", NotAShape: "not_a_shape"}[type(error)]
    return "exception:" + type(error).__name__


def _text_of(error):
    if type(error) in (NoResult, NotAShape):
        return str(error)
    try:
        text = f"{type(error).__name__}: {error}"
    except BaseException:
        text = type(error).__name__
    return text[:2000].encode("utf-8", "replace").decode()


def _nearest(error):
    """The known name nearest to one that does not exist; empty where there is none."""
    try:
        if len(getattr(error, "name", None) or "") > 60:
            return ""
        if isinstance(error, AttributeError) and error.name:
            known = [name for name in dir(error.obj) if not name.startswith("_")]
        elif isinstance(error, NameError) and error.name:
            known = [*vars(sys.modules["__main__"]), *dir(builtins)]
        else:
            return ""
        return next(iter(difflib.get_close_matches(error.name, known, 1, 0.75)), "")[:60]
    except Exception:
        return ""


def _verdict(kind, message="", line=0, handled=False, brep=b"", nearest=""):
    head = json.dumps({"error_class": kind, "message": message, "line": line, "handled": handled,
                       "nearest": nearest, "traps": traps.found}).encode()
    return struct.pack("<III", VERDICT, 4 + len(head) + len(brep), len(head)) + head + brep


def _write(fd, data):
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view):]


def _send_facts(fd, source, tree):
    try:
        text = json.dumps(source_facts(source, tree)).encode()
    except (RecursionError, MemoryError):
        text = json.dumps(source_facts("", None)).encode()
    _write(fd, struct.pack("<II", FACTS, len(text)) + text)


def _failure(error, file, namespace, handled):
    kind, text, line = _class_of(error), _text_of(error), _line_of(error, file)
    if kind == "out_of_memory":
        # Room for the verdict itself.
        traceback.clear_frames(error.__traceback__)
        namespace.clear()
    return _verdict(kind, text, line, handled, nearest=_nearest(error))


def _build(tree, file, namespace, shown, handlers, most_brep):
    exec(compile(tree, file, "exec"), namespace)
    handlers.settle()
    shape = _result(namespace, shown)
    buffer = io.BytesIO()
    BinTools.Write_s(shape.wrapped, buffer)
    brep = buffer.getvalue()
    if len(brep) > most_brep:
        return "refused", f"the shape takes {len(brep)} bytes, at most {most_brep} are read", b""
    return "ok", "", brep


def run(source, fd, reraise, most_brep):
    """Sends facts and one verdict on `fd`. `reraise`: what the program swallows is raised again."""
    _write(fd, _run(source, fd, reraise, most_brep))
    try:
        sys.stdout.flush()  # the process ends without Python's own clean-up
    except BaseException:
        pass


def _namespace(shown):
    """A main module with what CQ-editor and CQGI offer a script."""
    module = types.ModuleType("__main__")
    module.__dict__.update({
        "__builtins__": builtins, "__file__": "program.py",
        "show_object": lambda value, *_, **__: shown.append(value),
        "debug": lambda *_, **__: None, "log": lambda *_, **__: None, "describe_parameter": lambda *_, **__: None})
    sys.modules["__main__"] = module
    return module.__dict__


def _run(source, fd, reraise, most_brep):
    file = "<program>"
    sys.setrecursionlimit(1000)
    try:
        tree = ast.parse(source, file)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        _send_facts(fd, source, None)
        return _verdict("syntax_error", _text_of(error), getattr(error, "lineno", 0) or 0)
    _send_facts(fd, source, tree)

    # One program, one shape: what draws numbers begins at the same place in every child.
    random.seed(0)
    numpy.random.seed(0)
    traps.found.clear()
    traps.notice_in_text(tree)
    handlers = Handlers(reraise)
    handlers.watch(tree)
    shown = []
    namespace = _namespace(shown)
    no_room = _verdict("out_of_memory", "MemoryError")
    try:
        kind, message, brep = _build(tree, file, namespace, shown, handlers, most_brep)
        return _verdict(kind, message, 0, handlers.ran, brep)
    except BaseException as error:
        try:
            return _failure(error, file, namespace, handlers.ran)
        except MemoryError:
            return no_room


def warm_up():
    """Touches what most programs use, so that every child starts with it in memory."""
    doors.close()
    traps.watch()
    part = cq.Workplane("XY").box(10, 10, 10).edges("|Z").fillet(1).faces(">Z").workplane().hole(2)
    part = part.union(cq.Workplane("XY").circle(2).extrude(20))
    BinTools.Write_s(part.val().wrapped, io.BytesIO())
    source_facts("a = 1\nfixture = box(a)\n", ast.parse("a = 1\nfixture = box(a)\n"))
    cq.Assembly(part, name="part").toCompound()
    gc.collect()
    gc.freeze()
    gc.disable()
