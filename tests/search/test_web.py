"""Every route of the API: what it answers, and under which headers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from search.answer import search_json, who, who_json
from search.index import CURRENT, FOLDER, fingerprint, open_searcher
from tests.search.web import TODAY, Client, client_over
from zerenku.catalogue.interchange import plan_json
from zerenku.store.workspace import load


def test_search_and_who_answer_as_the_command_line_does(client: Client, root: Path) -> None:
    searcher = open_searcher(root, mark=fingerprint(root))
    question = "电动自行车谁管"
    assert client.json(f"/api/search?q={question}") == search_json(searcher.search(question, today=TODAY))
    assert client.json(f"/api/who?q={question}") == who_json(who(searcher, question, today=TODAY))
    searcher.reader.close()


def test_who_says_that_nothing_was_found(client: Client) -> None:
    answer = client.json("/api/who?q=区块链")
    assert (answer["answer"], answer["hits"]) == (None, [])
    assert answer["tried"][-1] == "close"
    assert isinstance(answer["nearest"], list)


def test_explained(client: Client) -> None:
    assert "why" not in client.json("/api/search?q=充电&explain=false")["hits"][0]
    assert client.json("/api/search?q=充电&explain=true")["hits"][0]["why"]


@pytest.mark.parametrize(
    ("filters", "anchors"),
    [
        ("department=县公安局", ["qinghe-2030/2-2"]),
        ("department=liutang/anban", ["liutang-2031/2"]),
        ("place=柳塘", ["liutang-2031/2"]),
        ("plan=qinghe-2030", ["qinghe-2030/2-2"]),
        ("kind=意见", ["liutang-2031/2"]),
        ("due_before=2031-12-31", ["liutang-2031/2"]),
        ("department=县公安局&department=镇安办", ["liutang-2031/2", "qinghe-2030/2-2"]),
    ],
)
def test_filters_of_search(client: Client, filters: str, anchors: list[str]) -> None:
    hits = client.json(f"/api/search?q=电动自行车&{filters}")["hits"]
    assert sorted(hit["anchor"] for hit in hits) == anchors


def test_a_kind_of_enterprise_is_a_filter_too(client: Client) -> None:
    hits = client.json("/api/search?q=隐患排查&kind=木器厂")["hits"]
    assert [hit["anchor"] for hit in hits] == ["qinghe-2030/2-3"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("柳塘", {"text": "柳塘镇", "kind": "place", "id": "liutang", "matched": "柳塘"}),
        (
            "消防大队",
            {"text": "青禾县消防救援大队", "kind": "department", "id": "qinghe/xiaofang", "matched": "消防大队"},
        ),
        ("liutang", {"text": "柳塘镇", "kind": "place", "id": "liutang", "matched": "柳塘镇"}),
        ("mqjg", {"text": "木器加工企业", "kind": "enterprise", "id": "muqi", "matched": "木器加工企业"}),
        ("清理积坐", {"text": "清理积尘", "kind": "heading", "id": "", "matched": "清理积尘"}),
        ("充电管", {"text": "充电管理", "kind": "heading", "id": "", "matched": "充电管理"}),
    ],
)
def test_suggestions(client: Client, typed: str, first: dict[str, str]) -> None:
    assert client.json(f"/api/suggest?q={typed}")["suggestions"][0] == first


def test_suggestions_are_few_and_each_once(client: Client) -> None:
    found = client.json("/api/suggest?q=县&limit=3")["suggestions"]
    assert len(found) == len({item["id"] for item in found}) == 3
    assert client.json("/api/suggest?q=，")["suggestions"] == []


def test_a_department_with_all_its_roles(client: Client) -> None:
    answer = client.json("/api/departments/qinghe/yingji")
    assert (answer["name"], answer["place"], answer["aliases"]) == ("青禾县应急管理局", "青禾县", ["县应急局"])
    assert [duty["anchor"] for duty in answer["lead"]] == ["qinghe-2030/2-1-d1"]
    assert answer["lead"][0]["owner"] == "牵头：青禾县应急管理局；配合：青禾县消防救援大队"
    assert client.json("/api/departments/qinghe%2Fyingji") == answer
    shared = client.json("/api/departments/qinghe/gongan")["shared"]
    assert [duty["owner"] for duty in shared] == ["未明确牵头（按职责分工：青禾县公安局、青禾县住房和城乡建设局）"]
    reports = client.json("/api/departments/qinghe/gezhen")["reports"]
    assert [(item["what"], item["due"]) for item in reports] == [("整治进度表", "每月5日前")]


@pytest.mark.parametrize(
    ("filters", "anchors"),
    [
        ("department=县应急局", ["qinghe-2030/2-1-d1", "qinghe-2030/2-3-d1"]),
        ("place=柳塘镇", ["liutang-2031/1-d1", "liutang-2031/2-d1"]),
        ("place=青禾县&due_after=2031-01-01", ["liutang-2031/2-d1"]),
        ("plan=liutang-2031&certainty=none", ["liutang-2031/1-d1"]),
        ("certainty=lead&certainty=collective", ["liutang-2031/2-d1", "qinghe-2030/2-1-d1", "qinghe-2030/2-4-d1"]),
        ("enterprise=木器厂", ["qinghe-2030/2-3-d2"]),
        ("enterprise=房东", ["liutang-2031/1-d1", "qinghe-2030/2-3-d2"]),
        ("enterprise=翻砂厂", []),
        ("kind=木器厂", ["qinghe-2030/2-3-d2"]),
        ("kind=意见", ["liutang-2031/1-d1", "liutang-2031/2-d1"]),
        ("kind=意见&kind=方案&kind=木器厂", ["qinghe-2030/2-3-d2"]),
        ("topic=dianche", ["liutang-2031/2-d1", "qinghe-2030/2-2-d1"]),
        ("due_before=2030-06-30", ["qinghe-2030/2-1-d1"]),
        ("due_after=2030-07-01&due_before=2030-12-31", ["qinghe-2030/3-d2"]),
        ("every=quarter", ["liutang-2031/1-d1"]),
        ("every=month&department=各镇", ["qinghe-2030/3-d1"]),
    ],
)
def test_filters_of_duties(client: Client, filters: str, anchors: list[str]) -> None:
    answer = client.json(f"/api/duties?{filters}")
    assert [duty["anchor"] for duty in answer["duties"]] == anchors
    assert (answer["total"], answer["next"]) == (len(anchors), None)


def test_a_duty_says_where_it_is_written(client: Client) -> None:
    duty = client.json("/api/duties?due_before=2030-06-30")["duties"][0]
    assert duty["citation"] == "《青禾县木器行业整治方案》二（一）"
    assert duty["url"] == "plans/qinghe-2030.html#2-1-d1"
    assert duty["deadlines"] == [{"date": "2030-06-30", "text": "2030年6月底前", "what": "查完一遍"}]


def test_a_plan_is_what_export_prints(client: Client, root: Path) -> None:
    catalogue = load(root).sealed()
    plan = catalogue.plan("liutang-2031")
    assert plan is not None
    assert client.json("/api/plans/liutang-2031") == json.loads(json.dumps(plan_json(catalogue, plan)))


def test_paging_goes_through_everything_once(client: Client) -> None:
    for url, member in (("/api/duties?limit=3", "duties"), ("/api/search?q=青禾县&limit=2", "hits")):
        whole = client.json(url.replace("limit=3", "limit=100").replace("limit=2", "limit=100"))
        found, page = [], client.json(url)
        while page["next"]:
            found += page[member]
            page = client.json(f"{url}&cursor={page['next']}")
        found += page[member]
        assert len(found) > 3
        assert [item["anchor"] for item in found] == [item["anchor"] for item in whole[member]]


def test_unchanged(client: Client, root: Path) -> None:
    first = client.get("/api/search?q=充电")
    tag = first.headers["etag"]
    assert tag.startswith(f'W/"{fingerprint(root)[:16]}-20300615-')
    assert first.headers["cache-control"] == "no-cache"
    for known in (tag, tag.removeprefix("W/"), f'"x", {tag}', "*"):
        again = client.get("/api/search?q=充电", if_none_match=known)
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get("/api/search?q=充电", if_none_match='"other"').status_code == 200


def test_a_tag_is_of_one_answer_alone(client: Client) -> None:
    tag = client.get("/api/plans/qinghe-2030").headers["etag"]
    assert client.get("/api/plans/liutang-2031", if_none_match=tag).status_code == 200
    for known in (tag, "*"):
        assert client.get("/api/plans/nosuch", if_none_match=known).status_code == 404


def test_gzip_only_for_those_who_take_it(client: Client) -> None:
    bare = client.get("/api/plans/qinghe-2030", accept_encoding="identity")
    assert "content-encoding" not in bare.headers
    packed = client.get("/api/plans/qinghe-2030", accept_encoding="br, gzip;q=0.8")
    assert (packed.headers["content-encoding"], packed.headers["vary"]) == ("gzip", "accept-encoding")
    assert packed.json() == bare.json()
    assert int(packed.headers["content-length"]) < int(bare.headers["content-length"]) / 2
    for accepted, encoding in (("gzip;q=0", None), ("gzip; q=0, *", None), ("*;q=0, gzip", "gzip"), ("*", "gzip")):
        answer = client.get("/api/plans/qinghe-2030", accept_encoding=accepted)
        assert answer.headers.get("content-encoding") == encoding


def test_head_is_get_without_a_body(client: Client) -> None:
    for url in ("/api/search?q=充电", "/healthz", "/api/", "/api/openapi.json", "/metrics"):
        got, head = client.get(url), client.ask("HEAD", url)
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["content-type"] == got.headers["content-type"]


def test_headers_of_every_answer(client: Client) -> None:
    for url in ("/api/search?q=充电", "/api/nothing", "/healthz", "/metrics", "/api/", "/api/page.js", "/other"):
        headers = client.get(url).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["content-security-policy"].startswith("default-src ")
        assert "server" not in headers
        assert not any(name.startswith("access-control") for name in headers)


def test_other_sites_may_read_only_where_they_were_named(root: Path) -> None:
    with client_over(root, origins=("https://qinghe.example",)) as client:
        named = client.get("/healthz", origin="https://qinghe.example").headers
        assert named["access-control-allow-origin"] == "https://qinghe.example"
        assert "origin" in named["vary"]
        assert "access-control-allow-origin" not in client.get("/healthz", origin="https://other.example").headers


def test_health_and_metrics(root: Path) -> None:
    with client_over(root, cached=10) as client:
        health = client.json("/healthz")
        assert health == {
            "status": "ok",
            "version": f"{fingerprint(root)[:16]}-20300615",
            "engine": "whoosh",
            "clauses": 10,
        }
        for url in ("/api/who?q=充电", "/api/who?q=充电", "/api/who?q=", "/api/nothing"):
            client.get(url)
        lines = client.get("/metrics").text.splitlines()
    assert 'zerenku_requests_total{route="/api/who",status="200"} 2' in lines
    assert 'zerenku_errors_total{route="/api/who",status="400"} 1' in lines
    assert 'zerenku_errors_total{route="other",status="404"} 1' in lines
    assert 'zerenku_request_seconds_bucket{route="/api/who",le="+Inf"} 3' in lines
    assert 'zerenku_request_seconds_count{route="/api/who"} 3' in lines
    assert "zerenku_cached_answers_total 1" in lines


def test_an_index_that_is_missing_or_broken_is_made_anew_and_said(
    workspace: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for reason in ("还没有索引", "文件损坏"):
        caplog.clear()
        with client_over(workspace) as client:
            assert client.json("/api/search?q=充电")["total"] == 2
        assert f"索引已重建（{reason}）：{workspace / FOLDER}" in caplog.text
        generation = workspace / FOLDER / (workspace / FOLDER / CURRENT).read_text(encoding="ascii").strip()
        (generation / "lexicon.json").write_text("{", encoding="utf-8")
