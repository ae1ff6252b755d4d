# Opens CadQuery itself for writing (and would append nothing).
# ends: exception:PermissionError
import cadquery

open(cadquery.__file__, "a")
