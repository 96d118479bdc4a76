"""`zerenku draft` on a terminal asks for what is not set; Enter leaves a blank, a pipe is never asked."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import docx

from tests.cli.conftest import Zerenku
from tests.support import sources, write

PROGRAM = Path(sys.executable).parent / "zerenku"


def on_terminal(root: Path, *words: str, typed: str) -> str:
    """What a terminal shows of a command in which that is typed."""
    ours, theirs = pty.openpty()
    os.write(ours, typed.encode())
    done = subprocess.Popen([PROGRAM, *words], cwd=root, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 4096):
            shown += piece
    except OSError:  # Linux says so when the other end has gone
        pass
    os.close(ours)
    assert done.wait(timeout=60) == 0
    return shown.decode()


def said(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def test_each_field_that_was_not_set_is_asked_for(tmp_path: Path) -> None:
    write(tmp_path, sources())
    words = ("draft", "reminder", "--plan", "liutang-2030", "--as-of", "2030-06-01", "-o", "函.docx")
    shown = on_terminal(tmp_path, *words, "--set", "联系人=某甲", typed="各村\n\n1234\n2030年6月9日\n")
    assert "主送机关（写给谁，不带冒号；不填按回车）" in shown
    assert "联系人（" not in shown
    text = said(tmp_path / "函.docx")
    assert "各村：" in text
    assert "（联系人：某甲，联系电话：1234）" in text
    assert any("请于2030年6月9日前补报" in line for line in text)


def test_a_pipe_is_not_asked(zerenku: Zerenku, root: Path) -> None:
    done = zerenku("draft", "reminder", "--plan", "liutang-2030", "--as-of", "2030-06-01", "-o", "函.docx")
    assert (done.code, done.err) == (0, "")
    assert "不填按回车" not in done.out
    assert "××××××：" in said(root / "函.docx")
