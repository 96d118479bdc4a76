"""What the API refuses, in the form of RFC 9457, and what it does when it is asked too much."""

from __future__ import annotations

import json
import logging
import time
from pathlib import Path

import pytest

from search.web import records, shapes
from search.web.limits import RateLimit
from search.web.operations import OPERATIONS
from search.web.problems import KINDS
from tests.search.web import Client, client_over
from zerenku.catalogue.entries import LinkedDuty


@pytest.mark.parametrize(
    ("url", "status", "said"),
    [
        ("/api/search", 400, "缺少参数 q"),
        ("/api/search?q=", 400, "参数 q 是空的"),
        (f"/api/search?q={'消' * 201}", 400, "参数 q 太长：201 个字，最多 200 个"),
        ("/api/search?q=a&q=b", 400, "参数 q 只能写一次"),
        ("/api/search?q=a&limits=5", 400, "没有参数 “limits”；您要写的是不是 limit"),
        ("/api/suggest?q=a&zzz=5", 400, "没有参数 “zzz”；可用 q、limit"),
        ("/api/search?q=a&limit=0", 400, "参数 limit 应为 1 到 100 的整数：“0”"),
        ("/api/search?q=a&limit=１", 400, "参数 limit 应为 1 到 100 的整数"),
        ("/api/search?q=a&due_before=20300630", 400, "写作 2026-03-05：“20300630”"),
        ("/api/duties?due_after=2030-02-30", 400, "参数 due_after 应为日期"),
        ("/api/search?q=a&explain=yes", 400, "应为 true 或 false"),
        ("/api/search?q=a&cursor=abc", 400, "不是翻页标记"),
        ("/api/duties?certainty=sure", 400, "可选 lead、joint、collective、none"),
        ("/api/duties?department=", 400, "参数 department 是空的"),
        ("/api/duties?" + "&".join(["topic=a"] * 21), 400, "最多写 20 次"),
        ("/api/duties?" + "topic=a&" * 201, 400, "参数太多"),
        ("/api/duties?topic=" + "a" * 16_001, 414, "网址太长"),
        ("/api/search?q=%B7%DB%B3%BE", 400, "不是 UTF-8 编码"),
        ("/api/search?q=a&department=县公安居", 404, "没有这个部门：县公安居；您要找的是不是"),
        ("/api/who?q=a&place=柳唐镇", 404, "没有这个地区：柳唐镇；您要找的是不是：柳塘镇"),
        ("/api/duties?topic=无此主题", 404, "没有这个主题"),
        ("/api/duties?enterprise=木器加工", 404, "您要找的是不是：木器加工企业"),
        ("/api/departments/qinghe/yingj", 404, "您要找的是不是：qinghe/yingji"),
        ("/api/plans/qinghe-2031", 404, "您要找的是不是：qinghe-2030"),
        ("/api/plans/wu", 404, "没有这个方案：wu；现有：liutang-2031、qinghe-2030"),
        ("/api/search?q=a&plan=无", 404, "没有这个方案：无；现有：liutang-2031、qinghe-2030"),
        ("/api/plans/", 400, "参数 id 是空的"),
        ("/api/nothing", 404, "没有 /api/nothing"),
        ("/nothing", 404, "没有 /nothing"),
        ("/api/search?q=a&cursor=" + "A" * 28, 404, "不是本接口给出的翻页标记"),
    ],
)
def test_refusals(client: Client, url: str, status: int, said: str) -> None:
    answer = client.get(url)
    problem = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert said in problem["detail"]
    assert problem["status"] == status
    assert problem["type"] in {f"/api/#{kind.slug}" for kind in KINDS}
    assert problem["instance"] == url.partition("?")[0].replace("%2F", "/")
    assert answer.headers["cache-control"] == "no-store"


def test_the_path_that_was_asked_for_is_a_uri(client: Client) -> None:
    answer = client.get("/api/plans/青禾 方案")
    assert answer.json()["instance"] == "/api/plans/%E9%9D%92%E7%A6%BE%20%E6%96%B9%E6%A1%88"
    assert "没有这个方案：青禾 方案" in answer.json()["detail"]


def test_what_looks_alike_is_also_data(client: Client) -> None:
    assert client.get("/api/search?q=a&place=柳唐镇").json()["near"][0] == "柳塘镇"
    assert client.get("/api/search?q=a&limit=0").json()["parameter"] == "limit"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PURGE"])
def test_reading_only(client: Client, method: str) -> None:
    for url in ("/api/search?q=充电", "/api/plans/qinghe-2030", "/healthz", "/metrics", "/api/", "/api/openapi.json"):
        answer = client.ask(method, url)
        assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
        assert answer.json()["type"] == "/api/#method"


