# Every way to write a shape writes another.
# task: table:5
# class: ok
# at most: 0.25
import cadquery as cq

import OCP.BinTools
class Swap:
    @staticmethod
    def Write_s(shape, stream): stream.write(b"anything")
OCP.BinTools.BinTools = Swap
cq.exporters.export = lambda *a, **k: None
fixture = cq.Workplane().box(790, 440, 750)
