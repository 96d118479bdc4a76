"""What an enterprise does: choose what it is, read its duties, tick, print, share, save the calendar; and terms."""

import random
import re
import unicodedata
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import icalendar
import pdfplumber
import pytest
from playwright.sync_api import Page, expect

from generators.calendar.feed import calendar_of
from tests.browser.conftest import PHONE
from tests.repository import ROOT
from zerenku.catalogue.enterprises import Firm
from zerenku.store.workspace import load

Open = Callable[..., Page]
CHOICE = "enterprises/index"
TODAY = "2026-05-20"
LESSOR = "?place=yangkou&words=chuzufang"
REAL = (
    LESSOR,
    "?place=yangkou&words=zhongdian-gongmao.guishang-gongye.changzhongchang.youxian-kongjian.donghuo.laodong-miji.pentu",
    "?place=xixinan&words=gongmao.youxian-kongjian",
)
sizes = pytest.mark.parametrize("size", [(1440, 900), PHONE], ids=["desktop", "phone"])


def plain(text: str) -> str:
    """Without blanks; a printed sheet may hold radicals for some characters (厂), so compare pieces."""
    return unicodedata.normalize("NFKC", re.sub(r"\s", "", text))


def duties(page: Page) -> list[str]:
    expect(page.locator(".zk-result h2")).to_be_visible()
    return page.locator(".zk-ob label").all_inner_texts()


