# Pretends to be a shape down to the library's own type check.
# ends: exception:TypeError
import cadquery as cq


class Wrapped:
    def IsNull(self):
        return False


lie = object.__new__(cq.Solid)
lie.wrapped = Wrapped()
fixture = lie
