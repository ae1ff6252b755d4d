"""The library's doors to the outside.

A script that ends with `cq.exporters.export(result, "part.step")` is honest, and builds: the part is taken from
`result`, nothing is written, and a line on stderr says so. What comes in from outside would be no work of the
program's own: importers are refused. Nothing here is a wall (the operating system is): a program that opens
a file by other ways meets a PermissionError.
"""

import functools
import inspect
import io
import os
import sys

import cadquery
import cadquery.vis
from cadquery.occ_impl import exporters, importers
from cadquery.occ_impl.exporters import assembly, dxf, svg, vtk

_PLACES = {"fname", "fileName", "path", "f", "name"}


def _place(signature, arguments, named):
    """The argument that says where to write or read; bad calls fail as they would anywhere."""
    bound = signature.bind(*arguments, **named).arguments
    return next((bound[name] for name in signature.parameters if name in _PLACES and name in bound), None)


def _check_type(name, types):
    suffix = name.split(".")[-1].upper()
    if suffix not in types:
        raise ValueError("Unknown extensions, specify export type explicitly")


def _silent(plain, returns=None, check=None):
    """`plain` without its file. Streams in memory are written as ever."""
    signature = inspect.signature(plain)

    @functools.wraps(plain)
    def export(*arguments, **named):
        place = _place(signature, arguments, named)
        if isinstance(place, io.IOBase):
            return plain(*arguments, **named)
        if check:
            check(signature.bind(*arguments, **named).arguments)
        print(f"{plain.__name__}: {place} is not written: the sandbox writes no files", file=sys.stderr)
        return arguments[0] if returns == "self" else returns

    return export


def _refused(plain):
    signature = inspect.signature(plain)

    @functools.wraps(plain)
    def load(*arguments, **named):
        place = _place(signature, arguments, named)
        if isinstance(place, io.IOBase):
            return plain(*arguments, **named)
        raise PermissionError(f"{plain.__name__}: {place}: the sandbox reads no files; draw the part instead")

    return load


def _known_export(bound):
    shape = bound["w"]
    if not isinstance(shape, cadquery.Shape):
        cadquery.occ_impl.shapes.compound(*shape)
    if bound.get("exportType") is None:
        _check_type(bound["fname"], {v for k, v in vars(exporters.ExportTypes).items() if k.isupper()})


def _known_assembly(bound):
    if bound.get("exportType") is None:
        _check_type(bound["path"], {"STEP", "XML", "XBF", "VRML", "VTKJS", "GLTF", "GLB", "STL"})


def _method(kind, name, replaced):
    plain = inspect.getattr_static(kind, name)
    if isinstance(plain, classmethod):
        setattr(kind, name, classmethod(replaced(plain.__func__)))
    else:
        setattr(kind, name, replaced(plain))


def _function(name, replaced, *modules):
    door = replaced(getattr(modules[0], name))
    for module in modules:
        setattr(module, name, door)


def close():
    """Once, after the import."""
    shape, sketch, whole = cadquery.Shape, cadquery.Sketch, cadquery.Assembly
    _function("export", lambda plain: _silent(plain, None, _known_export), exporters, cadquery.cq, cadquery.sketch)
    _function("exportSVG", _silent, svg, cadquery.cq)
    _function("exportDXF", _silent, dxf, exporters)
    _function("exportVTP", _silent, vtk, exporters)
    for name in ("exportAssembly", "exportCAF", "exportVTKJS", "exportVRML", "exportGLTF"):
        _function(name, lambda plain: _silent(plain, True), assembly, cadquery.assembly)
    _function("exportStepMeta", lambda plain: _silent(plain, True), assembly)
    for name in ("exportStl", "exportStep", "exportBrep", "exportBin"):
        _method(shape, name, lambda plain: _silent(plain, True))
    for name in ("save", "export"):
        _method(whole, name, lambda plain: _silent(plain, "self", _known_assembly))

    for name in ("importShape", "importStep", "importDXF", "importBrep", "importBin"):
        _function(name, _refused, importers)
    for kind, name in ((shape, "importBrep"), (shape, "importBin"), (sketch, "importDXF"), (whole, "importStep"),
                       (whole, "load")):
        _method(kind, name, _refused)

    # A window nobody sees, and a folder for exports that are not written.
    cadquery.vis.show = cadquery.vis.show_object = lambda *_, **__: None
    os.mkdir = lambda path, *_, **__: print(f"mkdir: {path} is not made: the sandbox writes no files", file=sys.stderr)
