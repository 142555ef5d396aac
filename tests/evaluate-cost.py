#!/usr/bin/env python3
"""What a batch through the client costs beside the same sweep from the command line, and what a point costs on a warm server.

Usage: python3 tests/evaluate-cost.py [POINTS] [TURNS], default 1000 and 3. Both sides simulate the same points with the same
luck, in turns, on the same cores; processor seconds are those of the programs that simulate, and of the client. Prints Markdown.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src/clients/python"))

import corridorsim as cs  # noqa: E402

PROGRAM = os.environ.get("CORRIDORSIM", str(ROOT / "src/CorridorSim.Cli/bin/Release/net10.0/corridorsim"))
PLACES = "agreements.us-panama.provisions.referrals.places-per-month"
REPLICATES = 16
CALLS = 200


def processor_seconds(pid):
    """User and system time of a process, all threads."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def own_seconds(who=resource.RUSAGE_SELF):
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def greatest_memory(pid):
    line = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def by_command_line(folder, points):
    """(wall, processor) seconds of the sweep, from the start of its program to its end."""
    file = folder / "cost.sweep.yaml"
    scenarios = os.path.relpath(ROOT / "scenarios", folder)
    file.write_text(
        f"corridorsim: 1\nid: cost\nbase: {scenarios}/us-panama-2022.yaml\nfactors:\n  places: {{ path: {PLACES}, kind: lever, values: {json.dumps(points)} }}\n"
        f"design: {{ kind: grid }}\nreplicates: {REPLICATES}\nrecord: [deaths]\n"
    )
    with tempfile.TemporaryDirectory() as runs:
        begun, before = time.monotonic(), own_seconds(resource.RUSAGE_CHILDREN)
        subprocess.run([PROGRAM, "sweep", str(file), "--runs", runs, "--quiet", "--json"], check=True, stdout=subprocess.DEVNULL)
        return time.monotonic() - begun, own_seconds(resource.RUSAGE_CHILDREN) - before


def by_client(points):
    """(wall, processor) seconds of a batch, from the start of the server to its end, and the greatest memory of both, MB."""
    begun, own = time.monotonic(), own_seconds()
    with cs.Server(program=PROGRAM, scenarios=ROOT / "scenarios") as server:
        pid = server._process.pid
        count = sum(1 for _ in cs.Scenario("us-panama-2022", server=server).stream({PLACES: points}, "deaths", replicates=REPLICATES))
        assert count == len(points)
        seconds, memory = processor_seconds(pid), greatest_memory(pid)
    return time.monotonic() - begun, seconds + own_seconds() - own, memory


def by_point():
    """Of a call for one point of one month on a warm server, seconds: overhead (median, least), simulation, processor in all."""
    with cs.Server(program=PROGRAM, scenarios=ROOT / "scenarios") as server:
        month = cs.Scenario("us-panama-2022", server=server).set("horizon.to", "2021-01")
        for places in range(CALLS):
            month.evaluate([{PLACES: places}], "deaths", replicates=1)
        overhead, own, before, simulated = [], own_seconds(), processor_seconds(server._process.pid), 0
        for places in range(CALLS):
            begun = time.monotonic()
            seconds = month.evaluate([{PLACES: places}], "deaths", replicates=1).simulated_seconds
            overhead.append(time.monotonic() - begun - seconds)
            simulated += seconds
        return statistics.median(overhead), min(overhead), simulated / CALLS, (processor_seconds(server._process.pid) - before + own_seconds() - own) / CALLS


def main():
    count, turns = (int(text) for text in (sys.argv[1:] + ["1000", "3"][len(sys.argv) - 1 :]))
    points = [2 * i for i in range(count)]
    print(f"{count} points x {REPLICATES} replicates, 48 months; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")
    print("| turn | command line, s | of processor | client, s | of processor | ratio of processor seconds | server at most, MB |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    ratios = []
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(1, turns + 1):
            line = by_command_line(Path(folder), points)
            client = by_client(points)
            ratios.append(client[1] / line[1])
            print(f"| {turn} | {line[0]:.1f} | {line[1]:.1f} | {client[0]:.1f} | {client[1]:.1f} | {ratios[-1]:.3f} | {client[2]:.0f} |", flush=True)
    median, least, simulated, processor = by_point()
    print(f"\nMedian ratio {statistics.median(ratios):.3f}. A call for one point has an overhead of {1000 * median:.1f} ms (least {1000 * least:.1f} ms) beside {1000 * simulated:.1f} ms of simulation of one month; both take {1000 * processor:.1f} ms of processor.")


if __name__ == "__main__":
    main()
