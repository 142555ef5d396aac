"""Starts `corridorsim serve`, or uses one that runs already, and speaks HTTP with it."""

import atexit
import json
import os
import re
import shutil
import subprocess
import tempfile
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any, Dict, IO, List, Optional, Union

from .errors import NotFoundError, ProgramError, RequestError

_ADDRESS = re.compile(r"^dashboard\s+(http://\S+)")


class Server:
    """A running program.

    Server() starts one of its own on a free port of this machine and ends it with this process, at the latest;
    Server(url="http://127.0.0.1:5080") uses one that runs, with key= its access key where it has one.

    program: path of the executable; else the variable CORRIDORSIM, `corridorsim` on the PATH, or the launcher of a
    checkout that holds the working folder. scenarios: folder of scenario files. runs: folder of runs; a temporary one
    when not given, so that nothing is left behind.
    """

    def __init__(
        self,
        url: Optional[str] = None,
        *,
        key: Optional[str] = None,
        program: Union[str, Path, None] = None,
        scenarios: Union[str, Path, None] = None,
        runs: Union[str, Path, None] = None,
    ) -> None:
        self._key = key
        self._process: Optional[subprocess.Popen] = None
        self._temporary: Optional[str] = None
        self.url = url.rstrip("/") if url else self._start(_find(program), scenarios, runs)

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends what was started; a program that ran already goes on."""
        atexit.unregister(self.close)
        if self._process is not None:
            # The program ends when its input does, so it ends with this process even where that is killed.
            for stream in (self._process.stdin, self._process.stdout):
                if stream is not None:
                    stream.close()
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None
        if self._temporary is not None:
            shutil.rmtree(self._temporary, ignore_errors=True)
            self._temporary = None

    def get(self, path: str, *, part: Optional[str] = None, tail: str = "", **query: Any) -> Any:
        """The JSON answer of an address below /api/v1.

        part and tail: a name that follows the path, whatever letters it has, and what follows that. Values of query that are
        None are left out.
        """
        if part is not None:
            path += "/" + urllib.parse.quote(str(part), safe="") + tail
        kept = {name: value for name, value in query.items() if value is not None}
        suffix = "?" + urllib.parse.urlencode(kept, doseq=True) if kept else ""
        with self.open("GET", path + suffix) as answer:
            return _read_json(answer)

    def post(self, path: str, body: Dict[str, Any]) -> Any:
        """The JSON answer to a JSON body."""
        with self.open("POST", path, body) as answer:
            return _read_json(answer)

    def open(self, method: str, path: str, body: Optional[Dict[str, Any]] = None) -> Any:
        """The answer as a stream; closing it stops what the program is doing for it."""
        headers = {"Accept": "application/json"}
        data = None
        if body is not None:
            data = json.dumps(body, allow_nan=False).encode()
            headers["Content-Type"] = "application/json"
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        request = urllib.request.Request(self.url + "/api/v1" + path, data, headers, method=method)
        try:
            # No proxy: the program is on this machine or where the address says.
            return urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request)
        except urllib.error.HTTPError as error:
            with error:
                raise _refusal(error.code, error.read()) from None
        except urllib.error.URLError as error:
            raise ProgramError(f"no CorridorSim answers at {self.url}: {error.reason}") from None

    def _start(self, program: str, scenarios: Union[str, Path, None], runs: Union[str, Path, None]) -> str:
        if runs is None:
            self._temporary = tempfile.mkdtemp(prefix="corridorsim-")
            runs = self._temporary
        command = [program, "serve", "--urls", "http://127.0.0.1:0", "--no-example", "--until-input-ends", "--runs", str(runs)]
        folder = scenarios or _scenarios_beside(program)
        command += ["--scenarios", str(folder)] if folder else []
        errors: IO[bytes] = tempfile.TemporaryFile()
        try:
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True)
        except OSError as error:
            errors.close()
            self.close()
            raise ProgramError(f"cannot start {program}: {error.strerror}") from None
        atexit.register(self.close)
        assert self._process.stdout is not None
        for line in self._process.stdout:
            found = _ADDRESS.match(line)
            if found:
                errors.close()
                return found[1]
        self._process.wait()
        errors.seek(0)
        reason = errors.read().decode(errors="replace").strip()
        errors.close()
        self.close()
        raise ProgramError(reason or f"{program} ended at once and did not say why")


_default: Optional[Server] = None


def default_server() -> Server:
    """The server that is used where none is given; it is started when it is first needed."""
    global _default
    if _default is None or (_default._process is None and _default._temporary is None and not _default.url):
        _default = Server(os.environ.get("CORRIDORSIM_URL") or None, key=os.environ.get("CORRIDORSIM_ACCESS_KEY"))
    return _default


def close_default_server() -> None:
    """Ends the default server; the next use starts a new one."""
    global _default
    if _default is not None:
        _default.close()
        _default = None


def _find(program: Union[str, Path, None]) -> str:
    if program is not None:
        return str(program)
    named = os.environ.get("CORRIDORSIM")
    if named:
        return named
    on_path = shutil.which("corridorsim")
    if on_path:
        return on_path
    for folder in [Path.cwd(), *Path.cwd().parents]:
        if (folder / "CorridorSim.sln").is_file() and (folder / "corridorsim").is_file():
            return str(folder / "corridorsim")
    raise ProgramError(
        "there is no program 'corridorsim': put it on the PATH, set CORRIDORSIM to its path, or give Server(program=...)"
    )


def _scenarios_beside(program: str) -> Optional[str]:
    """The scenarios here, or in the checkout of the program; None for those that come with it."""
    for folder in [Path.cwd(), Path(program).resolve().parent, *Path(program).resolve().parents]:
        if (folder / "scenarios").is_dir():
            return str(folder / "scenarios")
    return None


def _read_json(answer: Any) -> Any:
    return json.load(answer, parse_constant=float)


def _refusal(status: int, body: bytes) -> RequestError:
    try:
        problem = json.loads(body)
    except ValueError:
        problem = {}
    mistakes: List[str] = list(problem.get("mistakes") or [])
    message = problem.get("detail") or problem.get("title") or f"refused with status {status}"
    kind = NotFoundError if status == 404 else RequestError
    return kind(message, status, mistakes)
