"""Random plans printed in random layouts come back: paths, owners, due dates, head, and every character."""

import calendar

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importer.layouts import drafts, facts, original
from tests.importer.printed import printed_plan
from zerenku.importer import draft_json, draft_plan, plan_text
from zerenku.text.normalise import normalise

LETTERS = "一二三、（）().1２附件：。\n\t《》〔〕2031年5月日前牵头负责县局各镇通知方案 第章条"
SEEDS = st.integers(min_value=0, max_value=100_000)


@given(seed=SEEDS)
@settings(max_examples=150)
def test_a_printed_plan_comes_back(seed: int) -> None:
    plan = printed_plan(seed)
    (draft,) = drafts(plan.text)
    assert [clause.piece.path.elements for clause in draft.clauses] == [item.path for item in plan.items]
    for clause, item in zip(draft.clauses, plan.items, strict=True):
        assert clause.piece.heading == item.heading
        wanted = {f"lead {'、'.join(item.lead)}"} if item.lead else set()
        wanted |= {f"support {'、'.join(item.support)}"} if item.support else set()
        if item.due:
            year, month = (int(part) for part in item.due.split("-"))
            wanted.add(f"due {item.due}-{calendar.monthrange(year, month)[1]}")
        assert {fact for fact in facts(clause) if fact.split(" ")[0] in {"lead", "support", "due"}} == wanted
    shown = draft_json(draft, plan_id="x")
    assert shown["number"] == plan.number
    assert shown["title"] == "青禾县冷库安全整治方案"
    assert shown["issuer"] == ["青禾县安全生产委员会"]
    assert shown["printed"] == "2031-04-02"
    year, month, day = shown["issued"].split("-")
    assert f"{year}年{int(month)}月{int(day)}日" == plan.issued


@given(seed=SEEDS)
@settings(max_examples=60)
def test_every_character_comes_back_from_the_records(seed: int) -> None:
    text = printed_plan(seed).text
    (draft,) = drafts(text)
    assert plan_text(draft_plan(draft, plan_id="x-2031", place_id="x")) == normalise(original(text)).text
    assert draft.claimed > 0.99


@given(text=st.text(alphabet=LETTERS, max_size=300))
@settings(max_examples=300)
def test_any_text_is_read_without_loss(text: str) -> None:
    found = drafts(text)
    plans = [draft_plan(draft, plan_id="x-2031", place_id="x") for draft in found]
    assert "".join(plan_text(plan) for plan in plans) == normalise(original(text)).text
