"""Everything about time that the text says: due dates, repeat rules, stages, the plan's period."""

from zerenku.text.dates import read_deadlines
from zerenku.text.recurrence import is_coarse, read_recurrence
from zerenku.text.stages import read_period, read_stage

__all__ = ["is_coarse", "read_deadlines", "read_period", "read_recurrence", "read_stage"]
