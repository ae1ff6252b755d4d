"""Runs one program inside the forked child. Everything here was imported before the fork.

The parent believes nothing this process says but bytes of a B-rep, which it measures itself. The facts about
the source are computed from the text and sent before any of it runs; the first frame of a kind wins.
"""

import ast
import builtins
import collections
import contextlib
import gc
import io
import json
import os
import random
import re
import struct
import sys
import tokenize
import traceback
import types

import cadquery as cq
import numpy
from OCP.BinTools import BinTools
from OCP.OSD import OSD_ThreadPool

# Before any boolean operation: a pool's threads would not survive the fork, and the child would wait for them.
OSD_ThreadPool.DefaultPool_s(1)

FACTS, VERDICT = 4, 5
_SILENT = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT,
           tokenize.ENCODING, tokenize.ENDMARKER}


# --- facts about the text -------------------------------------------------------------------------------

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_OWN_SCOPE = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def _number(node):
    """The value of a numeric literal, one minus sign included; None for anything else."""
    sign = 1
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        node, sign = node.operand, -1
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return sign * node.value
    return None


def _root(node):
    """The name that a chain of calls, attributes and subscripts begins with, or None."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call, ast.Starred)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else None


def _loaded(node):
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}


def _changed(statement, imported):
    """Top-level names that a statement binds, or changes by a call whose value is thrown away."""
    names, stack = set(), [statement]
    while stack:
        node = stack.pop()
        if isinstance(node, _FUNCTIONS):
            names.add(node.name)
            for inner in ast.walk(node):
                if isinstance(inner, ast.Global):
                    names.update(inner.names)
            continue
        if isinstance(node, _OWN_SCOPE):
            continue
        if isinstance(node, (ast.Name, ast.Attribute, ast.Subscript)) and not isinstance(node.ctx, ast.Load):
            names.add(_root(node))
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            call = node.value
            names.update(name for name in map(_root, [call.func, *call.args]) if name not in imported)
        stack.extend(ast.iter_child_nodes(node))
    names.discard(None)
    return names


def _live_statements(tree):
    """Top-level statements from which the result can be reached, by names used and changed."""
    imported = {(alias.asname or alias.name).split(".")[0] for node in ast.walk(tree)
                if isinstance(node, (ast.Import, ast.ImportFrom)) for alias in node.names}
    rows = [(statement, _loaded(statement), _changed(statement, imported)) for statement in tree.body]
    bound = set().union(*(changed for _, _, changed in rows)) if rows else set()
    chosen = next((name for name in ("fixture", "result") if name in bound), None)
    wanted = {chosen or "show_object"}
    live = set()
    grew = True
    while grew:
        grew = False
        for statement, loaded, changed in reversed(rows):
            if statement not in live and (changed & wanted or not chosen and "show_object" in loaded):
                live.add(statement)
                wanted |= loaded
                grew = True
    return live


def _literal_bindings(statement):
    """(name, node) of each plain name bound to a numeric literal: a = 1, a: float = 1, a, b = 1, 2."""
    if isinstance(statement, ast.AnnAssign):
        pairs = [(statement.target, statement.value)]
    elif isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target, value = statement.targets[0], statement.value
        both = isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)
        pairs = zip(target.elts, value.elts) if both and len(target.elts) == len(value.elts) else [(target, value)]
    else:
        pairs = []
    return [(target.id, value) for target, value in pairs
            if isinstance(target, ast.Name) and _number(value) is not None]


def _magic_literals(statement):
    """Numeric literals within a call's arguments; 0, 1 and 2 are nobody's magic."""
    found = set()
    for call in ast.walk(statement):
        if isinstance(call, ast.Call):
            for argument in [*call.args, *(keyword.value for keyword in call.keywords)]:
                found.update(n for n in ast.walk(argument)
                             if isinstance(n, ast.Constant) and _number(n) not in (None, 0, 1, 2))
    return found


def _is_literal(text, value):
    try:
        return ast.literal_eval(text.decode()) == value
    except (SyntaxError, ValueError):
        return False


def _live_token_count(source):
    try:
        tokens = tokenize.generate_tokens(io.StringIO(source).readline)
        return sum(1 for token in tokens if token.type not in _SILENT)
    except (tokenize.TokenError, SyntaxError, ValueError):
        return 0


def source_facts(source, tree):
    facts = {"parsed": tree is not None, "live_tokens": _live_token_count(source), "magic_numbers": 0,
             "numeric_literals": 0, "live_parameters": []}
    if tree is None:
        return facts
    text = source.encode()
    # Lines as the parser counts them: a form feed or a Unicode separator ends no line.
    starts = [0, *(end.end() for end in re.finditer(rb"\r\n|\r|\n", text))]
    bindings = collections.Counter(node.id for node in ast.walk(tree)
                                   if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load))
    live = _live_statements(tree)
    parameters = facts["live_parameters"]
    for statement in tree.body:
        if statement not in live:
            continue
        for name, node in _literal_bindings(statement):
            value = _number(node)
            begin = starts[node.lineno - 1] + node.col_offset
            end = starts[node.end_lineno - 1] + node.end_col_offset
            if bindings[name] == 1 and abs(value) < 1e12 and _is_literal(text[begin:end], value):
                parameters.append({"name": name, "value": float(value), "integer": type(value) is int,
                                   "begin": begin, "end": end})
        facts["magic_numbers"] += len(_magic_literals(statement))
    facts["numeric_literals"] = facts["magic_numbers"] + len(parameters)
    return facts


# --- handlers of the program's own text ------------------------------------------------------------------

_MARK = "<handler>"  # no identifier, so that no program's name can shadow it


def mark_handlers(tree):
    """Puts a call of the marker first in every except block, on the handler's own line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            name = ast.copy_location(ast.Name(_MARK, ast.Load()), node)
            call = ast.copy_location(ast.Call(name, [], []), node)
            node.body.insert(0, ast.copy_location(ast.Expr(call), node))


