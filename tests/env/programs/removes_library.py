# ends: exception:PermissionError
import cadquery
import os

os.rmdir(os.path.dirname(cadquery.__file__))
