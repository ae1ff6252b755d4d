import cadquery as cq

run_od, run_id, run_half = 60.0, 50.0, 80.0
branch_od, branch_id, branch_end = 40.0, 32.0, 80.0
run_flange_d, run_flange_t, run_pcd, run_bolt = 90.0, 10.0, 75.0, 9.0
branch_flange_d, branch_flange_t, branch_pcd, branch_bolt = 70.0, 8.0, 55.0, 7.0


def run_rod(diameter):
    return cq.Workplane("YZ").circle(diameter / 2).extrude(run_half, both=True)


def run_flange(side):
    start = "YZ" if side > 0 else "ZY"
    plate = cq.Workplane(start).workplane(offset=run_half - run_flange_t).circle(run_flange_d / 2).extrude(run_flange_t)
    return plate.faces(">X" if side > 0 else "<X").workplane(origin=(0, 0, 0)).polarArray(run_pcd / 2, 45, 360, 4).hole(run_bolt)


branch = cq.Workplane("XY").circle(branch_od / 2).extrude(branch_end)
flange = cq.Workplane("XY").workplane(offset=branch_end - branch_flange_t).circle(branch_flange_d / 2).extrude(branch_flange_t)
flange = flange.faces(">Z").workplane().polarArray(branch_pcd / 2, 45, 360, 4).hole(branch_bolt)

tee = run_rod(run_od).union(run_flange(1)).union(run_flange(-1)).union(branch).union(flange)
fixture = tee.cut(run_rod(run_id)).cut(cq.Workplane("XY").circle(branch_id / 2).extrude(branch_end))
