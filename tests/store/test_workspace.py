from pathlib import Path

import pytest

from tests.support import CARET, PATROL, catalogue_of, findings_of, flaw, loaded, plan, sources, workspace, write
from zerenku.errors import ContentBroken, WorkspaceMissing
from zerenku.model.finding import Severity
from zerenku.store.reading import MAX_BYTES
from zerenku.store.workspace import load

PLAN = "content/plans/liutang-2030.yml"
TERMS = "content/registers/terms.yml"


def test_sound_workspace() -> None:
    found = loaded()
    assert found.findings == found.errors == ()
    assert found.sealed() is found.catalogue
    assert [item.id for item in found.sealed().plans] == ["liutang-2030"]


def test_workspace_without_plans() -> None:
    with workspace() as root:
        (root / PLAN).unlink()
        (root / "content/plans").rmdir()
        assert load(root).sealed().plans == ()


@pytest.mark.parametrize("name", ["", "content"])
def test_no_workspace_here(tmp_path: Path, name: str) -> None:
    if name:
        (tmp_path / name).write_bytes(b"")
    with pytest.raises(WorkspaceMissing, match="zerenku new"):
        load(tmp_path)


def test_broken_content_is_not_sealed() -> None:
    found = loaded(plan(issued="今天"))
    assert found.catalogue is None
    with pytest.raises(ContentBroken, match="1 处错误"):
        found.sealed()


# ---------------------------------------------------------------------------------------------------- files as such


def replaced(name: str, data: bytes | None) -> list[str]:
    with workspace() as root:
        if data is None:
            (root / name).unlink()
        else:
            (root / name).write_bytes(data)
        found = load(root)
        assert (found.catalogue is None) == bool(found.errors)
        return [str(finding) for finding in found.findings]


@pytest.mark.parametrize("name", ["places", "departments", "documents", "standards", "enterprises", "terms", "topics"])
def test_missing_register_is_one_line(name: str) -> None:
    (line,) = replaced(f"content/registers/{name}.yml", None)
    assert line.startswith(f"content/registers/{name}.yml:1:1: error 缺少这个文件；")
    assert line.endswith("[missing-register]")


@pytest.mark.parametrize("name", [PLAN, TERMS])
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "文件是空的"),
        (b"\xef\xbb\xbf", "文件是空的"),
        ("标题: 柳塘".encode("gbk"), "不是 UTF-8 编码的文本"),
        ("标题: 柳塘".encode("utf-16"), "不是 UTF-8 编码的文本"),
        (b"\xff\xfe\x00", "不是 UTF-8 编码的文本"),
        (b"a: b\x00c", "不能识别的字符"),
        (b"a: [b", "YAML 写法有误"),
        (b"#" * (MAX_BYTES + 1), "超过 8 MB"),
    ],
)
def test_file_that_cannot_be_read_is_one_line(name: str, data: bytes, said: str) -> None:
    (line,) = replaced(name, data)
    assert line.startswith(f"{name}:")
    assert said in line


def test_byte_order_mark_and_windows_lines_are_fine() -> None:
    with workspace() as root:
        for path in root.rglob("*.yml"):
            text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
            path.write_bytes(b"\xef\xbb\xbf" + text.encode())
        found = load(root)
    assert found.findings == ()
    assert found.sealed().plans[0].title == "柳塘镇消防整治方案"
    assert found.sealed().plans[0].span.line == 1


@pytest.mark.parametrize("name", [PLAN, TERMS])
def test_link_out_of_the_workspace_is_refused(tmp_path: Path, name: str) -> None:
    with workspace() as root:
        outside = tmp_path / "secret.yml"
        outside.write_bytes((root / name).read_bytes())
        (root / name).unlink()
        (root / name).symlink_to(outside)
        (finding,) = load(root).findings
    assert str(finding).startswith(f"{name}:1:1: error 指向工作区之外")


def test_link_within_the_workspace_is_followed() -> None:
    with workspace() as root:
        (root / PLAN).rename(root / "content" / "draft.yml")
        (root / PLAN).symlink_to(root / "content" / "draft.yml")
        assert load(root).findings == ()


