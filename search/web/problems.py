"""Errors as RFC 9457 problem details: what went wrong, in Chinese, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

MEDIA_TYPE: Final = "application/problem+json"
# Problem types are places on the page that describes the API.
TYPES: Final = "/api/#"
NOTHING_MORE: Final[Mapping[str, Any]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of problem: `slug` ends its URI, `title` is the same for every occurrence."""

    slug: str
    status: int
    title: str


PARAMETER: Final = Kind("parameter", 400, "参数不对")
REQUEST: Final = Kind("request", 400, "请求读不懂")
STALE_CURSOR: Final = Kind("stale-cursor", 400, "翻页标记已失效")
UNKNOWN: Final = Kind("unknown", 404, "没有找到")
METHOD: Final = Kind("method", 405, "只能读取")
TOO_LONG: Final = Kind("too-long", 414, "网址太长")
MISDIRECTED: Final = Kind("misdirected", 421, "主机名不对")
TOO_MANY: Final = Kind("too-many", 429, "请求太频繁")
FAILED: Final = Kind("failed", 500, "服务出错")
BUSY: Final = Kind("busy", 503, "暂时忙不过来")
SLOW: Final = Kind("slow", 503, "没有在限时内答完")
KINDS: Final = (PARAMETER, REQUEST, STALE_CURSOR, UNKNOWN, METHOD, TOO_LONG, MISDIRECTED, TOO_MANY, FAILED, BUSY, SLOW)


class Problem(Exception):
    """An answer that is an error: `detail` says what to do, `more` are members of its own, `headers` go with it."""

    def __init__(
        self,
        kind: Kind,
        detail: str,
        *,
        more: Mapping[str, Any] = NOTHING_MORE,
        headers: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self.kind, self.detail, self.more, self.headers = kind, detail, more, headers
        super().__init__(detail)

    def json(self, instance: str) -> dict[str, Any]:
        """The problem details object; `instance` is the path that was asked for."""
        return {
            "type": TYPES + self.kind.slug,
            "title": self.kind.title,
            "status": self.kind.status,
            "detail": self.detail,
            "instance": instance,
            **self.more,
        }


def wrong(parameter: str, detail: str) -> Problem:
    """A parameter that cannot be used."""
    return Problem(PARAMETER, detail, more={"parameter": parameter})
