"""A served page that follows its source: the server adds a script to pages on their way out, never to the files.

The script asks which pages have changed since it last asked, by loading a script in turn: that is allowed by any policy
that lets the site's own scripts run.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from threading import Lock
from typing import Final

FOLDER: Final = "/_zerenku/"
SCRIPT: Final = FOLDER + "live.js"
CHANGES: Final = FOLDER + "changes.js"
TAG: Final = f'<script src="{SCRIPT}"></script>'.encode()
# Digits of a number of builds; no page ever asks with more.
LONGEST: Final = 9
BODY_END: Final = b"</body>"
CLIENT: Final = """(function () {
  "use strict";
  const EVERY = 100;
  let since = null;
  const page = decodeURIComponent(location.pathname).replace(/^\\//, "").replace(/(^|\\/)$/, "$1index.html");
  window.zerenkuLive = function (now, changed) {
    if (since !== null && now !== since && (changed === null || changed.includes(page))) {
      location.reload();
    }
    since = now;
  };
  function ask() {
    if (document.hidden) {
      setTimeout(ask, EVERY);
      return;
    }
    const script = document.createElement("script");
    script.src = "/_zerenku/changes.js?since=" + (since === null ? "" : since) + "&at=" + Date.now();
    script.onload = script.onerror = function () {
      script.remove();
      setTimeout(ask, EVERY);
    };
    document.head.append(script);
  }
  ask();
})();
"""


class Changes:
    """What changed in the site while it is served, counted by builds; safe to ask from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._builds: list[frozenset[str]] = []

    def add(self, written: Iterable[str]) -> None:
        """A build wrote these files."""
        with self._lock:
            self._builds.append(frozenset(written))

    def script(self, since: str) -> bytes:
        """A call with the number of builds so far, and the pages written since: null when all must be looked at."""
        with self._lock:
            now = len(self._builds)
            asked = int(since) if since.isdecimal() and len(since) <= LONGEST else None
            new = self._builds[asked:] if asked is not None and asked <= now else None
        written = None if new is None else sorted(frozenset().union(*new))
        whole = written is None or any(name.startswith("assets/zerenku/") and "search/" not in name for name in written)
        return f"zerenkuLive({now},{json.dumps(None if whole else written, ensure_ascii=True)});\n".encode()


def with_script(page: bytes) -> bytes:
    """The page with the tag of the script before its end."""
    head, end, tail = page.rpartition(BODY_END)
    return head + TAG + end + tail if end else page