@pytest.mark.parametrize(
    "name", ["content/plans/qinghe-2031.yaml", "content/plans/A.YML", "content/registers/docs.yml"]
)
def test_source_with_a_wrong_name_is_not_passed_over(name: str) -> None:
    with workspace() as root:
        write(root, {name: "id: x"})
        (finding,) = load(root).findings
    assert (finding.span.file, finding.rule, finding.severity) == (name, "unread-file", Severity.WARNING)


# --------------------------------------------------------------------------------------------------- the key on top


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("‸terns: []\n", "unknown-key"),
        ("terms: []\n‸other: 1\n", "unknown-key"),
        ("terms: []\n‸terms: []\n", "duplicate-key"),
        ("terms:‸\n", "empty-value"),
        ("terms: ‸三关\n", "wrong-type"),
        ("terms: ‸{id: a}\n", "wrong-type"),
        ("terms: [‸三关]\n", "wrong-type"),
        ("‸- {id: a}\n", "wrong-type"),
        ("‸{}\n", "wrong-type"),
        ("‸三关\n", "wrong-type"),
    ],
)
def test_register_has_one_key_with_a_list(text: str, rule: str) -> None:
    texts = {**sources(), TERMS: text}
    (line,) = replaced(TERMS, text.replace(CARET, "").encode())
    before, _, after = next(item for item in texts[TERMS].split("\n") if CARET in item).partition(CARET)
    number = text[: text.index(CARET)].count("\n") + 1
    assert line.startswith(f"{TERMS}:{number}:{len(before) + 1}: error ")
    assert line.endswith(f"[{rule}]"), after


def test_register_may_be_empty() -> None:
    assert catalogue_of(terms="[]").registers.terms.entries == ()


# --------------------------------------------------------------------------------------------------- ids and order


def test_plan_id_is_the_file_name() -> None:
    with workspace() as root:
        (root / PLAN).rename(root / "content/plans/liutang-2031.yml")
        (finding,) = load(root).findings
    assert finding.rule == "plan-id"
    assert "liutang-2030" in finding.text
    assert "liutang-2031" in finding.text


def test_all_flaws_are_reported_in_one_run() -> None:
    found = findings_of(
        plan(issued="‸今天", stages="[{name: 自查, ‸form: 2030-01, from: 2030-01, to: ‸2030-13}]"),
        plan(id="sangyuan-2030", place="sangyuan", issuers="[桑园镇人民政府]", kind="‸办法", clauses="‸巡查"),
        plan(PATROL, id="sangyuan-2031", place="sangyuan", issuers="[‸~]"),
    )
    assert [finding.rule for finding in found] == [
        "bad-date",
        "unknown-key",
        "bad-date",
        "bad-choice",
        "wrong-type",
        "empty-value",
    ]


def test_flaws_of_registers_and_plans_come_together_but_no_name_is_blamed() -> None:
    found = findings_of(
        plan(kind="‸办法"), plan(id="b-1", issuers="[无此局]"), topics="- {‸nane: 消防, id: xiaofang}\n"
    )
    assert [finding.rule for finding in found] == ["bad-choice", "unknown-key"]


def test_broken_plan_does_not_hide_the_flaws_of_others() -> None:
    found = findings_of(plan(kind="‸办法"), f"‸{plan(id='b-1', issuers='[无此局]')}")
    assert [finding.rule for finding in found] == ["unknown-department", "bad-choice"]


def test_flaw_says_where() -> None:
    finding = flaw(plan(issued="‸2030-02-30"))
    assert str(finding).startswith(f"{PLAN}:6:9: error “issued”的值“2030-02-30”不是日期")


@pytest.mark.parametrize("change", ["nothing", "saved", "added", "taken away", "unreadable"])
def test_what_was_loaded_knows_whether_it_still_holds(change: str) -> None:
    with workspace(plan(), plan(id="liutang-2029")) as root:
        was = load(root)
        path = root / "content/plans/liutang-2029.yml"
        if change == "saved":
            path.write_text(path.read_text(encoding="utf-8").replace("每日", "每周"), encoding="utf-8")
        elif change == "added":
            write(root, sources(plan(id="liutang-2031")))
        elif change == "taken away":
            path.unlink()
        elif change == "unreadable":
            path.unlink()
            path.mkdir()
        assert was.is_current() == (change == "nothing")
