"""The plugin, run on a toy project in which clients talk to mocks of each kind."""

from __future__ import annotations

import json
from importlib.util import find_spec

import pytest

TAG = {
    "id": "3fe388e4-2078-44d7-b36c-39d9dee3a657",
    "name": "sea",
    "value": "places/sea",
    "createdAt": "2024-05-01T12:00:00.000Z",
    "updatedAt": "2024-05-01T12:00:00.000Z",
}
URL = "https://photos.example/api/tags"
PRELUDE = f"import pytest\nTAG = {TAG!r}\nURL = {URL!r}\nWRONG = {{**TAG, 'name': 7}}\n"

#: Of each way to mock a client: what it needs, and a test that is answered with ANSWER.
MOCKS = {
    "responses": (
        "requests responses",
        """
        import requests, responses

        @responses.activate
        def test_it():
            responses.get(URL, json=[ANSWER])
            assert requests.get(URL).json() == [ANSWER]
        """,
    ),
    "pytest_httpx": (
        "httpx pytest_httpx",
        """
        import httpx

        def test_it(httpx_mock):
            httpx_mock.add_response(url=URL, json=[ANSWER])
            assert httpx.get(URL).json() == [ANSWER]
        """,
    ),
    "pytest_httpx_async": (
        "httpx pytest_httpx",
        """
        import asyncio, httpx

        def test_it(httpx_mock):
            httpx_mock.add_response(url=URL, json=[ANSWER])

            async def ask():
                async with httpx.AsyncClient() as client:
                    return (await client.get(URL)).json()

            assert asyncio.run(ask()) == [ANSWER]
        """,
    ),
    "respx": (
        "httpx respx",
        """
        import httpx, respx

        @respx.mock
        def test_it():
            respx.get(URL).respond(json=[ANSWER])
            assert httpx.get(URL).json() == [ANSWER]
        """,
    ),
    "aioresponses": (
        "aiohttp aioresponses",
        """
        import asyncio, aiohttp
        from aioresponses import aioresponses

        ASK

        def test_it():
            with aioresponses() as mock:
                mock.get(URL, payload=[ANSWER])
                assert asyncio.run(ask()) == [ANSWER]
        """,
    ),
    "vcrpy_aiohttp": (
        "aiohttp vcr",
        """
        import asyncio, aiohttp, json, vcr

        ASK

        def test_it(tmp_path):
            CASSETTE
            with vcr.use_cassette(str(cassette), record_mode="none"):
                assert asyncio.run(ask()) == [ANSWER]
        """,
    ),
    "vcrpy_requests": (
        "requests vcr",
        """
        import json, requests, vcr

        def test_it(tmp_path):
            CASSETTE
            with vcr.use_cassette(str(cassette), record_mode="none"):
                assert requests.get(URL).json() == [ANSWER]
        """,
    ),
    "aiohttp_server": (
        "aiohttp",
        """
        import asyncio, aiohttp
        from aiohttp import web

        async def ask():
            async def tags(request):
                return web.json_response([ANSWER])

            app = web.Application()
            app.router.add_get("/api/tags", tags)
            runner = web.AppRunner(app)
            await runner.setup()
            site = web.TCPSite(runner, "127.0.0.1", 0)
            await site.start()
            port = site._server.sockets[0].getsockname()[1]
            async with aiohttp.ClientSession() as session:
                async with session.get(f"http://127.0.0.1:{port}/api/tags") as response:
                    told = await response.json()
            await runner.cleanup()
            return told

        def test_it():
            assert asyncio.run(ask()) == [ANSWER]
        """,
    ),
}
#: How aiohttp is asked.
ASK = """
        async def ask():
            async with aiohttp.ClientSession() as session:
                async with session.get(URL) as response:
                    return await response.json()
"""
CASSETTE = """
            cassette = tmp_path / "cassette.yaml"
            cassette.write_text(json.dumps({"version": 1, "interactions": [{
                "request": {"method": "GET", "uri": URL, "body": None, "headers": {}},
                "response": {"status": {"code": 200, "message": "OK"},
                             "headers": {"content-type": ["application/json"]},
                             "body": {"string": json.dumps([ANSWER])}, "url": URL}}]}))
"""


def source(test: str, answer: str) -> str:
    from textwrap import dedent

    return PRELUDE + dedent(test.replace("        ASK\n", ASK[1:]).replace("            CASSETTE\n", CASSETTE[1:])).replace(
        "ANSWER", answer
    )


@pytest.fixture(params=sorted(MOCKS))
def mocked(request):
    needs, test = MOCKS[request.param]
    missing = [name for name in needs.split() if find_spec(name) is None]
    if missing:
        pytest.skip(f"{', '.join(missing)} is not installed here")
    return test


def test_each_way_to_mock_is_seen(pytester, mocked):
    pytester.makepyfile(source(mocked, "TAG"))
    result = pytester.runpytest_subprocess("--immich-contract", "2.7.5")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["seen: 1 exchange with 1 operation of the API", "all answers fit the releases *"])


