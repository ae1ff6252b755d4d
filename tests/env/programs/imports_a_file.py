# A shape from a file would be nobody's work.
# ends: exception:PermissionError
import cadquery as cq

fixture = cq.importers.importStep("/usr/share/part.step")
