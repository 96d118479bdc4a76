"""Files read into plans, one after the other or on several processes; results come in the order of the files."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, Final

from zerenku.cli.import_body import Body, body_of, head_of
from zerenku.errors import SourceUnreadable
from zerenku.extract.reading import extract
from zerenku.importer import ImportWords, draft_json, draft_plan, import_text
from zerenku.importer.samples import as_written, excerpted, is_sample
from zerenku.importer.settle import settle
from zerenku.linter.runner import findings_json, lint_paper
from zerenku.model.outline import Draft, Original, Unread
from zerenku.model.plan import Plan

FEW: Final = 24
"""Up to so many files starting processes takes longer than reading."""
CHUNK: Final = 8
MOST_WORKERS: Final = 8


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """A plan as read, still without id and place. `basis` are the cites that name its basis; `claimed` is 0 to 1.

    With a `body` the plan is settled, and may have come without its clauses.
    """

    plan: Plan
    basis: tuple[str, ...]
    claimed: float
    unread: tuple[Unread, ...]
    json: dict[str, Any] | None = None
    body: Body | None = None


@dataclass(frozen=True, slots=True)
class ReadFile:
    """The plans of a file in text order, or why there are none: one Chinese sentence. `sample`: it is a 样稿."""

    path: Path
    plans: tuple[ReadPlan, ...] = ()
    error: str = ""
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """How to read: words of the registers, whether the interchange JSON is wanted, and plans with all their clauses."""

    words: ImportWords = field(default_factory=ImportWords)
    as_json: bool = False
    whole: bool = True


def read_file(path: Path, task: Task) -> ReadFile:
    """Read one file; whatever is wrong with it is told in the result, so that one bad file stops no other."""
    try:
        original = extract(path)
        sample = is_sample(original)
        original = as_written(original) if sample else original
        drafts = import_text(original, words=task.words)
    except SourceUnreadable as error:
        return ReadFile(path, error=str(error))
    except Exception as error:  # noqa: BLE001 - a flaw of ours met in one of a thousand files; said, not hidden
        said = f"{type(error).__name__}：{error}"[:120]
        return ReadFile(path, error=f"{path}：读不下去（{said}）；这是程序的缺陷，请把这个文件交给维护者")
    if not drafts:
        return ReadFile(path, error=f"{path}：没有读到文字；扫描件请先识别文字，再导入")
    return ReadFile(path, tuple(_read_plan(draft, original, task, sample=sample) for draft in drafts), sample=sample)


def _read_plan(draft: Draft, original: Original, task: Task, *, sample: bool) -> ReadPlan:
    plan, body = draft_plan(draft, plan_id="", place_id=""), None
    plan = excerpted(plan) if sample else plan
    if plan.issuers:
        # Settling a paper that nobody signed takes the name of its place, which placing finds out.
        plan = settle(plan, place_name="")
        body = body_of(plan, write=not task.as_json)
    return ReadPlan(
        plan=plan if body is None or task.whole else head_of(plan),
        basis=tuple(item.value for item in draft.outline.head.basis),
        claimed=draft.claimed,
        unread=draft.unread,
        json=_json(draft, original) if task.as_json else None,
        body=body,
    )


def _json(draft: Draft, original: Original) -> dict[str, Any]:
    findings = findings_json(lint_paper([draft], original=original))
    return {**draft_json(draft, plan_id=""), "findings": findings}


def read_files(paths: Sequence[Path], task: Task, *, workers: int | None = None) -> Iterator[ReadFile]:
    """Read all; `workers` processes (as many as there are processors unless given) where that is worth while.

    Only a few files are under way at a time: memory does not grow with their number.
    """
    workers = min(os.cpu_count() or 1, MOST_WORKERS) if workers is None else workers
    if workers < 2 or len(paths) <= FEW:
        for path in paths:
            yield read_file(path, task)
        return
    left = deque(tuple(paths[at : at + CHUNK]) for at in range(0, len(paths), CHUNK))
    begun = False
    while left:
        try:
            for results in _pooled(left, task, workers):
                begun = True
                left.popleft()
                yield from results
        except BrokenProcessPool:
            # A file ended its process (out of memory, say): find out which, and go on behind it. If none ever began,
            # processes cannot be started here at all.
            for path in left.popleft():
                yield _read_apart(path, task) if begun else read_file(path, task)
            workers = workers if begun else 1
            if workers == 1:
                yield from (read_file(path, task) for chunk in left for path in chunk)
                return


def _pooled(chunks: Sequence[tuple[Path, ...]], task: Task, workers: int) -> Iterator[list[ReadFile]]:
    """Results chunk by chunk, in order; at most three chunks a worker are under way."""
    waiting = iter(list(chunks))
    with _pool(workers) as pool:
        window: deque[Future[list[ReadFile]]] = deque()
        while True:
            window += (pool.submit(_read_chunk, chunk, task) for chunk in islice(waiting, 3 * workers - len(window)))
            if not window:
                return
            yield window.popleft().result()


def _pool(workers: int) -> ProcessPoolExecutor:
    # Spawned everywhere alike: a forked process may hang on a lock that another thread held.
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)


def _begin() -> None:
    gc.freeze()  # What is loaded by now stays: no search for cycles needs to go through it.


def _read_chunk(paths: tuple[Path, ...], task: Task) -> list[ReadFile]:
    return [read_file(path, task) for path in paths]


def _read_apart(path: Path, task: Task) -> ReadFile:
    try:
        with _pool(1) as pool:
            return pool.submit(read_file, path, task).result()
    except BrokenProcessPool:
        return ReadFile(path, error=f"{path}：读到一半，进程被系统终止（多半是内存不够）；请拆成几份后再试")
