"""Work in several processes: in order, with its errors as they are, and never lost unnoticed."""

import os
import time

import pytest

from zerenku.errors import SourceUnreadable
from zerenku.store.parallel import WorkerLost, begun, processors, spread, unhurried_collector


@pytest.mark.parametrize("jobs", [1, 2, 3, 9])
def test_results_come_in_order(jobs: int) -> None:
    steps: list[int] = []
    found = spread(lambda number: (number, "甲" * number), 7, jobs=jobs, step=lambda: steps.append(1))
    assert found == tuple((number, "甲" * number) for number in range(7))
    assert len(steps) == 7


def test_several_processes_do_the_work() -> None:
    own = os.getpid()
    assert own not in spread(lambda _: os.getpid(), 4, jobs=2)
    assert set(spread(lambda _: os.getpid(), 4, jobs=1)) == {own}


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_arrives_with_its_facts(jobs: int) -> None:
    def work(number: int) -> int:
        if number == 2:
            raise SourceUnreadable("甲.csv", "文件损坏")
        return number

    with pytest.raises(SourceUnreadable, match=r"甲\.csv") as caught:
        spread(work, 4, jobs=jobs)
    assert (caught.value.path, caught.value.reason) == ("甲.csv", "文件损坏")


def test_a_process_that_dies_is_noticed() -> None:
    with pytest.raises(WorkerLost):
        spread(lambda _: os._exit(3), 2, jobs=2)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_task_may_spread_work_in_its_turn(jobs: int) -> None:
    def squares(count: int) -> tuple[int, ...]:
        return spread(lambda number: number * number, count, jobs=2)

    assert spread(squares, 4, jobs=jobs) == ((), (0,), (0, 1), (0, 1, 4))


def test_nothing_to_do() -> None:
    assert spread(lambda number: number, 0, jobs=4) == ()
    assert processors() >= 1


def test_the_collector_is_as_it_was() -> None:
    import gc  # noqa: PLC0415 - only to look at it

    with unhurried_collector():
        assert not gc.isenabled()
    assert gc.isenabled()


# --------------------------------------------------------------------------------------------------- begun beforehand


@pytest.mark.parametrize("jobs", [1, 2])
def test_work_begun_beforehand_gives_its_result_when_asked(jobs: int) -> None:
    with begun(lambda: (os.getpid(), "甲"), jobs=jobs) as found:
        between = spread(lambda number: number * 2, 9, jobs=jobs)
        process, value = found.result()
    assert between == tuple(range(0, 18, 2))
    assert value == "甲"
    assert (process == os.getpid()) is (jobs == 1)


@pytest.mark.parametrize("jobs", [1, 2])
def test_work_begun_beforehand_fails_when_asked(jobs: int) -> None:
    def work() -> None:
        raise SourceUnreadable("甲.csv", "文件损坏")

    with begun(work, jobs=jobs) as found, pytest.raises(SourceUnreadable, match=r"甲\.csv"):
        found.result()


def test_tasks_are_counted_apart_from_work_that_goes_on_beside_them() -> None:
    """A counter in shared memory must not be handed on while a process still counts on it."""
    for _ in range(20):
        with begun(lambda: time.sleep(0.005), jobs=2) as found:
            assert spread(lambda number: number, 40, jobs=2) == tuple(range(40))
            found.result()


def test_work_beside_others_is_one_of_the_processes() -> None:
    """While it goes on one process does the tasks; the other begins when it is over, and both do what is left."""

    def moment(seconds: float) -> tuple[int, float]:
        began = time.monotonic()
        time.sleep(seconds)
        return os.getpid(), began

    with begun(lambda: moment(1), jobs=2) as found:
        done = spread(lambda _: moment(0.1), 30, jobs=2, beside=found)
        over = found.result()[1] + 1
    assert len({process for process, began in done if began < over - 0.05}) == 1
    assert len({process for process, _ in done}) == 2


def test_work_may_outlast_the_tasks_beside_it() -> None:
    """The process that waits for it is ended then, and must not be missed."""
    with begun(lambda: time.sleep(0.8), jobs=2) as found:
        assert spread(lambda number: number, 9, jobs=2, beside=found) == tuple(range(9))
        assert found.result() is None


def test_tasks_are_done_even_if_the_work_beside_them_dies() -> None:
    with begun(lambda: os._exit(1), jobs=2) as found:
        assert spread(lambda number: number, 9, jobs=2, beside=found) == tuple(range(9))
        with pytest.raises(WorkerLost):
            found.result()


def test_processes_begin_at_both_ends() -> None:

    def process(_: int) -> int:
        time.sleep(0.01)
        return os.getpid()

    turns = spread(process, 20, jobs=2)
    assert turns[0] != turns[-1]
    assert list(turns) == sorted(turns, key=lambda found: found == turns[-1])


def test_work_that_nobody_asked_for_is_ended() -> None:
    started = time.monotonic()
    with begun(lambda: time.sleep(60), jobs=2):
        pass
    assert time.monotonic() - started < 30
