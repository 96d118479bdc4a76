"""The rules, in the order in which they run; adding one means one module here, one line below and one test file."""

from __future__ import annotations

from typing import Final

from zerenku.linter.rules import (
    deadline_before_issue,
    fact_text,
    items_differ,
    number_form,
    period_order,
    unconfirmed,
)

RULES: Final = (number_form, period_order, fact_text, deadline_before_issue, items_differ, unconfirmed)
