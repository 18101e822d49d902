from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
from immich_contract import Contract, InputError, Report, accepts, check, compat, diff, identify, matrix

EXAMPLE = Path(__file__).parents[2] / "examples" / "random-assets.har"


def ping(answer: str = '{"res":"pong"}', *, path: str = "/api/server/ping") -> dict[str, object]:
    return {
        "request": {"method": "GET", "url": f"https://photos.example{path}", "headers": []},
        "response": {
            "status": 200,
            "headers": [{"name": "content-type", "value": "application/json"}],
            "bodyText": answer,
        },
    }


def test_a_capture_is_checked():
    report = check(EXAMPLE)
    assert report.releases == "1.132.3"
    assert report.summary.errors == sum(finding.count for finding in report.errors)
    assert report.summary.operations == len(report.exercised)
    assert "getRandom" in report.exercised
    assert {finding.location.source for finding in report.findings} == {str(EXAMPLE)}


def test_exchanges_are_checked_at_releases():
    assert check([ping()], server_version="2.7.5").summary.errors == 0
    report = check([ping(), ping("[]")], server_version="2.7.5,latest")
    [error] = list(report.errors)
    assert (error.rule, error.location.entry, error.operation) == ("type-mismatch", 1, "pingServer")
    assert "error[type-mismatch]" in str(report)


def test_reports_are_merged_and_sent():
    one = check([ping("[]")], server_version="2.7.5")
    other = check([ping("[]"), ping(path="/api/server/version")], server_version="2.7.5")
    merged = one.merge(other)
    assert merged.summary.exchanges == 3
    assert merged.summary.operations == len(merged.exercised) == 2
    assert merged.summary.errors == one.summary.errors + other.summary.errors
    [error] = [finding for finding in merged.findings if finding.operation == "pingServer"]
    assert error.count == 2
    assert Report.from_json(merged.to_json()) == merged
    assert pickle.loads(pickle.dumps(merged)) == merged
    with pytest.raises(ValueError, match="the other of builtin at 2.7.4"):
        one.merge(check([ping()], server_version="2.7.4"))


def test_a_report_of_another_version_is_refused():
    with pytest.raises(ValueError, match="version 2"):
        Report.from_json('{"report_version": 99}')


def test_bodies_are_checked_by_lines(tag):
    lines = b"\n".join(json.dumps({**tag, "name": name}).encode() for name in ("sea", 7, 8))
    report = check(lines, server_version="2.7.5", schema="TagResponseDto", lines=True)
    assert (report.summary.exchanges, report.summary.errors) == (3, 2)
    each = check(lines, server_version="2.7.5", schema="TagResponseDto", lines=True, all=True)
    assert [finding.location.line for finding in each.errors] == [2, 3]


def test_who_wrote_it():
    [told] = identify(EXAMPLE)
    assert told["releases"] == "1.113.0 – 1.132.3"
    rows = {row["operation"]: row for row in matrix(EXAMPLE, releases="1.132.3,2.7.5")}
    assert rows["getRandom"]["method"] == "GET"


def test_what_breaks_at_another_release():
    report = compat(EXAMPLE, to="3.0.2")
    assert report.releases == "1.132.3 → 3.0.2"
    assert "called-operation-gone" in {finding.rule for finding in report.findings}


def test_what_changed():
    report = diff("2.7.5", "3.0.2")
    assert report.summary.errors > 0
    assert diff("2.7.5", "2.7.5").findings == ()


def test_what_changed_for_a_client():
    all_changes = diff("1.132.3", "3.0.2")
    of_example = diff("1.132.3", "3.0.2", used_by=EXAMPLE)
    assert {"getRandom"} <= {finding.operation for finding in of_example.findings}
    assert 0 < len(of_example.findings) < len(all_changes.findings)
    assert diff("1.132.3", "3.0.2", used_by=EXAMPLE, operations=["searchMetadata"]).findings != of_example.findings
    of_ping = diff("1.132.3", "3.0.2", operations=["pingServer"])
    assert {operation for finding in of_ping.findings for operation in finding.operations} == {"pingServer"}
    with pytest.raises(InputError, match="neither side has getRandm; did you mean getRandom"):
        diff("1.132.3", "3.0.2", operations=["getRandm"])
    with pytest.raises(InputError, match="calls no operation of either side"):
        diff("1.132.3", "3.0.2", used_by=[ping(path="/elsewhere")])


def test_what_a_model_takes():
    model = {"type": "object", "required": ["id", "thumbhash"], "properties": {"thumbhash": {"type": "string"}}}
    report = accepts(model, as_="AssetResponseDto", required="2.7..latest")
    [answer] = report.conclusions
    assert answer.works == "none"
    assert any("thumbhash" in finding.message for finding in report.errors)
    with pytest.raises(InputError, match="did you mean AssetResponseDto"):
        accepts(model, as_="AssetResponseDTO")


@pytest.mark.parametrize(
    ("traffic", "error", "why"),
    [
        ("no-such.har", InputError, "no-such.har"),
        (None, TypeError, "NoneType"),
        (b"{", InputError, "<memory>"),
        (b"\xff\xfe", InputError, "<memory>"),
        ([{"request": 1, "response": {}}], InputError, "<memory>:1"),
        ([{"other": 1}], InputError, "bare JSON body"),
    ],
)
def test_what_cannot_be_read_is_told(traffic, error, why):
    with pytest.raises(error, match=why):
        check(traffic, server_version="2.7.5")


def test_a_fault_has_its_place():
    with pytest.raises(InputError) as raised:
        check(json.dumps(ping()).encode() + b'\n{"request": }', server_version="2.7.5")
    assert (raised.value.file, raised.value.line) == ("<memory>", 2)


def test_nothing_of_the_api_is_told():
    with pytest.raises(InputError, match="not one request"):
        check([ping(path="/other")], server_version="2.7.5")


def test_contracts_are_chosen():
    assert check([ping()], server_version="2.7.5", contract=Contract.builtin()).contract == "builtin"
