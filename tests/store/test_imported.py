from pathlib import Path

import pytest

from zerenku.store.imported import back_up, is_untouched, source_of, stamped

TEXT = "# schema\nid: a\nopening: |\n  甲\n"


def test_stamp_tells_source_and_change() -> None:
    text = stamped(TEXT, source="通知.docx")
    assert text.splitlines()[0] == "# schema"
    assert source_of(text) == "通知.docx"
    assert is_untouched(text)
    assert is_untouched(text.replace("\n", "\r\n"))
    assert not is_untouched(text.replace("甲", "乙"))
    assert not is_untouched(text.replace("# schema\n", ""))
    assert not is_untouched(text + "\n")
    assert stamped(TEXT, source="通知.docx") == text


def test_source_without_a_stamp() -> None:
    assert source_of(TEXT) is None
    assert not is_untouched(TEXT)


@pytest.mark.parametrize("name", ["a\nb.txt", "a\udce4.txt", "\x85.txt", "；改过.txt"])
def test_odd_file_names(name: str) -> None:
    text = stamped(TEXT, source=name)
    assert len(text.splitlines()) == len(TEXT.splitlines()) + 1
    assert is_untouched(text)
    text.encode()


def test_backups_are_numbered(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    for number in (1, 2, 3):
        path.write_text(str(number), encoding="utf-8")
        assert back_up(path).name == f"a.yml.bak{number}"
    assert (tmp_path / "a.yml.bak2").read_text(encoding="utf-8") == "2"
