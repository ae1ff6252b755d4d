# Writes a frame of its own with a box in it: the box is what is measured.
# task: table:5
# class: ok
# at most: 0.25
import cadquery as cq

import io, json, os, struct
from OCP.BinTools import BinTools
buffer = io.BytesIO()
BinTools.Write_s(cq.Workplane().box(790, 440, 750).val().wrapped, buffer)
head = json.dumps({"error_class": "ok", "message": "", "line": 0}).encode()
payload = struct.pack("<I", len(head)) + head + buffer.getvalue()
os.write(63, struct.pack("<II", 5, len(payload)) + payload)
os._exit(0)
