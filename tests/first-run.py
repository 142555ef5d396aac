#!/usr/bin/env python3
"""Processor time from a fresh clone to the first number, of this commit and of others, one after the other; Linux only.

Usage: python3 tests/first-run.py [COMMIT...], default HEAD. Packages that were fetched before are used again; build servers are
off, so that all that is done is done by descendants of the launcher. Prints a line a commit, the second start included.
"""

import ctypes
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ADOPTS_ORPHANS = 36  # PR_SET_CHILD_SUBREAPER: what outlives its parent is waited for here.
ALONE = {"UseSharedCompilation": "false", "MSBUILDDISABLENODEREUSE": "1", "DOTNET_CLI_USE_MSBUILD_SERVER": "0"}
COMMAND = ["./corridorsim", "run", "scenarios/us-panama-2022.yaml", "--quiet"]


def seconds(folder):
    """(wall to the first number, processor of all descendants until the last has ended) of one start."""
    begun, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(COMMAND, cwd=folder, env={**os.environ, **ALONE}, stdout=subprocess.DEVNULL)
    wall = None
    while True:
        try:
            ended, status = os.wait()
        except ChildProcessError:
            break
        if ended == process.pid:
            wall = time.monotonic() - begun
            if status != 0:
                sys.exit(f"first-run.py: {' '.join(COMMAND)} ended with {os.waitstatus_to_exitcode(status)}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    ctypes.CDLL(None).prctl(ADOPTS_ORPHANS, 1, 0, 0, 0)
    for commit in sys.argv[1:] or ["HEAD"]:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["git", "clone", "-q", "--no-hardlinks", ROOT, folder], check=True)
            subprocess.run(["git", "-c", "advice.detachedHead=false", "checkout", "-q", commit], cwd=folder, check=True)
            for start in ("first", "second", "third"):
                wall, processor = seconds(folder)
                print(f"{commit} {start} start: {wall:.1f} s to its end, {processor:.1f} s of processor", flush=True)


if __name__ == "__main__":
    main()
