"""What keeps a signature company on its page, by the reckoning and as LibreOffice lays it out."""

from pathlib import Path

import pytest

from generators import blocks as b
from generators.word.closing import MANNERS, settle
from generators.word.measures import LINE
from generators.word.pages import Item, end_pages, paced
from generators.word.sections import Setup
from generators.word.signing import name_rows, signed_lines
from generators.word.writer import write_docx
from tests.generators.word.measured import measure
from zerenku.proof.proving import prove

OFFICE = ("青禾县应急管理局",)
TWO = ("中共柳塘镇委员会", "柳塘镇人民政府")
DATE = "2030年3月5日"


def lines(count: int, *, last: int = 28) -> b.Para:
    """A paragraph of so many full lines, the last one of `last` characters."""
    return b.Para.of("字" * (26 + 28 * (count - 2) + last if count > 1 else last))


def signed(*blocks: b.Block, names: tuple[str, ...] = OFFICE) -> tuple[b.Block, ...]:
    return (*blocks, b.Signature(names=names, date=DATE))


def spacing(items: tuple[Item, ...]) -> tuple[int, int, bool]:
    """(blank lines over the names, twips from line to line, whether the last paragraph is kept with them)."""
    places = [paced(item) for item in items]
    (room,) = (place.block.room for place in places if isinstance(place.block, b.Signature))
    texts = [place for place in places if isinstance(place.block, b.Para)]
    return room, texts[-1].pitch, texts[-1].keep


@pytest.mark.parametrize(
    ("over", "last", "expected"),
    [
        (17, 28, (2, LINE, False)),  # a line to spare
        (18, 28, (1, LINE, False)),
        (18, 8, (1, LINE, False)),
        (19, 8, (0, LINE, False)),  # the seal lies beside a short line
        (19, 28, (1, 560, False)),  # and would cover a long one
    ],
)
def test_a_cover_of_one_paragraph_gives_way_little_by_little(
    over: int, last: int, expected: tuple[int, int, bool]
) -> None:
    assert spacing(settle(signed(lines(over, last=last)))) == expected


def test_lines_move_apart_where_nothing_can_be_gained() -> None:
    room, pitch, keep = spacing(settle(signed(lines(22))))
    assert (room, keep) == (2, False)
    assert pitch > LINE


def test_a_short_last_paragraph_goes_along_a_long_one_gives_way() -> None:
    assert spacing(settle(signed(lines(18), lines(3)))) == (2, LINE, True)
    room, pitch, keep = spacing(settle(signed(lines(6), lines(15))))
    assert not keep
    assert (room, pitch) != (2, LINE)


def test_lines_under_many_attachments_move_closer() -> None:
    note = b.AttachmentNote(tuple(f"第{index}批仓储企业消防整治名单" for index in range(1, 17)))
    assert spacing(settle(signed(lines(19), lines(3), note, names=TWO))) == (1, 552, True)


def test_far_from_the_foot_of_a_page_nothing_changes() -> None:
    blocks = signed(lines(8), lines(30))
    assert settle(blocks) == blocks


def test_a_letter_takes_its_last_words_along() -> None:
    head = (b.LetterHead(issuer="青禾县应急管理局", number="青应急函〔2030〕5号"), b.Title(("函",)))
    for count in range(2, 30):
        made = settle((*head, *signed(lines(count), b.Para.of("特此函告。"))))
        for manner in MANNERS:
            ends = end_pages(made, manner, setup=Setup.LETTER)
            assert ends[-1] == ends[-2], f"{count} 行"


def test_a_paper_without_a_signature_stays_as_it_is() -> None:
    assert settle((lines(3),)) == (lines(3),)


@pytest.mark.parametrize("count", range(12, 46))
@pytest.mark.parametrize("names", [OFFICE, TWO], ids=["one", "two"])
def test_no_length_of_text_leaves_a_signature_alone(count: int, names: tuple[str, ...]) -> None:
    note = b.AttachmentNote(("仓储企业消防整治进度表",))
    for blocks in (signed(lines(count), names=names), signed(lines(5), lines(count - 5), note, names=names)):
        made = settle(blocks)
        text = max(place for place, block in enumerate(blocks) if isinstance(block, b.Para))
        for manner in MANNERS:
            ends = end_pages(made, manner)
            assert ends[text] == ends[-1], f"{count} 行"


# ------------------------------------------------------------------------------------------------------- side by side


@pytest.mark.parametrize(
    ("names", "rows"),
    [
        (OFFICE, [1]),
        (TWO, [2]),
        (("县公安局", "县教育局", "县住建局"), [3]),
        (("青禾县公安局", "青禾县教育局", "青禾县应急管理局", "青禾县消防救援大队"), [2, 2]),
        (("青禾县工业和信息化局商务科技局办公室", "青禾县住房和城乡建设委员会办公室"), [1, 1]),
    ],
)
def test_as_many_names_in_a_row_as_seals_find_room(names: tuple[str, ...], rows: list[int]) -> None:
    signature = b.Signature(names=names, date=DATE)
    assert [len(row) for row in name_rows(signature)] == rows
    assert tuple(name for row in name_rows(signature) for name in row) == names


def test_rows_of_names_are_so_far_apart_that_seals_do_not_touch() -> None:
    names = ("青禾县公安局", "青禾县教育局", "青禾县应急管理局", "青禾县消防救援大队")
    texts = [line.text for line in signed_lines(b.Signature(names=names, date=DATE))]
    assert texts[:2] == ["", ""]
    assert texts[3:7] == ["", "", "", ""]
    assert texts[-1] == DATE
    assert all(name in texts[2] + texts[7] for name in names)


def test_joint_names_and_moved_lines_on_the_page(tmp_path: Path) -> None:
    head = b.Masthead(issuers=TWO, number="柳委发〔2030〕5号")
    papers = {
        "joint": b.Document(title="甲", blocks=(head, b.Title(("通知",)), *signed(lines(3), names=TWO))),
        "moved": b.Document(title="乙", blocks=(head, b.Title(("通知",)), *signed(lines(6), names=OFFICE))),
    }
    data = {name: write_docx(paper) for name, paper in papers.items()}
    pages = measure(data, tmp_path)
    for name, made in data.items():
        assert [(row.rule, row.measured) for row in prove(made).failed] == [], name
        assert len(pages[name]) == 1, "署名与正文同页"
    sheet = pages["joint"][0]
    row, date = (next(line for line in sheet.body if line.text == said) for said in ("".join(TWO), DATE))
    assert row.left - 28 == pytest.approx(184 - row.right, abs=8), "左右匀称"
    last = row.right - len(TWO[1]) * 5.49 / 2
    assert last == pytest.approx((date.left + date.right) / 2, abs=4), "末一家以日期居中"
    assert date.right == pytest.approx(184 - 4 * 5.64, abs=1.2)
    mark = sheet.ink(top=60, bottom=110, red=True)
    assert (mark[0] + mark[2]) / 2 == pytest.approx(106, abs=1), "联合标志连同“文件”居中"