def test_who_calls_by_another_name_is_not_answered(root: Path) -> None:
    with client_over(root, hosts=("127.0.0.1", "[::1]")) as client:
        for host in ("127.0.0.1", "127.0.0.1:8000", "[::1]:8000"):
            assert client.get("/healthz", host=host).status_code == 200
        for url in ("/api/search?q=充电", "/"):
            answer = client.get(url, host="elsewhere.example:8000")
            assert (answer.status_code, answer.json()["type"]) == (421, "/api/#misdirected")
            assert "127.0.0.1" in answer.json()["detail"]
        assert 'zerenku_errors_total{route="other",status="421"} 2' in client.get("/metrics", host="127.0.0.1").text


def test_a_cursor_serves_its_own_query_and_edition_alone(workspace: Path) -> None:
    with client_over(workspace) as client:
        cursor = client.json("/api/duties?limit=2")["next"]
        other = client.get(f"/api/duties?limit=2&certainty=none&cursor={cursor}")
        assert (other.status_code, other.json()["type"]) == (400, "/api/#stale-cursor")
        assert client.get(f"/api/search?q=充电&cursor={cursor}").status_code == 400
        assert client.get(f"/api/duties?limit=5&cursor={cursor}").status_code == 200
    with client_over(workspace, today=lambda: "2030-06-16") as client:
        late = client.get(f"/api/duties?limit=2&cursor={cursor}")
        assert (late.status_code, late.json()["title"]) == (400, "翻页标记已失效")
        assert "从第一页查起" in late.json()["detail"]


def test_too_often(root: Path) -> None:
    with client_over(root, rate=2) as client:
        answers = client.together(["/api/suggest?q=柳塘"] * 6)
        assert sorted(answer.status_code for answer in answers) == [200] * 4 + [429] * 2
        refused = answers[-1]
        assert refused.headers["retry-after"] == "1"
        assert refused.json()["detail"] == "请求太频繁，请 1 秒后再试；每秒最多 2 次"
        assert client.get("/healthz").status_code == 200


def test_buckets_fill_evenly_and_belong_to_one_client() -> None:
    now = 0.0
    limit = RateLimit(2, lambda: now)
    assert [limit.wait("a") for _ in range(5)] == [0, 0, 0, 0, 1]
    assert limit.wait("b") == 0
    now = 0.5
    assert [limit.wait("a"), limit.wait("a")] == [0, 1]
    now = 100.0
    assert [limit.wait("a") for _ in range(5)] == [0, 0, 0, 0, 1]
    assert RateLimit(0, lambda: now).wait("a") == 0


def slow_down(monkeypatch: pytest.MonkeyPatch, seconds: float) -> list[str]:
    """Every duty of an answer takes that long; the anchors are listed as they are made."""
    dump = records.duty_json
    made: list[str] = []

    def slowly(duty: LinkedDuty) -> shapes.Duty:
        time.sleep(seconds)
        made.append(duty.anchor)
        return dump(duty)

    monkeypatch.setattr(records, "duty_json", slowly)
    return made


def test_an_answer_that_takes_too_long_is_given_up(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow_down(monkeypatch, 0.3)
    with client_over(root, patience=0.05) as client:
        answer = client.get("/api/duties?limit=2")
        assert (answer.status_code, answer.json()["type"]) == (503, "/api/#slow")
        assert answer.headers["retry-after"] == "1"
        assert client.get("/healthz").status_code == 200


def test_a_long_line_is_not_made_longer(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow_down(monkeypatch, 0.1)
    with client_over(root, waiting=2) as client:
        answers = client.together([f"/api/duties?limit={number}" for number in range(1, 6)])
        assert sorted(answer.status_code for answer in answers) == [200, 200, 503, 503, 503]
        assert answers[-1].json()["type"] == "/api/#busy"


def test_a_fault_of_ours_is_logged_and_not_shown(
    root: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_duty: object) -> None:
        raise ZeroDivisionError("秘密")

    monkeypatch.setattr(records, "duty_json", fail)
    with client_over(root) as client, caplog.at_level(logging.ERROR):
        answer = client.get("/api/duties")
    assert (answer.status_code, answer.json()["type"]) == (500, "/api/#failed")
    assert "秘密" not in answer.text
    assert "ZeroDivisionError" in caplog.text


def test_answers_are_kept_by_question_and_only_so_many(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = slow_down(monkeypatch, 0)
    with client_over(root, cached=2) as client:
        for limit in (1, 1, 2, 1, 3, 2):
            client.get(f"/api/duties?limit={limit}", accept_encoding="identity")
    assert len(made) == 1 + 2 + 3 + 2
    made.clear()
    with client_over(root, cached=0) as client:
        client.get("/api/duties?limit=1")
        client.get("/api/duties?limit=1")
    assert len(made) == 2


def test_all_problems_are_json_of_our_own(client: Client) -> None:
    for operation in OPERATIONS:
        answer = client.get(operation.path.replace("{id}", "x") + "?nosuch=1")
        assert json.loads(answer.content)["instance"] == operation.path.replace("{id}", "x")
        assert answer.status_code == 400
