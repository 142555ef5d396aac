"""Waiting for what the program is doing."""

import json
from typing import Any, Dict

from .errors import CorridorSimError
from .server import Server


def wait(server: Server, path: str, job: Dict[str, Any]) -> Dict[str, Any]:
    """The last state of a job. Whatever interrupts the wait (Ctrl-C above all) stops the job."""
    try:
        with server.open("GET", f"{path}/{job['id']}/events") as stream:
            for line in stream:
                if line.startswith(b"data:"):
                    job = json.loads(line[5:])
    except BaseException:
        try:
            server.post(f"{path}/{job['id']}/stop", {})
        except CorridorSimError:
            pass  # The program is gone, and the job with it: what interrupted the wait says more.
        raise
    return job
