"""Owner phrases: the table of forms, and phrases that are generated, printed in some layout and read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.tables import Case, read_cases
from zerenku.model.clause import Assignment, Certainty
from zerenku.text.owners import read_owners


def shown(assignment: Assignment) -> str:
    parts = [assignment.certainty.value]
    parts += ["|".join(assignment.lead)] if assignment.lead else []
    parts += ["+ " + "|".join(assignment.support)] if assignment.support else []
    return " ".join(parts)


@pytest.mark.parametrize("case", read_cases("owners.yml", "owners"))
def test_owner(case: Case) -> None:
    found = read_owners(case.text)
    assert " ;; ".join(shown(item.value) for item in found) == case["read"], case
    for item in found:
        assert case.text[item.start : item.end] == item.value.phrase, case
    if case["phrase"]:
        assert [item.value.phrase for item in found] == [case["phrase"]], case


FIRST = "县应急管理|县市场监管|镇财政|农业农村和水利|住房和城乡建设|市发展和改革|生态环境|交通运输|综合执法|党政".split(
    "|"
)
BODY = "局|办公室|委员会|站|大队|中心".split("|")
NAMES = st.lists(
    st.builds("".join, st.tuples(st.sampled_from(FIRST), st.sampled_from(BODY), st.sampled_from(["", "（老城分部）"]))),
    min_size=1,
    max_size=5,
    unique=True,
)
BRACKETS = st.sampled_from(["（）", "()", "〔〕", "【】", "［］"])


@given(
    NAMES, NAMES, BRACKETS, st.sampled_from(["按职责分工负责", "配合", "按照各自职责分工负责", "等部门配合", "参与"])
)
def test_lead_and_support_are_read_back(lead: list[str], support: list[str], brackets: str, verb: str) -> None:
    phrase = f"{'、'.join(lead)}牵头，{'、'.join(support)}{verb}"
    text = f"治理积水路段。{brackets[0]}{phrase}{brackets[1]}\n下一段。"
    (found,) = read_owners(text)
    assert found.value == Assignment(certainty=Certainty.LEAD, lead=tuple(lead), support=tuple(support), phrase=phrase)
    assert text[found.start : found.end] == phrase


@given(NAMES, st.sampled_from(["责任单位", "责任部门", "责任科室", "负责单位"]), st.sampled_from("：:"), st.booleans())
def test_label_is_read_back(names: list[str], label: str, colon: str, bracket: bool) -> None:  # noqa: FBT001
    phrase = f"{label}{colon}{'、'.join(names)}"
    text = f"治理积水路段。{f'（{phrase}）' if bracket else phrase}"
    (found,) = read_owners(text)
    assert found.value.lead == tuple(names)
    assert found.value.certainty is (Certainty.LEAD if len(names) == 1 else Certainty.JOINT)
    assert found.value.phrase == phrase


@given(NAMES, st.sampled_from(["和", "与", "及", "以及"]))
def test_last_name_joined_by_a_word(names: list[str], word: str) -> None:
    listed = "、".join(names[:-1]) + word + names[-1] if len(names) > 1 else names[0]
    (found,) = read_owners(f"治理积水路段。（{listed}按职责分工负责）")
    assert found.value.lead == tuple(names)


@given(st.text(alphabet="甲乙局（）〔〕、，。；：牵头负责配合单位由各村\n 和", max_size=60))
def test_any_text_is_read_without_a_stumble(text: str) -> None:
    for item in read_owners(text):
        assert item.value.phrase == text[item.start : item.end]
        assert item.value.lead or item.value.support
