from __future__ import annotations

import json
import threading

import pytest
from immich_contract import Contract, InputError, ValidationError


@pytest.fixture(scope="module")
def contract() -> Contract:
    return Contract.builtin()


def test_releases_are_named_as_people_name_them(contract):
    assert contract.releases[0] == "1.106.0"
    assert contract.at("2.7").release == "2.7.5"
    assert contract.at("latest").release == contract.releases[-1]
    assert contract.among("2.7.4..2.7,3.0.2") == ("2.7.4", "2.7.5", "3.0.2")


@pytest.mark.parametrize("name", ["banana", "1.0.0", "3..2"])
def test_what_is_no_release_is_told(contract, name):
    with pytest.raises(InputError, match=r"release|before"):
        contract.at(name)


def test_bodies_are_bytes_text_or_objects(contract, tag):
    validator = contract.at("2.7.5").schema("TagResponseDto")
    text = json.dumps(tag)
    for body in (text.encode(), bytearray(text.encode()), memoryview(text.encode()), text, tag):
        assert validator.is_valid(body)
        validator.validate(body)
        assert list(validator.findings(body)) == []
        assert "2.7.5" in validator.releases(body)


def test_a_wrong_body_says_what_and_where(contract, tag):
    validator = contract.at("2.7.5").schema("TagResponseDto")
    body = {**tag, "name": 7}
    assert not validator.is_valid(body)
    with pytest.raises(ValidationError, match="type-mismatch") as raised:
        validator.validate(body)
    finding = raised.value.finding
    assert (finding.rule, finding.severity, finding.location.pointer) == ("type-mismatch", "error", "/name")
    assert (finding.expected, finding.actual, finding.schema) == ("string", 7, "TagResponseDto")
    assert finding in list(validator.findings(body))
    assert validator.releases(body) == ()
    with pytest.raises(AttributeError):
        finding.rule = "other"


def test_what_an_operation_answers(contract, tag):
    tags = contract.at("2.7.5").operation("getAllTags")
    assert tags.is_valid([tag, tag])
    assert not tags.is_valid(tag)


def test_releases_tell_when_a_member_came(contract):
    search = contract.at("latest").schema("AssetResponseDto")
    assert search.releases(b"{}") == ()


@pytest.mark.parametrize(
    ("body", "why"),
    [(None, "the body is None"), ({1, 2}, "cannot be written as JSON"), (object(), "cannot be written as JSON")],
)
def test_what_is_no_body_is_told(contract, body, why):
    validator = contract.at("2.7.5").schema("TagResponseDto")
    with pytest.raises(InputError, match=why):
        validator.is_valid(body)


@pytest.mark.parametrize("body", [b"\xff\xfe", b"", b"{", b"nul"])
def test_what_is_no_json_is_a_finding(contract, body):
    validator = contract.at("2.7.5").schema("TagResponseDto")
    assert not validator.is_valid(body)
    assert [finding.severity for finding in validator.findings(body)] == ["error"]


@pytest.mark.parametrize(
    ("ask", "why"),
    [
        (lambda at: at.schema("TagResponseDTO"), "TagResponseDTO"),
        (lambda at: at.operation("getAllTag"), "getAllTag"),
        (lambda at: at.json_schema("TagResponseDTO"), "did you mean TagResponseDto"),
    ],
)
def test_unknown_names_are_told(contract, ask, why):
    with pytest.raises(InputError, match=why):
        ask(contract.at("2.7.5"))


def test_lines_are_told_by_number(contract, tag):
    validator = contract.at("2.7.5").schema("TagResponseDto")
    right, wrong = json.dumps(tag), json.dumps({**tag, "name": 7})
    lines = "\n".join([right, wrong, "", right, "{", right + "\r", ""]).encode()
    assert validator.invalid_lines(lines) == [2, 5]
    assert validator.invalid_lines(b"") == []


def test_threads_share_a_validator(contract, tag):
    validator = contract.at("2.7.5").schema("TagResponseDto")
    lines = b"\n".join([json.dumps(tag).encode()] * 5000 + [b"{}"])
    told: list[list[int]] = []
    threads = [threading.Thread(target=lambda: told.append(validator.invalid_lines(lines))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == [[5001]] * 4


def test_a_document_of_any_api_is_a_contract(tmp_path):
    document = {
        "openapi": "3.0.0",
        "info": {"title": "t", "version": "1"},
        "paths": {},
        "components": {
            "schemas": {"Thing": {"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}}}}
        },
    }
    path = tmp_path / "api.json"
    path.write_text(json.dumps(document))
    contract = Contract.from_openapi(path)
    assert contract.name == str(path)
    thing = contract.at("latest").schema("Thing")
    assert thing.is_valid({"a": 1})
    assert not thing.is_valid({})


def test_a_broken_document_names_its_file(tmp_path):
    path = tmp_path / "broken.json"
    path.write_text('{"openapi": "3.0.0", ')
    with pytest.raises(InputError, match="broken") as raised:
        Contract.from_openapi(path)
    assert raised.value.file == str(path)
    with pytest.raises(InputError, match="cannot read"):
        Contract.from_openapi(tmp_path / "none.json")
