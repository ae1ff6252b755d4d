"""Mistakes that raise nothing: noticed where the library lets them pass, told with the verdict.

Each is (kind, line); env/hints.cpp has the words. A program may forge them: they are advice, not evidence.
"""

import ast
import functools
import math
import sys

import cadquery as cq

_PROGRAM = "<program>"
_MOST = 8
_TRIGONOMETRY = {"sin", "cos", "tan"}

found = []


def notice(kind, line=None):
    if line is None:
        frame = sys._getframe(1)
        while frame and frame.f_code.co_filename != _PROGRAM:
            frame = frame.f_back
        if frame is None:
            return
        line = frame.f_lineno
    if len(found) < _MOST and (kind, line) not in found:
        found.append((kind, line))


def notice_in_text(tree):
    """math.sin takes radians, rotate takes degrees."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            value = node.args[0]
            if (name in _TRIGONOMETRY and isinstance(value, ast.Constant) and type(value.value) in (int, float)
                    and abs(value.value) > 2 * math.pi):
                notice("degrees_in_trigonometry", node.lineno)


def notice_in_result(value):
    if isinstance(value, cq.Workplane) and sum(isinstance(v, (cq.Solid, cq.Compound)) for v in value.vals()) > 1:
        notice("loose_objects", 0)


def _solids(workplane):
    return [solid for v in workplane.vals() if isinstance(v, cq.Shape) for solid in v.Solids()]


def _volume(workplane):
    try:
        return workplane.findSolid().Volume()
    except Exception:
        return None


def _after(method, look):
    plain = getattr(cq.Workplane, method)

    @functools.wraps(plain)
    def watched(self, *arguments, **named):
        before = _volume(self) if method == "shell" else None
        new = plain(self, *arguments, **named)
        look(before, new, arguments)
        return new

    setattr(cq.Workplane, method, watched)


def _emptied(kind):
    def look(before, new, arguments):
        if not _solids(new):
            notice(kind)

    return look


def _shelled(before, new, arguments):
    after = _volume(new)
    if before and after and abs(after - before) <= 1e-9 * abs(before):
        notice("shell_changed_nothing")


def _selected(before, new, arguments):
    if not new.objects:
        notice("empty_selection")


def _pushed(before, new, arguments):
    points = arguments[0] if arguments else []
    if isinstance(points, (list, tuple)) and any(
            isinstance(p, (list, tuple)) and len(p) == 3 and p[2] for p in points):
        notice("points_off_the_plane")


def _outlined(before, new, arguments):
    if any(face.innerWires() for face in new):
        notice("nested_outlines")


def watch():
    """Once, after the import."""
    _after("shell", _shelled)
    _after("cut", _emptied("cut_left_nothing"))
    _after("intersect", _emptied("nothing_in_common"))
    _after("_selectObjects", _selected)
    _after("pushPoints", _pushed)
    _after("_getFaces", _outlined)
