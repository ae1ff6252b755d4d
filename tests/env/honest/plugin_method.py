# A method added to Workplane by the program, and each() with a callback.
import cadquery as cq


def lugs(self, size):
    def lug(location):
        return cq.Workplane("XY").circle(size).circle(size / 3).extrude(2).val().located(location)

    return self.eachpoint(lug, True, "a")


cq.Workplane.lugs = lugs
result = cq.Workplane("XY").box(40, 20, 2, centered=(True, True, False)).pushPoints([(-20, 0), (20, 0)]).lugs(6)
