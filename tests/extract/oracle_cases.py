"""Documents that LibreOffice must read as we do: name → bytes."""

import random

from tests.extract.papers import document, lists, lvl, p, run, table, tc, tr

HAN, ARABIC = "chineseCountingThousand", "decimal"
NOTICE = lvl(0, "%1、", HAN) + lvl(1, "（%2）", HAN) + lvl(2, "%3．", ARABIC) + lvl(3, "（%4）", ARABIC)
DECIMAL = lvl(0, "%1", ARABIC) + lvl(1, "%1.%2", ARABIC) + lvl(2, "%1.%2.%3", ARABIC) + lvl(3, "%4)", "lowerLetter")
FORMS = """decimal decimalZero decimalHalfWidth chineseCounting chineseCountingThousand japaneseCounting
    taiwaneseCounting taiwaneseCountingThousand chineseLegalSimplified upperLetter lowerLetter upperRoman lowerRoman
    none decimalEnclosedCircle decimalEnclosedCircleChinese ideographTraditional ideographZodiac""".split()
HEADINGS = """
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/>
  <w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="own"/><w:basedOn w:val="H2"/></w:style>
<w:style w:type="paragraph" w:styleId="Bare"><w:name w:val="bare"/><w:basedOn w:val="H1"/>
  <w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
"""


def levels(pattern: str, *indexes: int) -> bytes:
    """One list, paragraphs at these levels."""
    return document(*(p(f"事项{index}", num=1, level=index) for index in indexes), parts={"numbering": lists(pattern)})


def override(inner: str, level: int = 0) -> str:
    return f'<w:lvlOverride w:ilvl="{level}">{inner}</w:lvlOverride>'


def nums(*order: int, pattern: str = lvl(0, "%1．"), **overrides: str) -> bytes:
    """Several nums of one abstract list, in this order; `n3=…` gives num 3 an override."""
    table_of_nums = {key: (0, overrides.get(f"n{key}", "")) for key in sorted(set(order))}
    return document(*(p("事项", num=key) for key in order), parts={"numbering": lists(pattern, nums=table_of_nums)})


def forms(form: str) -> bytes:
    starts = (1, 9, 19, 27, 99)
    numbering = lists(*(lvl(0, "〔%1〕", form, start=start) for start in starts))
    return document(*(p("事项", num=key) for key in range(1, 6) for _ in range(3)), parts={"numbering": numbering})


def random_document(seed: int) -> bytes:
    """Two lists with three nums, plain paragraphs and empty ones between them, levels at random."""
    dice = random.Random(seed)  # noqa: S311
    blocks = []
    for number in range(30):
        if dice.random() < 0.2:
            blocks.append(p(f"无号{number}"))
        else:
            blocks.append(p(f"有号{number}", num=dice.choice((1, 1, 1, 2, 3)), level=dice.choice((0, 0, 1, 1, 2, 3))))
    numbering = lists(NOTICE, DECIMAL, nums={1: (0, ""), 2: (1, ""), 3: (0, "")})
    return document(*blocks, parts={"numbering": numbering})


SUFFIXES = (
    lvl(0, "第%1条", HAN, suffix="tab"),
    lvl(0, "第%1条", HAN, suffix="space"),
    lvl(0, "%1、", HAN, suffix="tab"),
    lvl(0, "（%1）", HAN, suffix="space"),
)
START = '<w:startOverride w:val="{}"/>'
CASES: dict[str, bytes] = {
    "notice": levels(NOTICE, 0, 1, 1, 2, 2, 3, 3, 2, 1, 2, 0, 1, 2, 2, 3),
    "first-level-skipped": levels(DECIMAL, 1, 1, 0, 2, 2, 0, 1),
    "middle-level-skipped": levels(NOTICE, 0, 2, 1, 2, 0, 2, 2, 1, 3, 2, 1),
    "start-five": levels(lvl(0, "第%1条", HAN, start=5), 0, 0, 0),
    "nums-count-on": nums(1, 1, 2, 2, 1),
    "num-restarts-once": nums(1, 1, 3, 3, 1, 3, n3=override(START.format(1))),
    "num-starts-at-seven": nums(1, 2, 2, n2=override(START.format(7))),
    "num-replaces-level": nums(1, 1, 2, 2, 1, n2=override(lvl(0, "（%1）", ARABIC, start=3))),
    "unknown-num": document(p("甲", num=9), p("乙", num=1), parts={"numbering": lists(NOTICE)}),
    "empty-paragraph-counts": document(
        p("甲", num=1), p("", num=1), p("乙", num=1), parts={"numbering": lists(NOTICE)}
    ),
    "suffixes": document(*(p("正文", num=key) for key in range(1, 5)), parts={"numbering": lists(*SUFFIXES)}),
    "styles": document(
        *(
            p(text, style=style)
            for text, style in zip("甲乙丙丁戊己", ("H1", "H2", "H2", "Own", "Bare", "H1"), strict=True)
        ),
        p("庚", style="H1", num=0),
        p("辛", style="H2", num=1, level=2),
        p("壬", style="H2"),
        parts={"styles": HEADINGS, "numbering": lists(NOTICE)},
    ),
    "list-style-link": document(
        p("甲", num=2),
        p("乙", num=2),
        parts={
            "styles": '<w:style w:type="numbering" w:styleId="L"><w:name w:val="list"/>'
            '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
            "numbering": lists(
                '<w:styleLink w:val="L"/>' + NOTICE, '<w:numStyleLink w:val="L"/>', nums={1: (0, ""), 2: (1, "")}
            ),
        },
    ),
    "table": document(
        p("甲", num=1),
        table(tr(tc("格一"), tc(p("格二", num=1))), tr(tc(p("格三", num=1)), tc("格四"))),
        p("乙", num=1),
        parts={"numbering": lists(lvl(0, "%1．"))},
    ),
    "inline": document(
        p("前", '<w:hyperlink w:anchor="x">', run("链接"), "</w:hyperlink>", "后"),
        p("<w:r><w:t>断</w:t><w:br/><w:t>行</w:t><w:tab/><w:t>  制表  </w:t></w:r>"),
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('控件里的段落')}</w:sdtContent></w:sdt>",
        p("行内", f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>"),
        p(f"<w:smartTag>{run('标记')}</w:smartTag>", f"<w:ins w:id='1' w:author='a'>{run('插入')}</w:ins>"),
        p(
            f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('zhi')}</w:rt><w:rubyBase>{run('治')}</w:rubyBase></w:ruby></w:r>",
            "理",
        ),
    ),
    **{f"form-{form}": forms(form) for form in FORMS},
    **{f"random-{seed}": random_document(seed) for seed in range(12)},
}
