# An object that only says it is a shape.
# task: table:5
# class: not_a_shape
# at most: -0.5
import cadquery as cq

class Fake:
    wrapped = None
    def vals(self): return [self]
    def Volume(self): return 17228000.0
    def isValid(self): return True
fixture = Fake()
