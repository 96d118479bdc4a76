from pathlib import Path

from tests.support import plan, sources, write
from zerenku.store.waivers import load_waivers

TOML = '[[waivers]]\nrule = "misprint"\nreason = "原件如此"\n'


def test_nothing_is_fine(tmp_path: Path) -> None:
    assert load_waivers(tmp_path, sources=True) == ((), ())


def test_settings_and_comments(tmp_path: Path) -> None:
    write(tmp_path, sources(plan() + "# 豁免 unconfirmed：待核\n"))
    (tmp_path / "zerenku.toml").write_text("\ufeff" + TOML, encoding="utf-8")
    waivers, problems = load_waivers(tmp_path, sources=True)
    assert problems == ()
    assert [(waiver.rule, waiver.span.file) for waiver in waivers] == [
        ("misprint", "zerenku.toml"),
        ("unconfirmed", "content/plans/liutang-2030.yml"),
    ]
    assert len(load_waivers(tmp_path, sources=False)[0]) == 1


def test_unreadable_settings(tmp_path: Path) -> None:
    (tmp_path / "zerenku.toml").write_bytes(b"\xff\xfe\x00")
    waivers, (problem,) = load_waivers(tmp_path, sources=True)
    assert waivers == ()
    assert (problem.rule, problem.text) == ("waiver-form", "读不了这个文件")


def test_unreadable_source_is_another_findings_business(tmp_path: Path) -> None:
    write(tmp_path, sources())
    (tmp_path / "content/plans/liutang-2030.yml").write_bytes(b"\xff\xfe\x00")
    assert load_waivers(tmp_path, sources=True) == ((), ())
