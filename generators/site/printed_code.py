"""The address of a page as a picture that a phone reads, for the printed page."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from markupsafe import Markup

from generators.site.pages import SitePage

CODED: Final = frozenset({"plan.html.j2", "enterprise.html.j2", "enterprises.html.j2"})
"""Pages that people print and hand on."""


def printed_code(page: SitePage, site_url: str) -> Markup:
    """A QR code (ISO/IEC 18004) as inline SVG with the words under it; empty without an address, and on other pages."""
    if not site_url or page.template not in CODED:
        return Markup()
    # Few builds have an address, and none of the others waits for this.
    import segno  # noqa: PLC0415

    code = segno.make(site_url + quote(page.file), error="m", micro=False)
    picture = code.svg_inline(border=2, omitsize=True, svgclass=None, lineclass=None)
    return Markup('<aside class="zk-qr" aria-hidden="true">{}<p>扫码看网上的这一页</p></aside>\n').format(
        Markup(picture)  # noqa: S704 - drawn from modules alone
    )
