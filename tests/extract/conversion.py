"""LibreOffice as a witness: it converts documents in one run, with a profile of its own."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

FONTS = Path(__file__).resolve().parents[1] / "fonts" / "fonts.conf"


def convert(documents: Mapping[str, bytes], to: str, folder: Path) -> dict[str, Path]:
    """Name → converted file; `to` is LibreOffice's `suffix` or `suffix:filter`."""
    soffice = shutil.which("soffice")
    assert soffice, "缺少 LibreOffice（soffice）。请运行 make test，或自行安装 libreoffice-writer-nogui"
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in documents.items():
        (folder / f"{name}.docx").write_bytes(data)
    environment = {**os.environ, "FONTCONFIG_FILE": str(FONTS), "XDG_CACHE_HOME": str(folder / "cache")}
    command = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", to]
    command += ["--outdir", str(folder), *(str(folder / f"{name}.docx") for name in documents)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180, check=False)
    found = {name: folder / f"{name}.{to.partition(':')[0]}" for name in documents}
    missing = [name for name, path in found.items() if not path.exists()]
    assert not missing, f"LibreOffice 没有转换 {missing}：{done.stdout}{done.stderr}"
    return found
