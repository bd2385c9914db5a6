"""Writes labs/01-decision-tree/data/phishing.csv from the `river` wheel on PyPI.

    python3 scripts/data/extract-phishing.py

Downloads the wheel with pip into a temporary folder, checks the hash of the table inside, and writes
the same rows in the same order with each number in its shortest form. Run it again: the same bytes.
Needs Python 3 and pip; learners never run it, the result is committed.
"""

import csv
import gzip
import hashlib
import io
import pathlib
import subprocess
import sys
import tempfile
import zipfile

RIVER = "river==0.26.1"
MEMBER = "river/datasets/phishing.csv.gz"
TABLE_SHA256 = "cfe77f0b77dd706ac5491842d7ad787c80b5805eb315a47a4b89d0172c760fca"
OUT_SHA256 = "9933ec458c32d3234699cb4850491004ebc2e9b011c9702f1bdbf9c0a6a63db9"
OUT = pathlib.Path(__file__).parents[2] / "labs/01-decision-tree/data/phishing.csv"


def read_table() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", RIVER, "--no-deps", "--quiet", "--dest", folder]
        subprocess.run(pip, check=True)
        (wheel,) = pathlib.Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            table = gzip.decompress(archive.read(MEMBER))
    actual = hashlib.sha256(table).hexdigest()
    if actual != TABLE_SHA256:
        sys.exit(f"{MEMBER}: expected sha256 {TABLE_SHA256}, got {actual}. Nothing written.")
    return table


def shorten(cell: str) -> str:
    """1.0 becomes 1, 0.5 stays."""
    return f"{float(cell):g}"


def main() -> None:
    header, *rows = csv.reader(io.StringIO(read_table().decode("ascii")))
    lines = [",".join(header)] + [",".join(map(shorten, row)) for row in rows]
    text = ("\n".join(lines) + "\n").encode("ascii")
    actual = hashlib.sha256(text).hexdigest()
    if actual != OUT_SHA256:
        sys.exit(f"{OUT.name}: expected sha256 {OUT_SHA256}, got {actual}. Nothing written.")
    OUT.write_bytes(text)
    print(f"{OUT.name}: {len(rows)} rows, sha256 {actual}")


main()
