"""Layout profiles: read as strictly as the other sources, and checked against the registers."""

import pytest

from tests.support import plan, workspace, write
from zerenku.model.finding import Finding
from zerenku.model.profile import FangsongFont, Fonts, PageNumbers
from zerenku.store.profiles import read_profiles
from zerenku.store.workspace import load

HEAD = "id: liutang\nplace: liutang\nissuer: 柳塘镇人民政府\n"
NAME = "content/profiles/liutang.yml"


def found_in(text: str, *, name: str = NAME) -> tuple[Finding, ...]:
    with workspace(plan()) as root:
        return load(write(root, {name: text})).findings


def test_a_profile_says_what_is_not_the_standard() -> None:
    text = HEAD + "mark: 柳塘镇人民政府文件\nfonts: {fangsong: 仿宋}\npage_number: centre\ncc: [各村]\n"
    with workspace(plan()) as root:
        write(root, {NAME: text})
        (profile,), findings = read_profiles(root)
    assert findings == ()
    assert (profile.mark, profile.page_number, profile.imprint) == ("柳塘镇人民政府文件", PageNumbers.CENTRE, True)
    assert profile.fonts == Fonts(fangsong=FangsongFont.WINDOWS)
    assert (profile.printed_by, profile.cc) == (None, ("各村",))


def test_a_sound_profile_and_none_at_all_are_both_fine() -> None:
    assert found_in(HEAD) == ()
    with workspace(plan()) as root:
        assert load(root).findings == ()


@pytest.mark.parametrize(
    ("text", "line", "rule", "said"),
    [
        (HEAD + "font: {}\n", 4, "unknown-key", "font"),
        (HEAD + "page_number: 中间\n", 4, "bad-choice", "page_number"),
        (HEAD + "fonts: {kaiti: 隶书}\n", 4, "bad-choice", "kaiti"),
        (HEAD + "imprint: 要\n", 4, "wrong-type", "imprint"),
        (HEAD + "cc: 各村\n", 4, "wrong-type", "cc"),
        ("id: liutang\nplace: liutang\n", 1, "missing-key", "issuer"),
        (HEAD.replace("id: liutang", "id: lt"), 1, "profile-id", "lt"),
        (HEAD.replace("place: liutang", "place: liutan"), 1, "unknown-place", "liutan"),
        (HEAD.replace("柳塘镇人民政府", "柳塘镇委员会"), 1, "unknown-department", "柳塘镇委员会"),
    ],
)
def test_what_is_wrong_names_file_line_and_field(text: str, line: int, rule: str, said: str) -> None:
    (finding,) = found_in(text)
    assert (finding.span.file, finding.span.line, finding.rule) == (NAME, line, rule)
    assert said in finding.text
    assert finding.suggest


def test_one_issuer_has_one_profile() -> None:
    with workspace(plan()) as root:
        write(root, {NAME: HEAD, "content/profiles/other.yml": HEAD.replace("id: liutang", "id: other")})
        (finding,) = load(root).findings
    assert (finding.rule, finding.span.file) == ("profile-twice", "content/profiles/other.yml")
