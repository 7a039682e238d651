"""A workbook opened and saved again by LibreOffice, as an office without Excel would hand it in."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
MADE = re.compile(rb"<dcterms:created[^>]*>([^<]*)</dcterms:created>")
SAVED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def save_in_libreoffice(path: Path) -> bool:
    """Replace the workbook by LibreOffice's copy of it; False, with a notice, where LibreOffice is absent."""
    office = shutil.which("soffice")
    if office is None:
        print(f"LibreOffice is absent: {path.name} is left as written.", file=sys.stderr)
        return False
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", folder, str(path)]
        subprocess.run(command, check=True, capture_output=True)
        settle(Path(folder) / path.name, path)
    return True


def settle(source: Path, target: Path) -> None:
    """Copy a workbook part by part, the clock set to the day it was made: equal contents, an equal file."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            data = old.read(part)
            if made := MADE.search(data):
                data = SAVED.sub(rb"\g<1>" + made[1] + rb"\g<2>", data)
            new.writestr(zipfile.ZipInfo(part.filename, FIRST_DAY), data, zipfile.ZIP_DEFLATED)
