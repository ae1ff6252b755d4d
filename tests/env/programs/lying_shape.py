# A subclass that lies about itself: what counts is what it wraps, here nothing solid.
# ends: not_a_shape
import cadquery as cq


class Liar(cq.Solid):
    def Volume(self):
        return 6000.0

    def isValid(self):
        return True

    def Solids(self):
        return [self]


lie = object.__new__(Liar)
lie.wrapped = None
fixture = lie
