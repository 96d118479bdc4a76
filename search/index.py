"""Where the index lies, when it is stale, and how a new one takes its place.

`<workspace>/.zerenku/index/` holds one folder a generation, named after its fingerprint, and the file `current` with
the name of the generation in force. A generation is written beside and renamed; `current` is replaced in one step; so a
reader sees either the whole old index or the whole new one.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from search.document import FIELD_WEIGHTS, SearchDocument
from search.engine import Engine, IndexBroken
from search.engines import DEFAULT, ENGINES, engine_named
from search.lexicon import Lexicon
from search.searcher import Searcher
from zerenku.errors import OutputRefused
from zerenku.store.parallel import unhurried_collector

if TYPE_CHECKING:
    # A question to a fresh index must not wait for the catalogue's modules to load.
    from zerenku.catalogue.catalogue import Catalogue

FOLDER: Final = Path(".zerenku", "index")
CURRENT: Final = "current"
META: Final = "meta.json"
LEXICON: Final = "lexicon.json"
ENGINE_PART: Final = "engine"
CHANGED: Final = "内容已改动"
MISSING: Final = "还没有索引"
NAME_CHARS: Final = 16
# Files up to so many bytes are compared by their digests too, a matter of milliseconds.
SMALL: Final = 8 << 20
RIVALS: Final = 20
# How often an index is looked at before it is called broken.
GLANCES: Final = 3
# A generation still unfinished after so many seconds is of a process that died.
DAY: Final = 86_400
# Whatever of the program decides what an index holds: a change there makes every index stale.
PROGRAM: Final = ("search", "zerenku/store", "zerenku/catalogue", "zerenku/model")


def fingerprint(root: Path) -> str:
    """A digest of the sources under `root`/content and of the program; no path outside them and no time in it."""
    digest = hashlib.sha256()
    content = root / "content"
    code = Path(__file__).resolve().parents[1]
    for base, pattern in ((content / "plans", "*.yml"), (content / "registers", "*.yml")):
        _add(digest.update, base, pattern)
    for part in PROGRAM:
        _add(digest.update, code / part, "*.py")
    return digest.hexdigest()


def _add(update: Callable[[bytes], None], base: Path, pattern: str) -> None:
    for path in sorted(base.rglob(pattern)):
        data = path.read_bytes()
        update(f"{base.name}/{path.relative_to(base).as_posix()} {len(data)}\n".encode())
        update(data)


def ensure_index(root: Path, catalogue: Catalogue, *, clean: bool = False, engine: str | None = None) -> Path:
    """The folder of an index of this catalogue, written when there is none that is current; `clean` always writes."""
    mark = fingerprint(root)
    if not clean:
        try:
            open_searcher(root, mark=mark).reader.close()
        except IndexBroken as broken:
            clean = broken.damaged
        else:
            return root / FOLDER
    return write_index(root, catalogue, mark=mark, engine=engine, replace=clean)


@unhurried_collector()
def write_index(
    root: Path, catalogue: Catalogue, *, mark: str, engine: str | None = None, replace: bool = True
) -> Path:
    """Write a new generation and put it in force; OutputRefused when the folder cannot be written.

    Without `engine` it is written by the one whose index is in force, so that a choice once made stays.

    Without `replace` a whole generation of the same sources that another process wrote meanwhile stays: it has the
    same bytes, and somebody may be reading it.
    """
    from search.schema import documents  # noqa: PLC0415 - see the head of this module
    from search.words import gather_lexicon  # noqa: PLC0415

    folder = root / FOLDER
    goal = folder / mark[:NAME_CHARS]
    chosen = engine_named(engine or _in_force(folder))
    found = documents(catalogue)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(dir=folder, prefix=".new-"))
    except OSError as error:
        raise OutputRefused(str(folder), error.strerror or "目录不可写") from error
    try:
        _write_generation(work, found, gather_lexicon(catalogue), mark=mark, engine=chosen)
        _put_in_force(work, goal, replace=replace)
    except OSError as error:
        raise OutputRefused(str(folder), error.strerror or "写入失败") from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return folder


def _in_force(folder: Path) -> str:
    """The name of the engine whose index lies in the folder, whole or stale; the default when none can be told."""
    try:
        name = (folder / CURRENT).read_text(encoding="ascii").strip()
        engine = json.loads((folder / name / META).read_text(encoding="utf-8"))["engine"]
    except (OSError, ValueError, KeyError, TypeError):
        return DEFAULT
    return engine if engine in ENGINES else DEFAULT


def _write_generation(
    work: Path, found: tuple[SearchDocument, ...], lexicon: Lexicon, *, mark: str, engine: Engine
) -> None:
    part = work / ENGINE_PART
    part.mkdir()
    engine.write(found, part, names=[name for group in lexicon.groups for name in group.variants])
    (work / LEXICON).write_text(lexicon.dump(), encoding="utf-8", newline="\n")
    meta = {
        "mark": mark,
        "engine": engine.name,
        "documents": len(found),
        "lengths": average_lengths(found),
        "files": _stock(work),
    }
    (work / META).write_text(json.dumps(meta, sort_keys=True, indent=1), encoding="utf-8", newline="\n")
    for path in (work, *work.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _stock(generation: Path) -> dict[str, str]:
    """Size of each file beside the head, and the digest of those that are not large. Damage in the midst of a large one
    shows when it is read, mostly.
    """
    stock = {}
    for path in sorted(item for item in generation.rglob("*") if item.is_file() and item != generation / META):
        size = path.stat().st_size
        digest = hashlib.sha256(path.read_bytes()).hexdigest() if size <= SMALL else ""
        stock[path.relative_to(generation).as_posix()] = f"{size} {digest}"
    return stock


def _put_in_force(work: Path, goal: Path, *, replace: bool) -> None:
    """Rename the generation into place, point `current` at it, then sweep out older ones."""
    if replace:
        _set_aside(goal)
    for _ in range(RIVALS):
        with suppress(OSError):
            work.rename(goal)
            break
        if _is_whole(goal):
            break
        # A broken one lies there, or another process put one there and took it away between these lines.
        _set_aside(goal)
    else:
        work.rename(goal)
    pointer = goal.parent / f".{CURRENT}.{work.name}"
    pointer.write_text(f"{goal.name}\n", encoding="ascii", newline="\n")
    pointer.chmod(0o644)
    pointer.replace(goal.parent / CURRENT)
    for path in _others(goal):
        shutil.rmtree(path, ignore_errors=True)


def _is_whole(generation: Path) -> bool:
    """Whether every file of a generation is there as its head says."""
    try:
        meta = json.loads((generation / META).read_text(encoding="utf-8"))
        Lexicon.load((generation / LEXICON).read_text(encoding="utf-8"))
        return bool(_stock(generation) == meta["files"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def _set_aside(goal: Path) -> None:
    aside = Path(tempfile.mkdtemp(dir=goal.parent, prefix=".old-"))
    with suppress(FileNotFoundError):
        goal.rename(aside / goal.name)


def _others(goal: Path) -> Iterator[Path]:
    """Generations that are no longer in force, and what processes that died left unfinished."""
    now = (goal.parent / CURRENT).stat().st_mtime
    for path in goal.parent.iterdir():
        old = path.name.startswith(".old-") or (len(path.name) == NAME_CHARS and path != goal)
        if path.is_dir() and (old or (path.name.startswith(".new-") and _began(path, now) < now - DAY)):
            yield path


def _began(unfinished: Path, now: float) -> float:
    """When a generation was begun; now, where its process takes it away at this moment."""
    try:
        return unfinished.stat().st_mtime
    except FileNotFoundError:
        return now


def open_searcher(root: Path, *, mark: str) -> Searcher:
    """The index in force; IndexBroken when there is none, when it is of other sources, or when it cannot be read."""
    for _ in range(GLANCES - 1):
        with suppress(IndexBroken):
            return _opened(root, mark=mark)
    return _opened(root, mark=mark)


def _opened(root: Path, *, mark: str) -> Searcher:
    """The same at one glance, in the midst of which a generation may be replaced by another of the same name."""
    folder = root / FOLDER
    try:
        name = (folder / CURRENT).read_text(encoding="ascii").strip()
        if name != mark[:NAME_CHARS]:
            raise IndexBroken(CHANGED, damaged=False)
        generation = folder / name
        meta = json.loads((generation / META).read_text(encoding="utf-8"))
        lexicon = Lexicon.load((generation / LEXICON).read_text(encoding="utf-8"))
        engine = engine_named(meta["engine"])
        lengths = {str(field): float(length) for field, length in meta["lengths"].items()}
        size = int(meta["documents"])
        if _stock(generation) != meta["files"]:
            raise IndexBroken("文件损坏")
    except FileNotFoundError as error:
        raise IndexBroken(MISSING, damaged=False) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise IndexBroken("文件损坏") from error
    reader = engine.read(generation / ENGINE_PART)
    if reader.size != size:
        reader.close()
        raise IndexBroken("条数不符")
    return Searcher(reader, lexicon, lengths)


def average_lengths(found: tuple[SearchDocument, ...]) -> dict[str, float]:
    """The average length of each searched field in characters of plain text."""
    count = max(1, len(found))
    return {name: sum(len(item.fields.get(name, "")) for item in found) / count for name, _ in FIELD_WEIGHTS}