@sizes
def test_a_lessor_of_a_shared_plant_sees_its_duties_in_three_clicks(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(CHOICE, size=size, today=TODAY)
    page.get_by_role("radio", name="洋口镇").click()
    page.get_by_label("厂中厂出租方", exact=True).click()
    page.locator(".zk-jump").click()

    expect(page.locator(".zk-result h2")).to_be_in_viewport()
    first = page.locator(".zk-ob").first
    expect(first).to_be_in_viewport()
    expect(first).to_contain_text("厂中厂出租方列出两张清单")
    expect(first).to_contain_text("清退条件清单")
    expect(first.get_by_role("link", name="洋口 2024 · 二（一）4")).to_be_visible()
    expect(first).to_contain_text("原文未写责任单位")
    expect(page.locator(".zk-result")).to_contain_text("查看日期：2026年5月20日")
    expect(page.locator(".zk-result")).to_contain_text("以原文为准")
    said = duties(page)
    assert len(said) == len(set(said))
    first.get_by_role("link").first.click()
    page.wait_for_url(re.compile(r"plans/yangkou-2024\.html#2-1-4"))


@sizes
def test_how_often_a_confined_space_firm_must_drill(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(CHOICE, size=size, today=TODAY)
    page.get_by_label("找一找").fill("污水池")
    page.get_by_label("有限空间作业", exact=True).click()
    year = page.locator("#often-year")
    expect(year.locator("h3")).to_contain_text("每年")
    expect(year.locator(".zk-ob", has_text="有限空间应急演练")).to_contain_text("每年至少1次")


@sizes
def test_a_shared_link_brings_the_choice_back(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(CHOICE, size=size, today=TODAY)
    page.get_by_role("radio", name="洋口镇").click()
    page.get_by_label("厂中厂出租方", exact=True).click()
    expect(page.locator(".zk-ob").first).to_be_visible()
    seen = duties(page)
    page.evaluate("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }")
    page.get_by_role("button", name="复制链接").click()
    query = page.evaluate("window.copied").partition("?")[2]
    assert page.url.partition("?")[2] == query

    other = open_page(CHOICE, size=size, today=TODAY, query=f"?{query}")
    expect(other.locator(".zk-ob").first).to_be_visible()
    assert duties(other) == seen
    expect(other.get_by_role("radio", name="洋口镇")).to_be_checked()
    expect(other.get_by_label("厂中厂出租方", exact=True)).to_be_checked()


@sizes
def test_ticks_survive_a_reload_until_they_are_cleared(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(CHOICE, size=size, today=TODAY, query=LESSOR)
    expect(page.locator(".zk-result")).to_contain_text("只存在本机浏览器，不会上传")
    page.locator(".zk-ob input").nth(1).click()
    expect(page.locator(".zk-result__done")).to_contain_text("已勾 1/")
    page.reload()
    expect(page.locator(".zk-ob input").nth(1)).to_be_checked()
    expect(page.locator(".zk-ob").nth(1)).to_contain_text("2026-05-20 已勾")
    page.get_by_role("button", name="清除勾选").click()
    expect(page.locator(".zk-ob input:checked")).to_have_count(0)
    page.reload()
    expect(page.locator(".zk-ob").first).to_be_visible()
    expect(page.locator(".zk-ob input:checked")).to_have_count(0)


def test_where_nothing_may_be_kept_ticks_last_as_long_as_the_page(open_page: Open) -> None:
    page = open_page("about")
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });")
    page.goto(page.url.replace("about.html", "enterprises/index.html") + LESSOR)
    page.locator(".zk-ob input").first.click()
    expect(page.locator(".zk-result")).to_contain_text("关闭本页后消失")
    expect(page.locator(".zk-ob input").first).to_be_checked()


@pytest.mark.parametrize("query", REAL, ids=["lessor", "plant", "town"])
def test_an_answer_prints_on_at_most_two_sheets(open_page: Open, pictures: Path, query: str) -> None:
    page = open_page(CHOICE, size=(1440, 900), today=TODAY, query=query)
    expect(page.locator(".zk-ob").first).to_be_visible()
    said = duties(page)
    printed = page.pdf(prefer_css_page_size=True)
    (pictures / f"enterprise-{page.url.rpartition('words=')[2]}.pdf").write_bytes(printed)
    with pdfplumber.open(BytesIO(printed)) as paper:
        assert len(paper.pages) <= 2
        assert {(round(sheet.width), round(sheet.height)) for sheet in paper.pages} == {(595, 842)}
        text = plain("".join(sheet.extract_text() for sheet in paper.pages))
    assert [duty for duty in said if not any(piece in text for piece in re.findall(".{5}", plain(duty)))] == []
    assert plain("以原文为准") in text
    assert "复制链接" not in text


def test_expired_plans_wait_behind_a_switch(open_page: Open) -> None:
    page = open_page(CHOICE, today=TODAY, query="?place=haimen&words=youxian-kongjian")
    expect(page.locator(".zk-empty")).to_contain_text("已到期的方案里有 14 项")
    page.get_by_label("也看已到期方案的 14 项").click()
    expect(page.locator(".zk-ob")).to_have_count(14)
    expect(page.locator(".zk-ob").first).to_contain_text("方案已到期")
    assert "expired=1" in page.url
    page = open_page(CHOICE, today="2023-05-20", query="?place=haimen&words=youxian-kongjian")
    expect(page.locator(".zk-ob")).to_have_count(14)
    page = open_page("enterprises/youxian-kongjian", today=TODAY)
    expect(page.locator("#dated li").first).to_be_hidden()
    page.get_by_role("button", name="显示已到期方案的事项").click()
    expect(page.locator("#dated li").first).to_be_visible()
    expect(page.locator("#dated li").first).to_contain_text("已到期")


def test_the_calendar_holds_what_lies_ahead(open_page: Open, tmp_path: Path) -> None:
    def saved() -> icalendar.Calendar:
        page = open_page(CHOICE, today=TODAY, query="?place=yangkou&words=youxian-kongjian.laodong-miji")
        with page.expect_download() as download:
            page.get_by_role("button", name="存到日历").click()
        path = tmp_path / download.value.suggested_filename
        download.value.save_as(path)
        assert all(len(line) <= 75 for line in path.read_bytes().split(b"\r\n"))
        return icalendar.Calendar.from_ical(path.read_bytes())

    events = saved().walk("VEVENT")
    drill = [event for event in events if "有限空间专项应急演练" in str(event["SUMMARY"])]
    assert [f"{event.decoded('DTSTART')}" for event in drill] == ["2026-12-31"]
    assert "依据：《洋口镇" in str(drill[0]["DESCRIPTION"])
    assert drill[0].walk("VALARM")
    ids = [str(event["UID"]) for event in events]
    assert len(ids) == len(set(ids))
    assert [str(event["UID"]) for event in saved().walk("VEVENT")] == ids
    published = icalendar.Calendar.from_ical(calendar_of(load(ROOT).sealed())).walk("VEVENT")
    rules = {str(event["UID"]): event.get("RRULE") for event in published}
    assert {str(event["UID"]): event.get("RRULE") for event in events}.items() <= rules.items()


def test_browser_and_catalogue_agree_whose_a_duty_is(open_page: Open) -> None:
    catalogue = load(ROOT).sealed()
    registers = catalogue.registers
    page = open_page(CHOICE, query="?place=all&words=qiye")
    expect(page.locator(".zk-result h2")).to_be_attached()
    places = sorted({duty.place.id for duty in catalogue.duties})
    ids = [word.id for word in registers.enterprises.entries]
    draw = random.Random(7)  # noqa: S311 - the same choices every time
    for count in [0, 1, *(draw.randint(1, 6) for _ in range(60))]:
        words, place = draw.sample(ids, count), draw.choice(places)
        found = page.evaluate(
            """([words, place]) => {
                const rule = window.zerenkuEnterprise, packed = rule.place(place), firm = rule.firm(words);
                const planOf = (duty) => packed.plans[packed.clauses[duty.clause][0]];
                return packed.duties.filter((duty) => rule.must(firm, duty, planOf(duty)))
                    .map((duty) => [duty.id, rule.because(firm, duty)]);
            }""",
            [words, place],
        )
        firm = Firm.of(registers, words)
        own = [duty for duty in catalogue.duties if duty.place.id == place and firm.must(duty)]
        assert found == [[duty.anchor, list(firm.because(duty))] for duty in own], (words, place)


def test_names_in_the_data_are_never_markup(open_page: Open) -> None:
    page = open_page(CHOICE, today=TODAY, query=LESSOR)
    expect(page.locator(".zk-ob").first).to_be_visible()
    page.evaluate("zerenkuEnterprise.place('yangkou').duties.forEach((duty) => { duty.do = '<b id=bad>' + duty.do; })")
    page.get_by_label("企业工会", exact=True).click()
    expect(page.locator(".zk-ob label").first).to_contain_text("<b id=bad>")
    assert page.locator("#bad").count() == 0


def test_the_choice_by_keyboard_alone(open_page: Open) -> None:
    page = open_page(CHOICE, today=TODAY)
    page.get_by_role("radio", name="海门区").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="洋口镇")).to_be_checked()
    expect(page.locator(".zk-ob").first).to_be_attached()
    expect(page.get_by_role("radio", name="洋口镇")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("焊工")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".zk-result h2")).to_contain_text("熔化焊接与热切割持证人员")


