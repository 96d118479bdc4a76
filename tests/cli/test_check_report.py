"""The page for the person who drafted the paper."""

import re
from html.parser import HTMLParser
from pathlib import Path

from tests.cli.conftest import Zerenku
from tests.cli.test_check_papers import NOTICE, SOUND
from tests.support import clause, plan, sources, write


class Page(HTMLParser):
    """What a reader of the page meets: ids, links, marked words, and all text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.marks: list[str] = []
        self.text: list[str] = []
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name in {"href", "src"} and value]
        if tag == "mark":
            self.marks.append("")
            assert found["class"] in {"error", "warning", "info"}
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.text.append(data)
        if "mark" in self._open and "sup" not in self._open:
            self.marks[-1] += data


def report(zerenku: Zerenku, *words: str) -> str:
    done = zerenku("check", *words, "--format", "html")
    assert done.err == ""
    return done.out


def test_each_finding_stands_at_its_place(zerenku: Zerenku, root: Path) -> None:
    (root / "通知.txt").write_text(NOTICE, encoding="utf-8")
    page = Page(report(zerenku, "通知.txt"))
    assert page.marks == ["明查暗访", "四、"]
    said = "".join(page.text)
    assert "“明查暗访”应为“明察暗访”" in said
    assert "建议：改为“明察暗访”" in said
    assert "misprint，把握高，二/（一）" in said
    for line in NOTICE.split("\n"):
        plain = line.strip()
        assert plain in re.sub(r"(?<=明查暗访)1|(?<=四、)2", "", said)


def test_links_lead_to_something_on_the_page(zerenku: Zerenku, root: Path) -> None:
    for name in ("甲.txt", "乙.txt"):
        (root / name).write_text(NOTICE, encoding="utf-8")
    text = report(zerenku, "甲.txt", "乙.txt")
    page = Page(text)
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert all(link.startswith("#") for link in page.links)
    assert "http" not in text
    assert "<script" not in text


def test_two_findings_at_one_place_each_have_their_anchor(zerenku: Zerenku, root: Path) -> None:
    (root / "通知.txt").write_text(SOUND.replace("库区动火", "明查暗访,库区动火"), encoding="utf-8")
    page = Page(report(zerenku, "通知.txt"))
    numbers = [name[1:] for name in page.ids if name.startswith("n")]
    assert len(numbers) == 2
    assert {f"m{number}" for number in numbers} <= set(page.ids)
    said = "".join(page.text)
    assert "问题一览" in said
    assert said.count("“明查暗访”应为“明察暗访”") == 2, "in the list and beside the text"


def test_paper_is_printed_beside_its_notes(zerenku: Zerenku, root: Path) -> None:
    """A sheet of paper is as narrow as a telephone: what is only for telephones is for screens only."""
    (root / "通知.txt").write_text(NOTICE, encoding="utf-8")
    style = report(zerenku, "通知.txt").partition("</style>")[0]
    assert re.findall(r"@media ([^{]+) \{", style) == ["screen and (max-width: 50rem)", "print"]


def test_text_is_escaped(zerenku: Zerenku, root: Path) -> None:
    (root / "通知.txt").write_text(SOUND.replace("库区动火", "<b>库区</b>含量&lt;5%动火的的"), encoding="utf-8")
    text = report(zerenku, "通知.txt")
    assert "<b>库区" not in text
    assert Page(text).marks == ["的的"]


def test_overlapping_findings(zerenku: Zerenku, root: Path) -> None:
    (root / "通知.txt").write_text(
        SOUND.replace("库区动火", "贯彻《关于印发《明查,暗访办法》的通知》，库区动火"), encoding="utf-8"
    )
    text = report(zerenku, "通知.txt")
    page = Page(text)
    assert "".join(page.marks) == "《关于印发《明查,暗访办法》的通知》"
    assert len(re.findall(r'class="note ', text)) == 2


def test_manuals_of_the_rules_that_found_something(zerenku: Zerenku, root: Path) -> None:
    (root / "通知.txt").write_text(NOTICE, encoding="utf-8")
    text = report(zerenku, "通知.txt")
    assert "规则说明" in text
    assert "<dt>misprint</dt>" in text
    assert "<dt>half-width</dt>" not in text


def test_content_and_nothing(zerenku: Zerenku, root: Path) -> None:
    assert "没有发现问题。" in report(zerenku)
    write(root, sources(plan(clause("unconfirmed: [summary]"))))
    text = report(zerenku)
    assert re.search(r"content/plans/liutang-2030\.yml:7:\d+：待确认：summary", text)
    assert "<dt>unconfirmed</dt>" in text


def test_same_input_same_bytes(zerenku: Zerenku, root: Path) -> None:
    (root / "通知.txt").write_text(NOTICE, encoding="utf-8")
    zerenku("check", "通知.txt", "--format", "html", "-o", "结果.html")
    assert (root / "结果.html").read_text(encoding="utf-8") == report(zerenku, "通知.txt")
    assert str(root) not in report(zerenku, str(root / "通知.txt"))
