#!/usr/bin/env python3
"""A mixed load over the pool, undisturbed and then with kill -9 at random: are the verdicts the same, is anything left?

    scripts/bench/soak.py [--count 2000] [--kill-every SECONDS] [--seed N] [--programs FILE.jsonl]

Good programs (the families' references and second programs), broken ones (the same with text taken out, or for another
task) and hostile ones (tests/env/programs), and those of FILE.jsonl (`task_id`, `code`), in random order, through
`cadforge score`. While the second run is under way a worker, a measurer or a keeper of theirs is killed about every so
many seconds. Prints one JSON object: verdicts lost or changed, processes, files and descriptors left, resident memory.

A program whose processes were killed under it twice is blamed for it (class killed), as the pool's rule is: `blamed`
counts these apart from `changed`.
"""

import argparse
import collections
import ctypes
import json
import os
import pathlib
import random
import signal
import statistics
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
CADFORGE = ROOT / "build/release/bin/cadforge"
PR_SET_CHILD_SUBREAPER, NOBODY = 36, 65534
SCORES = ("build", "topology", "contact", "semantic_parts", "reference_similarity", "editability", "efficiency", "total")


def sampled(count):
    text = subprocess.run([CADFORGE, "tasks", "sample", "--family", "all", "--count", str(count)], check=True,
                          capture_output=True, text=True).stdout
    return [json.loads(line) for line in text.splitlines()]


def broken(code, rng):
    lines = code.splitlines()
    kind = rng.randrange(4)
    if kind == 0:
        del lines[rng.randrange(len(lines))]
    elif kind == 1:
        lines = lines[:rng.randrange(1, len(lines))]
    elif kind == 2:
        lines.insert(rng.randrange(len(lines)), "raise ValueError('no')")
    else:
        lines.append("fixture = fixture.edges().fillet(1000)")
    return "\n".join(lines) + "\n"


def mixed(count, seed, path):
    rng = random.Random(seed)
    tasks = sampled(48)
    hostile = [file.read_text() for file in sorted((ROOT / "tests/env/programs").glob("*.py"))]
    others = [json.loads(line) for line in pathlib.Path(path).read_text().splitlines()] if path else []
    items = []
    for i in range(count):
        task, draw = rng.choice(tasks), rng.random()
        if others and draw < 0.15:
            item = rng.choice(others)
            task_id, code = item["task_id"], item["code"]
        elif draw < 0.55:
            task_id, code = task["id"], task["gold"]
        elif draw < 0.65:
            task_id, code = task["id"], rng.choice(tasks)["gold"]
        elif draw < 0.9:
            task_id, code = task["id"], broken(task["gold"], rng)
        else:
            task_id, code = task["id"], rng.choice(hostile)
        items.append({"id": i, "task_id": task_id, "code": code + f"\n# {i}\n"})  # no two alike: none is cached
    return items


def processes():
    """pid -> (parent, name)"""
    found = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                text = pathlib.Path("/proc", entry, "stat").read_text()
            except OSError:
                continue
            name, rest = text[text.index("(") + 1:text.rindex(")")], text[text.rindex(")") + 2:].split()
            found[int(entry)] = (int(rest[1]), name)
    return found


def below(root):
    """Descendants with their depth; a program's own process hangs below its worker."""
    everyone = processes()
    depth = {root: 0}
    for _ in range(6):
        for pid, (parent, _) in everyone.items():
            if parent in depth and pid not in depth:
                depth[pid] = depth[parent] + 1
    depth.pop(root)
    return {pid: everyone[pid][1] for pid in depth}


