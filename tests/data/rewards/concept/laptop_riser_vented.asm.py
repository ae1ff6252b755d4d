import cadquery as cq

# Sheet platform on two triangular side frames, separate legs and stops (plywood kit). Front is at y = 0.
W, D = 320, 240
T = 9
z0, z1 = 20, 100
side_pts = [(0, 0), (D, 0), (D, z1), (0, z0)]
side = cq.Workplane("YZ").polyline(side_pts).close().extrude(T)
side = side.cut(cq.Workplane("YZ").polyline([(90, 12), (D - 30, 12), (D - 30, z1 - 26), (90, 34)]).close().extrude(T))

sl = (z1 - z0) / D
plat = cq.Workplane("YZ").polyline([(0, z0), (D, z1), (D, z1 + 8), (0, z0 + 8)]).close().extrude(W)
vents = cq.Workplane("XY").center(W / 2, D / 2).rarray(1, 30, 1, 6).slot2D(220, 12).extrude(200)
plat = plat.cut(vents)

stop = cq.Workplane("XY").box(40, 10, 18, centered=(True, False, False)).cut(
    cq.Workplane("YZ", origin=(-30, 0, 0)).polyline([(0, -1), (10, -1), (10, 10 * sl), (0, 0)]).close().extrude(60))
leg = cq.Workplane("YZ").polyline([(D - 20, 0), (D, 0), (D, z1), (D - 20, z1 - 20 * sl)]).close().extrude(30)
lip = cq.Workplane("XY").box(W, 10, 12, centered=(False, False, False))

fixture = cq.Assembly(name="riser")
fixture.add(plat, name="platform", color=cq.Color("gray"))
fixture.add(side, name="rail_left")
fixture.add(side, name="rail_right", loc=cq.Location((W - T, 0, 0)))
fixture.add(leg, name="leg_left", loc=cq.Location((T, 0, 0)))
fixture.add(leg, name="leg_right", loc=cq.Location((W - T - 30, 0, 0)))
fixture.add(stop, name="stop_left", loc=cq.Location((70, 0, z0 + 8)))
fixture.add(stop, name="stop_right", loc=cq.Location((W - 70, 0, z0 + 8)))
# rear fence keeps cables in place and ties the platform edge
fence = cq.Workplane("XY").box(120, 8, 14, centered=(True, False, False)).cut(
    cq.Workplane("YZ", origin=(-80, 0, 0)).polyline([(-1, -sl), (9, 9 * sl), (9, -5), (-1, -5)]).close().extrude(160))
fixture.add(fence.translate((W / 2, D - 8, z1 + 8 - 8 * sl)), name="rear_fence")
