"""What import wrote last: a stamp in the file tells whether a person has changed it, a copy beside tells what."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final

from zerenku.store.atomic import write_file
from zerenku.store.workspace import CONTENT

COPIES: Final = Path(".zerenku") / "imports"
STAMP: Final = re.compile(
    r"^# 由 zerenku import 写入，来源 (?P<source>.*)；改过.*校验 (?P<digest>[0-9a-f]{16})\n", re.MULTILINE
)


def stamped(text: str, *, source: str) -> str:
    """`text` with a comment below its first line: where it comes from, and a checksum of everything else."""
    first, _, rest = text.partition("\n")
    where = f"由 zerenku import 写入，来源 {printable_name(source)}"
    stamp = f"# {where}；改过本文件之后，再次导入不会覆盖。校验 {_digest(text)}"
    return f"{first}\n{stamp}\n{rest}"


def is_untouched(text: str) -> bool:
    """Whether a file is as import left it, line ends aside; False for a file that import did not write."""
    text = text.replace("\r\n", "\n")
    match = STAMP.search(text)
    return match is not None and _digest(text[: match.start()] + text[match.end() :]) == match["digest"]


def source_of(text: str) -> str | None:
    """The name of the file that a plan source was imported from; None for one that import did not write."""
    match = STAMP.search(text.replace("\r\n", "\n"))
    return match["source"] if match else None


def printable_name(name: str) -> str:
    """A file's name without what YAML forbids in a comment."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]", "?", name)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def remember(root: Path, plan_id: str, text: str) -> None:
    """Keep a copy of what import wrote; nothing depends on it but the detail of a later report."""
    folder = root / COPIES
    folder.mkdir(parents=True, exist_ok=True)
    write_file(folder / f"{plan_id}.yml", text.encode())


def remembered(root: Path, plan_id: str) -> Path | None:
    """The copy of what import wrote last, if it is still there."""
    path = root / COPIES / f"{plan_id}.yml"
    return path if path.is_file() else None


def back_up(path: Path) -> Path:
    """Copy a file to the first free of `x.yml.bak1`, `x.yml.bak2` …; the copy's path."""
    number = 1
    while (copy := path.with_name(f"{path.name}.bak{number}")).exists():
        number += 1
    write_file(copy, path.read_bytes())
    return copy


def plans_folder(root: Path) -> Path:
    """Where the plan sources of a workspace lie."""
    return root / CONTENT / "plans"