def resident_mib(pid):
    try:
        return int(pathlib.Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 2**20
    except (OSError, IndexError):
        return 0.0


def descriptors(pid):
    try:
        return len(os.listdir(f"/proc/{pid}/fd"))
    except OSError:
        return 0


def temporary():
    """What programs would leave: files of their user, or by the name that the hostile ones try."""
    paths = [path for folder in ("/tmp", "/var/tmp", "/dev/shm", ROOT) for path in pathlib.Path(folder).glob("*")]
    return {str(path) for path in paths if "cadforge-was-here" in path.name or owner(path) == NOBODY}


def owner(path):
    try:
        return path.lstat().st_uid
    except OSError:
        return None


class Watch(threading.Thread):
    """Samples the command and its processes, and kills one now and then."""

    def __init__(self, pid, kill_every, seed):
        super().__init__(daemon=True)
        self.pid, self.kill_every, self.rng = pid, kill_every, random.Random(seed)
        self.samples, self.killed, self.over = [], collections.Counter(), threading.Event()

    def run(self):
        next_kill = time.monotonic() + 2 * (self.kill_every or 0)
        while not self.over.wait(0.5):
            names = below(self.pid)
            self.samples.append((resident_mib(self.pid), descriptors(self.pid),
                                 max((resident_mib(p) for p, n in names.items() if n == "cadforge-worker"), default=0),
                                 max((resident_mib(p) for p, n in names.items() if n == "cadforge-measur"), default=0)))
            if self.kill_every and time.monotonic() > next_kill and names:
                victim = self.rng.choice(sorted(names))
                try:
                    os.kill(victim, signal.SIGKILL)
                    self.killed[names[victim]] += 1
                except ProcessLookupError:
                    pass
                next_kill = time.monotonic() + self.rng.expovariate(1 / self.kill_every)


def level(samples, field):
    """Medians of the second and the last quarter: equal where nothing is kept."""
    quarter = max(1, len(samples) // 4)
    return [round(statistics.median(s[field] for s in part), 1) for part in
            (samples[quarter:2 * quarter] or samples, samples[-quarter:])]


def run(items, kill_every, seed):
    lines = "".join(json.dumps(item) + "\n" for item in items)
    began = time.monotonic()
    process = subprocess.Popen([CADFORGE, "score", "--input", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               text=True)
    watch = Watch(process.pid, kill_every, seed)
    watch.start()
    writer = threading.Thread(target=lambda: (process.stdin.write(lines), process.stdin.close()))
    writer.start()
    verdicts = {}
    for line in process.stdout:
        verdict = json.loads(line)
        verdicts[verdict["id"]] = {"class": verdict["error_class"], "scores": [verdict[name] for name in SCORES]}
        if len(verdicts) % 100 == 0:
            print(f"{len(verdicts)} of {len(items)}, {time.monotonic() - began:.0f} s", file=sys.stderr)
    code = process.wait()
    watch.over.set()
    watch.join()
    writer.join()
    return verdicts, watch, {
        "exit_code": code, "seconds": round(time.monotonic() - began, 1), "lost": len(items) - len(verdicts),
        "classes": dict(collections.Counter(v["class"].split(":")[0] for v in verdicts.values()).most_common()),
        "killed": dict(watch.killed), "resident_mib_cadforge": level(watch.samples, 0),
        "descriptors_cadforge": level(watch.samples, 1), "resident_mib_worker": level(watch.samples, 2),
        "resident_mib_measurer": level(watch.samples, 3)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--kill-every", type=float, default=5)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--programs")
    chosen = parser.parse_args()
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)  # whoever is orphaned becomes ours to see
    items = mixed(chosen.count, chosen.seed, chosen.programs)
    files = temporary()
    expected, _, undisturbed = run(items, None, chosen.seed)
    got, _, disturbed = run(items, chosen.kill_every, chosen.seed)
    time.sleep(2)
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:  # as an init would
            pass
    except ChildProcessError:
        pass
    changed = [i for i in expected if got.get(i) != expected[i]]
    blamed = [i for i in changed if got.get(i, {}).get("class") == "killed"]
    changed = [i for i in changed if i not in blamed]
    for i in changed[:20]:
        print(json.dumps({"id": i, "expected": expected[i], "got": got.get(i)}), file=sys.stderr)
    print(json.dumps({"count": len(items), "undisturbed": undisturbed, "disturbed": disturbed,
                      "changed": len(changed), "blamed": len(blamed),
                      "processes_left": len(below(os.getpid())), "files_left": sorted(temporary() - files)}))


main()
