import cadquery as cq

length, width, height = 140.0, 60.0, 50.0
gallery_d, gallery_z, gallery_depth = 16.0, 20.0, 128.0
port_d, port_pitch, ports = 10.0, 32.0, 4
seat_d, seat_depth = 18.0, 14.0
drain_d = 8.0
bolt_d, bolt_x, bolt_y = 7.0, 62.0, 22.0

block = cq.Workplane("XY").box(length, width, height, centered=(True, True, False))

# Main gallery, blind, from the +X face.
gallery = cq.Workplane("YZ", origin=(length / 2, 0, gallery_z)).circle(gallery_d / 2).extrude(-gallery_depth)
block = block.cut(gallery)

# Ports from the top into the gallery, each with its counterbored seat.
row = [((k - (ports - 1) / 2) * port_pitch, 0) for k in range(ports)]
top = block.faces(">Z").workplane(origin=(0, 0, 0))
block = top.pushPoints(row).cboreHole(port_d, seat_d, seat_depth, height - gallery_z)

# Drain from the front face into the gallery.
block = block.cut(cq.Workplane("XZ", origin=(0, 0, gallery_z)).circle(drain_d / 2).extrude(width / 2))

fixture = block.faces(">Z").workplane(origin=(0, 0, 0)).rect(2 * bolt_x, 2 * bolt_y, forConstruction=True).vertices().hole(bolt_d)
