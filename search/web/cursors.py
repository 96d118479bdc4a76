"""Where the next page begins, bound to the query and to the edition that it was asked of; opaque to those who carry it.

28 characters: digest of the edition, digest of the query, offset, and a digest of these three.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from typing import Final

from search.web.asked import Asked
from search.web.problems import STALE_CURSOR, UNKNOWN, Problem

PART: Final = 6
OFFSET: Final = 4
CHECK: Final = 5
AGAIN: Final = "请去掉 cursor，从第一页查起"


def next_cursor(offset: int | None, asked: Asked, edition: str) -> str | None:
    """The cursor of the page that begins at an offset; None for none."""
    if offset is None:
        return None
    bound = _of(edition) + asked.thread[:PART] + offset.to_bytes(OFFSET, "big")
    return urlsafe_b64encode(bound + sha256(bound).digest()[:CHECK]).decode()


def offset_of(asked: Asked, edition: str) -> int:
    """Where the page asked for begins; Problem for a cursor of another edition or query, or of our own making."""
    cursor = asked.text("cursor")
    if not cursor:
        return 0
    raw = urlsafe_b64decode(cursor)
    bound, check = raw[:-CHECK], raw[-CHECK:]
    if sha256(bound).digest()[:CHECK] != check:
        raise Problem(UNKNOWN, f"没有这一页：{cursor} 不是本接口给出的翻页标记；{AGAIN}", more={"parameter": "cursor"})
    if bound[:PART] != _of(edition):
        raise Problem(STALE_CURSOR, f"目录已经更新，翻页标记作废；{AGAIN}", more={"parameter": "cursor"})
    if bound[PART : PART * 2] != asked.thread[:PART]:
        detail = f"翻页标记属于另一个查询：翻页时其他参数要和第一页一样；{AGAIN}"
        raise Problem(STALE_CURSOR, detail, more={"parameter": "cursor"})
    return int.from_bytes(bound[PART * 2 :], "big")


def _of(edition: str) -> bytes:
    return sha256(edition.encode()).digest()[:PART]
