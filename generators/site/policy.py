"""What a page may load: files of the site itself, pictures written into style sheets, and nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import Final

OWN: Final = "'self'"


def _policy(*, scripts: str = OWN, styles: str = OWN) -> str:
    """One line for the head of a page; `data:` is for the icons in the theme's style sheets."""
    rules = {
        "default-src": "'none'",
        "script-src": scripts,
        "style-src": styles,
        "img-src": f"{OWN} data:",
        "font-src": OWN,
        "connect-src": OWN,
        "object-src": "'none'",
        "base-uri": OWN,
        "form-action": OWN,
    }
    return "; ".join(f"{rule} {allowed}" for rule, allowed in rules.items())


POLICY: Final = _policy()
"""For every page whose scripts and styles are files of their own."""


SERVED_POLICY: Final = _policy(scripts=f"{OWN} 'unsafe-inline'")
"""For pages that `mkdocs serve` shows and nobody keeps: it writes a script into each, to reload it after an edit."""


def policy_with(*, script: str, style: str) -> str:
    """The same for a page that holds one script and one style sheet itself: exactly these, by what they say."""
    return _policy(scripts=f"{OWN} {_source(script)}", styles=f"{OWN} {_source(style)}")


def _source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
