"""A 样稿 never becomes a final paper: not set anew, not imported as an original; at home it is its own plan."""

from pathlib import Path

import pytest

from tests.cli.conftest import Zerenku
from zerenku.store.workspace import read_plan

ID = "liutang-2030"


@pytest.fixture
def sample(zerenku: Zerenku, root: Path) -> Path:
    assert zerenku("draft", "notice", "--plan", ID, "-o", "样稿.docx").code == 0
    return root / "样稿.docx"


@pytest.mark.parametrize("kind", ["notice", "plan"])
def test_it_is_not_set_anew(zerenku: Zerenku, root: Path, sample: Path, kind: str) -> None:
    done = zerenku("draft", kind, "--from", sample, "--set", "发文字号=柳政〔2030〕9号", "-o", "正式.docx")
    assert (done.code, done.out) == (1, "")
    assert "这是样稿，文字系摘编，不能重排成正式公文；请用发文机关的原文" in done.err
    assert not (root / "正式.docx").exists()


def test_at_home_it_is_the_plan_that_it_was_drafted_from(zerenku: Zerenku, root: Path, sample: Path) -> None:
    before = sorted(path.name for path in (root / "content/plans").iterdir())
    done = zerenku("import", sample)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        f"{sample} 与 {ID}：没有不同",
        f"这是由 {ID} 起草的样稿，没有另建方案；要改方案请改 content/plans/{ID}.yml",
    ]
    assert sorted(path.name for path in (root / "content/plans").iterdir()) == before


def test_elsewhere_its_words_are_summaries(zerenku: Zerenku, root: Path, sample: Path) -> None:
    assert zerenku("import", sample, "--out", root / "别处", "--id", ID).code == 0
    (path,) = (root / "别处").glob("*.yml")
    plan, findings = read_plan(path, name=path.name)
    assert plan is not None
    assert findings == ()
    assert plan.opening is None
    assert all(clause.text is None for clause in plan.clauses)


def test_under_a_new_name_it_is_still_a_sample(zerenku: Zerenku, root: Path, sample: Path) -> None:
    assert zerenku("import", sample, "--id", "liutang-2031", "--learn").code == 0
    done = zerenku("draft", "notice", "--plan", "liutang-2031", "-o", "又一份.docx")
    assert "已写出样稿" in done.out, done.err
