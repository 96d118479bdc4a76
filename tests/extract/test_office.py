"""Old Word documents: through LibreOffice, or with one clear sentence."""

import struct
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

from tests.extract.compound import compound
from tests.extract.conversion import convert
from tests.extract.oracle_cases import NOTICE
from tests.extract.papers import document, lists, p, table, tc, tr
from tests.extract.reading import reason, texts
from zerenku.errors import SourceUnreadable
from zerenku.extract import extract
from zerenku.extract.word import office

PAPER = document(
    p("柳塘镇消防整治方案"),
    p("目标", num=1),
    p("巡查", num=1, level=1),
    p("培训", num=1, level=1),
    table(tr(tc("事项"), tc("单位")), tr(tc("巡查"), tc("派出所"))),
    p("联系人另告。"),
    parts={"numbering": lists(NOTICE)},
)
READ = ["柳塘镇消防整治方案", "一、目标", "（一）巡查", "（二）培训", "事项\t单位", "巡查\t派出所", "联系人另告。"]


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go, to see that none stay."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_old_word_reads_like_the_new(tmp_path: Path, room: Path) -> None:
    old = convert({"paper": PAPER}, "doc:MS Word 97", tmp_path / "made")["paper"]
    nameless = tmp_path / "paper"
    nameless.write_bytes(old.read_bytes())
    for path in (old, nameless):
        assert [line.text for line in extract(path).lines if line.text] == READ
    assert list(room.iterdir()) == []


def test_rich_text_is_read_whatever_it_is_called(room: Path) -> None:
    written = "".join(f"\\u{ord(character)}?" for character in "柳塘镇")
    assert texts(f"{{\\rtf1\\ansi {written}\\par 1\\par}}".encode(), "x.doc") == ["柳塘镇", "1"]
    assert list(room.iterdir()) == []


def test_damaged_document_is_refused_and_nothing_stays(room: Path) -> None:
    assert "LibreOffice" in reason(compound("WordDocument", content=bytes(512)), "x.doc")
    assert list(room.iterdir()) == []


def test_without_libreoffice_one_sentence(monkeypatch: pytest.MonkeyPatch, room: Path) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office, "USUAL_PLACES", ())
    said = reason(compound("WordDocument", content=bytes(512)), "x.doc")
    assert said == office.MISSING
    assert "另存为 .docx" in said


def test_conversion_that_hangs_is_killed_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: Path
) -> None:
    program, witness = tmp_path / "soffice", tmp_path / "child"
    program.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {witness}\nwait\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(office, "SECONDS", 1)
    monkeypatch.setattr(office, "office", lambda: str(program))
    begun = time.monotonic()
    assert "1 秒内没有转换完" in reason(b"{\\rtf1 x}", "x.rtf")
    assert time.monotonic() - begun < 20
    assert list(room.iterdir()) == []
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", witness.read_text().strip()], capture_output=True, text=True, check=False
    )
    assert state.stdout.strip()[:1] in {"", "Z"}


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (compound("EncryptedPackage", "EncryptionInfo"), "x.docx", "有密码"),
        (compound("WordDocument", content=struct.pack("<10xH", 0x0100)), "x.doc", "有密码"),
        (compound("Workbook"), "x.doc", "电子表格"),
        (compound("PowerPoint Document"), "x.doc", "演示文稿"),
        (compound("WordDocument"), "x.wps", "WPS"),
        (compound("Workbook"), "x.xls", "电子表格"),
        (compound("PowerPoint Document"), "x.ppt", "演示文稿"),
        (compound("Other"), "x.doc", "不是 Word 文档"),
        (compound("WordDocument")[:600], "x.doc", "不是 Word 文档"),
        (compound("WordDocument")[:40], "x.doc", "不完整"),
    ],
)
def test_what_is_no_open_word_document(data: bytes, name: str, said: str, room: Path) -> None:
    found = reason(data, name)
    assert said in found
    assert "；请" in found


def test_directory_that_goes_in_circles_ends() -> None:
    data = bytearray(compound("Other"))
    struct.pack_into("<I", data, 512 + 4, 1)
    assert "不是 Word 文档" in reason(bytes(data), "x.doc")


def test_symbolic_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.docx").write_bytes(PAPER)
    link = tmp_path / "链接.docx"
    link.symlink_to("real.docx")
    assert extract(link).name == "链接.docx"
    ring = tmp_path / "ring"
    ring.symlink_to(ring)
    with pytest.raises(SourceUnreadable, match="链接绕成了圈"):
        extract(ring)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["real.docx", "ring", "链接.docx"]


def test_plain_docx_needs_no_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert texts(PAPER) == READ