def test_without_scripts_the_lists_are_there(open_page: Open) -> None:
    page = open_page(CHOICE, scripts=False)
    expect(page.locator("[data-zk-choice]")).to_be_hidden()
    page.get_by_role("link", name=re.compile("^厂中厂出租方")).click()
    expect(page.locator(".zk-ob").first).to_be_visible()


@sizes
def test_clauses_that_cite_a_standard(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("standards", size=size)
    page.get_by_label("在本页找").fill("gb36894")
    rows = page.locator("[data-zk-found] > tbody > tr:visible")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("GB 36894-2018")
    rows.get_by_role("link", name=re.compile("附件3")).last.click()
    page.wait_for_url(re.compile(r"plans/nanyang-2020/fj3\.html#fj3-2-2-5"))


@sizes
def test_a_term_says_what_it_means(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("plans/yangkou-2024", size=size)
    term = page.locator("a.zk-term").nth(2)
    term.scroll_into_view_if_needed()
    note = page.get_by_role("tooltip")
    term.hover()
    expect(note).to_be_visible()
    box = note.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size[0]
    note.hover()
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    term.focus()
    expect(note).to_be_visible()
    expect(term).to_have_attribute("aria-describedby", "zk-term-note")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"terms\.html#term-"))


def test_a_tap_opens_the_note_and_a_second_leads_to_the_list(open_page: Open) -> None:
    page = open_page("plans/yangkou-2024", size=PHONE)
    browser = page.context.browser
    assert browser
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    phone = context.new_page()
    phone.goto(page.url)
    term = phone.locator("a.zk-term").nth(2)
    term.scroll_into_view_if_needed()
    term.tap()
    expect(phone.get_by_role("tooltip")).to_be_visible()
    assert "terms.html" not in phone.url
    phone.locator("h1").tap()
    expect(phone.get_by_role("tooltip")).to_be_hidden()
    term.tap()
    term.tap()
    phone.wait_for_url(re.compile(r"terms\.html#term-"))
    context.close()
