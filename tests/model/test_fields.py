from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from zerenku.model.fields import Day, Month

DAY: TypeAdapter[date] = TypeAdapter(Day)
MONTH: TypeAdapter[str] = TypeAdapter(Month)


@given(st.dates())
def test_every_day_is_read_back(day: date) -> None:
    assert DAY.validate_python(day.isoformat()) == day
    assert MONTH.validate_python(day.isoformat()) == day.isoformat()
    assert MONTH.validate_python(day.isoformat()[:7]) == day.isoformat()[:7]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2030",
        "2030-3-1",
        "2030/03/01",
        "20300301",
        "2030-02-30",
        "2030-13-01",
        "2030-03-00",
        "2030-03-01T08:00",
        "２０３０-03-01",
        "2030-03-01\n",
        " 2030-03-01",
        "2030年3月1日",
        "0000-01-01",
    ],
)
def test_no_day(text: str) -> None:
    with pytest.raises(ValidationError):
        DAY.validate_python(text)
    with pytest.raises(ValidationError):
        MONTH.validate_python(text)


@pytest.mark.parametrize("text", ["2030-13", "2030-00", "2030-3", "2030-03\n"])
def test_no_month(text: str) -> None:
    with pytest.raises(ValidationError):
        MONTH.validate_python(text)


@pytest.mark.parametrize("value", [None, 20300301, ["2030-03-01"], {"day": "2030-03-01"}])
def test_no_text(value: object) -> None:
    with pytest.raises(ValidationError):
        DAY.validate_python(value)
    with pytest.raises(ValidationError):
        MONTH.validate_python(value)
