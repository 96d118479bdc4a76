"""`zerenku draft --proof`: the written paper opened again from disk and measured, the check sheet beside it."""

from __future__ import annotations

from pathlib import Path

import click

from zerenku.errors import SourceUnreadable, ZerenkuError
from zerenku.extract.refusal import Refusal
from zerenku.proof.check_sheet import sheet_text
from zerenku.proof.printed.render import office, render
from zerenku.proof.proving import prove, prove_pages
from zerenku.store.atomic import write_file


class ProofFailed(ZerenkuError):
    """A paper of ours that does not meet the standard; the sheet says where."""

    def __init__(self, path: str, count: int, sheet: str) -> None:
        self.path, self.count, self.sheet = path, count, sheet
        super().__init__(f"{path}：版式有 {count} 项不合格，见 {sheet}")


def prove_paper(path: Path, *, estimate: int | None = None) -> None:
    """Measure a paper on disk and write its sheet beside it; ProofFailed when a rule is not met.

    `estimate` is how many pages it should take.
    """
    data = path.read_bytes()
    proof = prove(data)
    if office():
        try:
            proof += prove_pages(data, render(data), estimate=estimate)
        except Refusal as refusal:
            raise SourceUnreadable(str(path), f"排不出页面：{refusal.reason}") from refusal
    else:
        click.echo("提示：没有 LibreOffice，只核对了文件，没有量印出来的页面", err=True)
    sheet = path.with_name(f"{path.stem}-版式核对.md")
    write_file(sheet, sheet_text(proof, title=path.name).encode())
    if not proof.ok:
        raise ProofFailed(str(path), len(proof.failed), str(sheet))
    click.echo(f"版式核对：{len(proof.rows)} 项，没有不合格的，见 {sheet}")
