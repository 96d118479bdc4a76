"""An answer on its way out: headers that every answer has, and the bytes."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

from starlette.types import Scope, Send

from search.web.problems import MEDIA_TYPE as PROBLEM_TYPE
from search.web.problems import Problem

Headers = tuple[tuple[bytes, bytes], ...]
JSON_TYPE: Final = "application/json; charset=utf-8"
# Nothing of the API is a page, so nothing may be loaded or framed; the one page has rules of its own.
POLICY: Final = "default-src 'none'; frame-ancestors 'none'"
PAGE_POLICY: Final = (
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
)
SAFE: Final[Headers] = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
# Smaller bodies are not worth the time; the level that costs least per byte saved.
WORTH: Final = 1000
LEVEL: Final = 4
NEVER: Final = "q=0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """Status, body and own headers of an answer; `packed` tells that the body is gzip."""

    status: int = 200
    body: bytes = b""
    media_type: str = JSON_TYPE
    policy: str = POLICY
    headers: Headers = ()
    packed: bool = False


def dump(value: Mapping[str, Any]) -> bytes:
    """Compact JSON in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def pack(body: bytes) -> bytes:
    """The body as gzip, always with the same bytes; as it is where that is not worth the time."""
    return gzip.compress(body, LEVEL, mtime=0) if len(body) >= WORTH else body


def is_packed(body: bytes) -> bool:
    """Is it gzip? No JSON and no text begins like that."""
    return body.startswith(b"\x1f\x8b")


def problem_reply(problem: Problem, path: str) -> Reply:
    """The error as it goes out."""
    own = tuple((name.lower().encode(), value.encode()) for name, value in problem.headers)
    return Reply(
        status=problem.kind.status,
        body=dump(problem.json(quote(path))),
        media_type=PROBLEM_TYPE,
        headers=((b"cache-control", b"no-store"), *own),
    )


async def send_reply(reply: Reply, scope: Scope, send: Send, more: Iterable[tuple[bytes, bytes]] = ()) -> None:
    """Send it; without the body where only the head was asked for, or nothing has changed."""
    headers = [
        *SAFE,
        (b"content-security-policy", reply.policy.encode()),
        (b"vary", b"accept-encoding"),
        *reply.headers,
        *more,
    ]
    if reply.status != 304:
        headers.append((b"content-type", reply.media_type.encode()))
        headers.append((b"content-length", str(len(reply.body)).encode()))
    if reply.packed:
        headers.append((b"content-encoding", b"gzip"))
    await send({"type": "http.response.start", "status": reply.status, "headers": headers})
    body = b"" if scope["method"] == "HEAD" or reply.status == 304 else reply.body
    await send({"type": "http.response.body", "body": body})


def takes_gzip(accepted: bytes) -> bool:
    """Does an Accept-Encoding header allow gzip? By its name, or else by `*`, which stands for what is not named."""
    if not accepted:
        return False
    parts = (part.partition(";") for part in accepted.decode("latin-1").lower().replace(" ", "").split(","))
    weights = {name: weight for name, _, weight in parts}
    weight = weights.get("gzip", weights.get("*", NEVER))
    return weight not in {NEVER, "q=0.0", "q=0.00", "q=0.000"}
