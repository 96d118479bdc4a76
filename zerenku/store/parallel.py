"""Work spread over processes that inherit everything made so far: nothing is sent but the number of a task.

Only where processes can be forked (not on Windows); elsewhere, and for a single process, the same work is done in a
loop. Results come back in order, so that their number never shows in what is written.
"""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import current_process, get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar, cast

T = TypeVar("T")
U = TypeVar("U")


class WorkerLost(RuntimeError):
    """A process ended before its work was done, most likely for want of memory."""


@contextmanager
def unhurried_collector() -> Iterator[None]:
    """No search for cycles meanwhile: records have none, and going through a million of them takes half the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def processors() -> int:
    """How many processes are worth starting on this machine."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def spread(
    work: Callable[[int], T],
    count: int,
    *,
    jobs: int,
    step: Callable[[], None] = lambda: None,
    beside: Begun[Any] | None = None,
) -> tuple[T, ...]:
    """`work(0)` … `work(count - 1)` in order, by at most `jobs` processes; `step` is called after each.

    While other work goes on `beside` it, that is one of these processes.

    What a task raises is raised here. Results must be picklable; changes that a task makes in memory are lost.
    A task that spreads work in its turn does it alone: it has been given one process of those that there may be.
    """
    return spread_and_taken(work, count, jobs=jobs, take=lambda found: found, step=step, beside=beside)


def spread_and_taken(
    work: Callable[[int], T],
    count: int,
    *,
    jobs: int,
    take: Callable[[T], U],
    step: Callable[[], None] = lambda: None,
    beside: Begun[Any] | None = None,
) -> tuple[U, ...]:
    """As `spread`; what `take`, in this process, makes of a result as soon as it is there, while others are made."""
    jobs = 1 if current_process().daemon else min(jobs, count)
    if jobs < 2 or "fork" not in get_all_start_methods():
        found = []
        for number in range(count):
            found.append(take(work(number)))
            step()
        return tuple(found)
    results = {number: take(value) for number, value in _forked(work, count, jobs, step, beside)}
    return tuple(results[number] for number in range(count))


@dataclass(frozen=True, slots=True)
class Begun(Generic[T]):
    """Work that goes on in a process of its own: `result` waits for what it gives.

    At its end the pipe `over` is closed. Of locks and events a process that is ended while it waits leaves a part
    behind, for which others would wait for good.
    """

    result: Callable[[], T]
    over: Connection | None = None


@contextmanager
def begun(work: Callable[[], T], *, jobs: int) -> Iterator[Begun[T]]:
    """Work that a process of its own begins at once if there may be several, else whoever asks for its result.

    What the work raises is raised to whoever asks for its result. A process that nobody asked is ended with the block.
    """
    if jobs < 2 or "fork" not in get_all_start_methods():
        yield Begun(work)
        return
    over, open_end = get_context("fork").Pipe(duplex=False)

    def finish(_: int) -> T:
        try:
            return work()
        finally:
            open_end.close()

    worker = _begin(finish, iter((0,)))
    open_end.close()
    try:
        yield Begun(lambda: next(value for _, value in _gather([worker.end], 1, lambda: None)), over)
    finally:
        _end([worker])
        over.close()


@contextmanager
def _frozen() -> Iterator[None]:
    """Frozen objects are not visited by the collector of a child, which would copy every page of memory for it."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@dataclass(frozen=True, slots=True)
class _Worker:
    """A process, and the end at which its results come out."""

    process: BaseProcess
    end: Connection


def _begin(work: Callable[[int], Any], numbers: Iterator[int]) -> _Worker:
    """A process that does the tasks of these numbers."""
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_labour, args=(work, numbers, there), daemon=True)
    with _frozen():
        process.start()
    there.close()
    return _Worker(process, here)


def _end(workers: Iterable[_Worker]) -> None:
    for worker in workers:
        worker.end.close()
        worker.process.join(timeout=0.2)
        if worker.process.is_alive():
            worker.process.terminate()
            worker.process.join()


def _forked(
    work: Callable[[int], T], count: int, jobs: int, step: Callable[[], None], beside: Begun[Any] | None
) -> Iterator[tuple[int, T]]:
    # Shared by the processes, and so held here as long as one of them may count on it.
    taken = get_context("fork").Array("l", [0, 0])
    workers: list[_Worker] = []
    try:
        for number in range(jobs):
            over = beside.over if beside and number == jobs - 1 else None
            workers.append(_begin(work, _numbers(taken, count, number % 2, over)))
        yield from _gather([worker.end for worker in workers], count, step)
    finally:
        _end(workers)


def _numbers(taken: Any, count: int, end: int, over: Connection | None) -> Iterator[int]:
    """The numbers of tasks that no other process has taken, from the first on, or (`end` 1) from the last.

    Tasks side by side are often alike, and what a process works out for one serves it for the next. None is taken
    before other work is `over`.
    """
    if over:
        wait([over])
    while True:
        with taken.get_lock():
            if sum(taken) >= count:
                return
            number = count - 1 - taken[1] if end else taken[0]
            taken[end] += 1
        yield number


def _gather(open_ends: list[Connection], count: int, step: Callable[[], None]) -> Iterator[tuple[int, Any]]:
    missing = count
    while missing:
        for end in wait(open_ends):
            try:
                number, well, value = pickle.loads(cast("Connection", end).recv_bytes())  # noqa: S301 - from our own child
            except EOFError:
                open_ends.remove(cast("Connection", end))
                if not open_ends:
                    raise WorkerLost from None
                continue
            if not well:
                raise _error(*value)
            missing -= 1
            step()
            yield number, value


def _labour(work: Callable[[int], Any], numbers: Iterator[int], there: Connection) -> None:
    """Do tasks until none is left; the first that fails ends this process."""
    gc.disable()
    for number in numbers:
        try:
            there.send_bytes(pickle.dumps((number, True, work(number)), protocol=5))
        except Exception as error:  # noqa: BLE001 - the parent raises it again
            facts = type(error), error.args, error.__dict__
            there.send_bytes(pickle.dumps((number, False, facts), protocol=5))
            return


def _error(kind: type[Exception], said: tuple[object, ...], facts: dict[str, object]) -> Exception:
    """The error as it was: ours take facts and not their sentence, so they cannot be made from what they say."""
    error = kind.__new__(kind)
    error.args = said
    error.__dict__.update(facts)
    return error