class Handlers:
    """Knows whether a handler of the program's text caught an exception; may make handlers raise again.

    A missing module is no mistake of the shape: `try: import viewer / except ImportError` stays as it is.
    """

    def __init__(self, file, reraise):
        self.ran = False
        self._file, self._reraise = file, reraise

    def mark(self):
        if isinstance(sys.exc_info()[1], ImportError):
            return
        self.ran = True
        if self._reraise:
            raise

    def watch_suppress(self):
        """contextlib.suppress is a handler too, where the program's own text uses it."""
        plain = contextlib.suppress.__exit__

        def leave(suppress, kind, value, trace):
            caught = plain(suppress, kind, value, trace)
            ours = sys._getframe(1).f_code.co_filename == self._file
            if not caught or not ours or isinstance(value, ImportError):
                return caught
            self.ran = True
            return not self._reraise

        contextlib.suppress.__exit__ = leave


# --- the result ------------------------------------------------------------------------------------------


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


def _verdict(kind, message="", line=0, handled=False, brep=b""):
    head = json.dumps({"error_class": kind, "message": message, "line": line, "handled": handled}).encode()
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
    return _verdict(kind, text, line, handled)


def _build(tree, file, namespace, shown, most_brep):
    exec(compile(tree, file, "exec"), namespace)
    shape = _result(namespace, shown)
    buffer = io.BytesIO()
    BinTools.Write_s(shape.wrapped, buffer)
    brep = buffer.getvalue()
    if len(brep) > most_brep:
        return "refused", f"the shape takes {len(brep)} bytes, at most {most_brep} are read", b""
    return "ok", "", brep


def run(source, fd, reraise, most_brep):
    """Sends facts and one verdict on `fd`. `reraise`: the program's own handlers raise again."""
    _write(fd, _run(source, fd, reraise, most_brep))
    try:
        sys.stdout.flush()  # the process ends without Python's own clean-up
    except BaseException:
        pass


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
    handlers = Handlers(file, reraise)
    mark_handlers(tree)
    handlers.watch_suppress()
    shown = []
    module = types.ModuleType("__main__")
    namespace = module.__dict__
    namespace.update({_MARK: handlers.mark, "show_object": lambda value, *_, **__: shown.append(value),
                      "debug": lambda *_, **__: None, "__builtins__": builtins})
    sys.modules["__main__"] = module
    no_room = _verdict("out_of_memory", "MemoryError")
    try:
        kind, message, brep = _build(tree, file, namespace, shown, most_brep)
        return _verdict(kind, message, 0, handlers.ran, brep)
    except BaseException as error:
        try:
            return _failure(error, file, namespace, handlers.ran)
        except MemoryError:
            return no_room


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
