#!/usr/bin/env python3
"""What attacks get out of each reward, as Markdown tables.

    scripts/attack_tables.py suite
    scripts/attack_tables.py search --out runs/attack [--budget 2000] [--published-budget 24] [--seed 0] [TASK...]

`suite` scores tests/rewards/attacks/*.py under the verified and the published profiles. `search` lets the built-in
adversary (`cadforge attack`) loose on tasks of all levels under the published total and the verified one; what is in the folder already is not
searched again, so it may be stopped and started at will.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
CADFORGE = ROOT / "build/release/bin/cadforge"
PROFILES = ("published_dense", "published_strict", "verified")
# Four of each level of the catalogue.
TASKS = """
    l_bracket_plain washer_m8 step_shaft_3 plate_4_holes
    four_leg_chair_700n wall_j_hook_120n flange_pcd_6 bookend
    motor_mount_nema17 v_block_fixture laptop_riser_vented bottle_cage_bike
    bench_vise_simplified desk_lamp_arm_joint folding_step_stool robot_gripper_two_finger
    ergonomic_curvy_chair_1000n gearbox_housing_split planetary_stage_3 impeller_blank_6
""".split()


def cadforge(*arguments, given=None):
    run = subprocess.run([CADFORGE, *arguments], input=given, stdout=subprocess.PIPE, text=True)
    if run.returncode != 0:
        sys.exit(f"cadforge {arguments[0]} ended with {run.returncode}")
    return [json.loads(line) for line in run.stdout.splitlines()]


def paid(verdict):
    return verdict.get("training_reward", verdict["total"])


def suite(_):
    programs = {}
    for path in sorted((ROOT / "tests/rewards/attacks").glob("*.py")):
        code = path.read_text(encoding="utf-8", errors="surrogateescape")
        task = re.search(r"^# task: (\S+)", code, re.MULTILINE).group(1)
        programs[path.stem] = {"id": path.stem, "task_id": task, "code": code}
    given = "".join(json.dumps(program) + "\n" for program in programs.values())
    verdicts = {}
    for profile in PROFILES:
        for verdict in cadforge("score", "--profile", profile, "--input", "-", given=given):
            verdicts.setdefault(verdict["id"], {})[profile] = verdict
    print("| attack | task | published total | dense | strict | verified | its class |\n|---|---|---:|---:|---:|---:|---|")
    for name, program in programs.items():
        dense, strict, verified = (verdicts[name][p] for p in PROFILES)
        print(f"| {name.replace('_', ' ')} | {program['task_id']} | {dense['total']:.2f} | {paid(dense):.2f} "
              f"| {paid(strict):.2f} | {verified['total']:.2f} | {verified['error_class']} |")


def search(options):
    options.out.mkdir(parents=True, exist_ok=True)
    tasks = options.task or TASKS
    found = {}
    for task in tasks:
        for profile in ("published_dense", "verified"):  # strict has the same total as dense
            file = options.out / f"{task.replace(':', '-')}.{profile}.json"
            if not file.exists():
                budget = options.budget if profile == "verified" else options.published_budget
                result = cadforge("attack", "--task", task, "--profile", profile, "--budget", str(budget), "--seed",
                                  str(options.seed))
                if not result or result[0]["evaluations"] < budget:
                    sys.exit(f"stopped in {task}")
                file.write_text(json.dumps(result[0]))
            found[task, profile] = json.loads(file.read_text())
    print("| task | level | published | evaluations | verified | evaluations |\n|---|---:|---:|---:|---:|---:|")
    for task in tasks:
        dense, verified = found[task, "published_dense"], found[task, "verified"]
        print(f"| {task} | {verified['level']} | {dense['best_total']:.3f} | {dense['evaluations']} "
              f"| {verified['best_total']:.3f} | {verified['evaluations']} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(required=True)
    commands.add_parser("suite").set_defaults(run=suite)
    command = commands.add_parser("search")
    command.add_argument("--out", type=pathlib.Path, required=True)
    command.add_argument("--budget", type=int, default=2000)
    command.add_argument("--published-budget", type=int, default=24)
    command.add_argument("--seed", type=int, default=0)
    command.add_argument("task", nargs="*")
    command.set_defaults(run=search)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
