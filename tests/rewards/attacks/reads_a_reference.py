# Looks for the reference in files.
# task: table:5
# class: any
# at most: -0.5
import cadquery as cq

fixture = cq.importers.importStep("/srv/reference.step")
