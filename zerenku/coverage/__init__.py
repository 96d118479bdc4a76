"""What an original says and its record lacks, and the reverse: the proof that nothing was left out or added."""

from zerenku.coverage.attached import Originals, texts_by_clause
from zerenku.coverage.compare import Coverage, Gap, compare
from zerenku.coverage.counts import CERTAINTY_COLUMNS, PartCount, count_parts

__all__ = [
    "CERTAINTY_COLUMNS",
    "Coverage",
    "Gap",
    "Originals",
    "PartCount",
    "compare",
    "count_parts",
    "texts_by_clause",
]
