"""Runs one program inside the forked child. Everything here was imported before the fork.

The parent believes nothing this process says but bytes of a B-rep, which it measures itself. The facts about
the source are computed from the text and sent before any of it runs; the first frame of a kind wins.
"""

import ast
import builtins
import gc
import io
import json
import math
import os
import struct
import sys
import tokenize
import traceback
import types

import cadquery as cq
from OCP.BinTools import BinTools
from OCP.OSD import OSD_ThreadPool

# Before any boolean operation: a pool's threads would not survive the fork, and the child would wait for them.
OSD_ThreadPool.DefaultPool_s(1)

FACTS, VERDICT = 4, 5
_SILENT = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT,
           tokenize.ENCODING, tokenize.ENDMARKER}


def send(fd, kind, payload):
    data = struct.pack("<II", kind, len(payload)) + payload
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view):]


def send_verdict(fd, head, brep=b""):
    text = json.dumps(head).encode()
    send(fd, VERDICT, struct.pack("<I", len(text)) + text + brep)


# --- facts about the text -------------------------------------------------------------------------------


def _number(node):
    """The value of a numeric literal, a minus sign included; None for anything else."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        inner = _number(node.operand)
        return None if inner is None else -inner
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return node.value
    return None


def _loaded(node):
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}


def _stored(node):
    names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load)}
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        names.add(node.name)
    return names


def _live_statements(tree):
    """Top-level statements from which the result can be reached, by names used and bound."""
    wanted = {"fixture", "result"}
    live = set()
    grew = True
    while grew:
        grew = False
        for statement in tree.body:
            if statement in live:
                continue
            shows = "show_object" in _loaded(statement)
            if shows or _stored(statement) & wanted:
                live.add(statement)
                wanted |= _loaded(statement)
                grew = True
    return live


def _byte_offset(lines, line, column):
    return sum(len(text) for text in lines[: line - 1]) + column


def source_facts(source, tree):
    facts = {"parsed": tree is not None, "live_tokens": 0, "magic_numbers": 0, "numeric_literals": 0,
             "live_parameters": []}
    try:
        tokens = tokenize.generate_tokens(io.StringIO(source).readline)
        facts["live_tokens"] = sum(1 for token in tokens if token.type not in _SILENT)
    except (tokenize.TokenError, SyntaxError, ValueError):
        pass
    if tree is None:
        return facts
    lines = source.encode().splitlines(keepends=True)
    bindings = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            bindings[node.id] = bindings.get(node.id, 0) + 1
    live = _live_statements(tree)
    for statement in tree.body:
        if statement not in live:
            continue
        simple = (isinstance(statement, ast.Assign) and len(statement.targets) == 1
                  and isinstance(statement.targets[0], ast.Name))
        value = _number(statement.value) if simple else None
        if value is not None and bindings[statement.targets[0].id] == 1 and math.isfinite(value):
            node = statement.value
            facts["live_parameters"].append({
                "name": statement.targets[0].id, "value": float(value), "integer": type(value) is int,
                "begin": _byte_offset(lines, node.lineno, node.col_offset),
                "end": _byte_offset(lines, node.end_lineno, node.end_col_offset)})
            continue
        for node in ast.walk(statement):
            if isinstance(node, ast.Call):
                for argument in [*node.args, *(k.value for k in node.keywords)]:
                    numbers = [n for n in ast.walk(argument) if _number(n) not in (None, 0, 1, 2)]
                    facts["magic_numbers"] += len(numbers)
    facts["numeric_literals"] = facts["magic_numbers"] + len(facts["live_parameters"])
    return facts


# --- handlers of the program's own text ------------------------------------------------------------------

_MARK = "__cadforge_handler__"


class _MarkHandlers(ast.NodeTransformer):
    """Puts a call of the marker first in every except block."""

    def visit_ExceptHandler(self, node):
        self.generic_visit(node)
        call = ast.Expr(ast.Call(ast.Name(_MARK, ast.Load()), [], []))
        node.body.insert(0, ast.copy_location(call, node))
        return node


# --- the result ------------------------------------------------------------------------------------------


class NoResult(Exception):
    pass


class NotAShape(Exception):
    pass


def _to_shape(value):
    if isinstance(value, cq.Assembly):
        return value.toCompound()
    if isinstance(value, cq.Workplane):
        shapes = [v for v in value.vals() if isinstance(v, cq.Shape)]
        if not shapes:
            raise NotAShape("the Workplane holds no shape")
        return shapes[0] if len(shapes) == 1 else cq.Compound.makeCompound(shapes)
    if isinstance(value, cq.Shape):
        return value
    if isinstance(value, (list, tuple)) and value:
        return cq.Compound.makeCompound([_to_shape(v) for v in value])
    raise NotAShape(f"expected a Workplane, Shape or Assembly, got {type(value).__name__}")


def _result(namespace, shown):
    for name in ("fixture", "result"):
        if namespace.get(name) is not None:
            return _to_shape(namespace[name])
    if shown:
        shapes = [_to_shape(v) for v in shown]
        return shapes[0] if len(shapes) == 1 else cq.Compound.makeCompound(shapes)
    raise NoResult("nothing was assigned to fixture or result, and nothing was shown")


def _line_of(error, file):
    line = 0
    for frame, number in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_filename == file:
            line = number
    return line


def run(source, fd, reraise, most_brep):
    """Sends facts and one verdict on `fd`. `reraise`: the program's own handlers raise again."""
    file = "<program>"
    dumps, pack, write = json.dumps, struct.pack, os.write
    try:
        tree = ast.parse(source, file)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        send(fd, FACTS, dumps(source_facts(source, None)).encode())
        send_verdict(fd, {"error_class": "syntax_error", "message": f"{type(error).__name__}: {error}",
                          "line": getattr(error, "lineno", 0) or 0})
        return
    send(fd, FACTS, dumps(source_facts(source, tree)).encode())

    handled = [False]

    def mark():
        handled[0] = True
        if reraise:
            raise

    shown = []
    module = types.ModuleType("__main__")
    namespace = module.__dict__
    namespace.update({_MARK: mark, "show_object": lambda value, *_, **__: shown.append(value),
                      "debug": lambda *_, **__: None, "__builtins__": builtins})
    sys.modules["__main__"] = module
    sys.setrecursionlimit(1000)
    writer = BinTools.Write_s
    try:
        code = compile(ast.fix_missing_locations(_MarkHandlers().visit(tree)), file, "exec")
        exec(code, namespace)
        shape = _result(namespace, shown)
        buffer = io.BytesIO()
        writer(shape.wrapped, buffer)
        brep = buffer.getvalue()
        if len(brep) > most_brep:
            verdict, brep = {"error_class": "refused", "line": 0,
                             "message": f"the shape takes {len(brep)} bytes, at most {most_brep} are read"}, b""
        else:
            verdict = {"error_class": "ok", "message": "", "line": 0}
    except BaseException as error:
        kind = {NoResult: "no_result", NotAShape: "not_a_shape", MemoryError: "out_of_memory"}.get(
            type(error), "exception:" + type(error).__name__)
        try:
            text = f"{type(error).__name__}: {error}"
        except BaseException:
            text = type(error).__name__
        verdict, brep = {"error_class": kind, "message": text[:2000], "line": _line_of(error, file)}, b""
    verdict["handled"] = handled[0]
    text = dumps(verdict).encode()
    data = pack("<II", VERDICT, 4 + len(text) + len(brep)) + pack("<I", len(text)) + text + brep
    view = memoryview(data)
    while view:
        view = view[write(fd, view):]


def warm_up():
    """Touches what most programs use, so that every child starts with it in memory."""
    part = cq.Workplane("XY").box(10, 10, 10).edges("|Z").fillet(1).faces(">Z").workplane().hole(2)
    part = part.union(cq.Workplane("XY").circle(2).extrude(20))
    BinTools.Write_s(part.val().wrapped, io.BytesIO())
    source_facts("a = 1\nfixture = box(a)\n", ast.parse("a = 1\nfixture = box(a)\n"))
    cq.Assembly(part, name="part").toCompound()
    gc.collect()
    gc.freeze()
    gc.disable()
