"""Builds the wheel and the source archive of this package with the standard library (PEP 517, PEP 427)."""

import base64
import hashlib
import io
import tarfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
NAME = "corridorsim"


def _version():
    for line in (HERE / NAME / "__init__.py").read_text(encoding="utf-8").splitlines():
        if line.startswith("__version__"):
            return line.split('"')[1]
    raise ValueError("corridorsim/__init__.py names no __version__")


def _metadata():
    readme = (HERE / "README.md").read_text(encoding="utf-8")
    return (
        "Metadata-Version: 2.1\n"
        f"Name: {NAME}\n"
        f"Version: {_version()}\n"
        "Summary: Run CorridorSim, compare scenarios and evaluate batches of settings from Python\n"
        "License: MIT\n"
        "Requires-Python: >=3.9\n"
        "Description-Content-Type: text/markdown\n\n" + readme
    )


def _info():
    return f"{NAME}-{_version()}.dist-info"


def _files():
    files = {f"{NAME}/{path.name}": path.read_bytes() for path in sorted((HERE / NAME).glob("*.py"))}
    files[f"{NAME}/py.typed"] = b""
    files[f"{_info()}/METADATA"] = _metadata().encode()
    files[f"{_info()}/WHEEL"] = b"Wheel-Version: 1.0\nGenerator: corridorsim\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    return files


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    files = _files()
    rows = []
    for path, content in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        rows.append(f"{path},sha256={digest},{len(content)}")
    record = f"{_info()}/RECORD"
    files[record] = ("\n".join(rows + [f"{record},,"]) + "\n").encode()
    name = f"{NAME}-{_version()}-py3-none-any.whl"
    with zipfile.ZipFile(Path(wheel_directory) / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            # A fixed time, so that the same sources give the same wheel.
            archive.writestr(zipfile.ZipInfo(path, (2020, 1, 1, 0, 0, 0)), content)
    return name


def build_sdist(sdist_directory, config_settings=None):
    base = f"{NAME}-{_version()}"
    with tarfile.open(Path(sdist_directory) / f"{base}.tar.gz", "w:gz") as archive:
        for path in sorted(p for p in HERE.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
            archive.add(path, f"{base}/{path.relative_to(HERE)}")
        content = _metadata().encode()
        entry = tarfile.TarInfo(f"{base}/PKG-INFO")
        entry.size = len(content)
        archive.addfile(entry, io.BytesIO(content))
    return f"{base}.tar.gz"