def test_a_mock_that_no_server_sends_fails_its_test(pytester, mocked):
    pytester.makepyfile(source(mocked, "WRONG"))
    pytester.runpytest_subprocess().assert_outcomes(passed=1)
    result = pytester.runpytest_subprocess("--immich-contract", "2.7.5")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "The exchanges of this test break the contract of Immich 2.7.5:",
            "*type-mismatch*",
            "1 answer that no release would send: getAllTags in *::test_it",
        ]
    )


TESTS = source(MOCKS["responses"][1], "WRONG") + "\n\ndef test_alone(): pass\n"


@pytest.fixture
def project(pytester):
    pytest.importorskip("responses")
    pytester.makepyfile(TESTS)
    return pytester


def test_it_may_only_warn(project):
    result = project.runpytest_subprocess("--immich-contract", "2.7.5", "--immich-contract-warn")
    result.assert_outcomes(passed=2, warnings=1)
    result.stdout.fnmatch_lines(["*ContractWarning: The exchanges of this test break*"])


def test_settings_do_as_the_command_line(project):
    project.makepyprojecttoml('[tool.pytest.ini_options]\nimmich_contract = "2.7.5"\n')
    project.runpytest_subprocess().assert_outcomes(passed=1, failed=1)
    project.makepyprojecttoml('[tool.pytest.ini_options]\nimmich_contract = "2.7.5"\nimmich_contract_base_path = "/v2"\n')
    result = project.runpytest_subprocess()
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["no exchange with the API was seen"])


@pytest.mark.parametrize(
    ("marker", "outcome"),
    [("skip=True", {"passed": 2}), ("'2.7.4'", {"passed": 1, "failed": 1}), ("", {"passed": 1, "failed": 1})],
)
def test_markers_opt_out_or_name_releases(project, marker, outcome):
    project.makepyfile(TESTS.replace("@responses", f"@pytest.mark.immich_contract({marker})\n@responses"))
    result = project.runpytest_subprocess("--immich-contract", "2.7.5", "--strict-markers")
    result.assert_outcomes(**outcome)
    if "2.7.4" in marker:
        result.stdout.fnmatch_lines(["*contract of Immich 2.7.4:"])


def test_a_release_that_is_none_is_told(project):
    result = project.runpytest_subprocess("--immich-contract", "banana")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(['*--immich-contract: "banana" is not a release*'])


def test_exchanges_are_recorded_without_secrets(project):
    project.makepyfile(TESTS.replace("requests.get(URL)", "requests.get(URL, headers={'x-api-key': 'hunter2hunter2'})"))
    project.runpytest_subprocess("--immich-contract-record", "seen.ndjson").assert_outcomes(passed=2)
    [line] = (project.path / "seen.ndjson").read_text().splitlines()
    assert "hunter2" not in line
    exchange = json.loads(line)
    assert exchange["request"]["url"] == URL
    assert json.loads(exchange["response"]["bodyText"])[0]["name"] == 7


def test_workers_hand_over_what_they_saw(project):
    pytest.importorskip("xdist")
    result = project.runpytest_subprocess("--immich-contract", "2.7.5", "-n", "2", "--immich-contract-record", "seen.ndjson")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["seen: 1 exchange with 1 operation of the API"])
    assert len((project.path / "seen.ndjson").read_text().splitlines()) == 1


def test_the_fixture_tells(project):
    asks = "    assert [one.rule for one in immich_contract.check().errors] == ['type-mismatch']\n"
    asks += "    assert len(immich_contract.exchanges) == 1\n"
    test = TESTS.replace("test_it()", "test_it(immich_contract)").replace("== [WRONG]\n", "== [WRONG]\n" + asks)
    project.makepyfile(test.replace("@responses", "@pytest.mark.immich_contract(skip=True)\n@responses"))
    project.runpytest_subprocess("--immich-contract", "2.7.5").assert_outcomes(passed=2)


def test_the_stream_is_left_to_who_asked_for_it(pytester):
    pytest.importorskip("respx")
    pytester.makepyfile(
        PRELUDE
        + """
import httpx, respx

@respx.mock
def test_it():
    respx.get(URL).respond(stream=(part for part in [b"[", b"]"]))
    with httpx.stream("GET", URL) as response:
        assert b"".join(response.iter_bytes()) == b"[]"
"""
    )
    pytester.runpytest_subprocess("--immich-contract", "2.7.5").assert_outcomes(passed=1)


def test_each_hop_of_a_redirect_is_an_exchange(pytester):
    pytest.importorskip("responses")
    pytester.makepyfile(
        PRELUDE
        + """
import requests, responses

@responses.activate
def test_it():
    responses.get(URL + "/old", status=302, headers={"location": URL})
    responses.get(URL, json=[TAG])
    assert requests.get(URL + "/old").json() == [TAG]
"""
    )
    result = pytester.runpytest_subprocess("--immich-contract", "2.7.5", "--immich-contract-warn")
    result.stdout.fnmatch_lines(["seen: 2 exchanges with *"])
