"""What the command line, the settings and markers ask for."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from .. import Contract, InputError

HELP = {
    "releases": "hold the exchanges of tests against these releases, as in 2.7.5,latest or 2.0..2.7",
    "warn": "warn of a test whose exchanges break the contract instead of failing it",
    "record": "write all exchanges to a file, as NDJSON with secrets masked",
    "base_path": "the path that the API is mounted under",
}

MARKER = (
    "immich_contract(releases, skip=False): hold this test's exchanges against other releases, as in "
    "immich_contract('2.7.5'), or against none with skip=True"
)


@dataclass(frozen=True)
class Plan:
    """What is held against what."""

    contract: Contract
    #: The releases as they were named; nothing is checked without.
    releases: str | None
    warns: bool
    record: str | None
    base_path: str

    @classmethod
    def of(cls, config: pytest.Config) -> Plan | None:
        """What the command line and the settings ask for, if they ask for anything."""
        releases = config.getoption("--immich-contract") or config.getini("immich_contract")
        record = config.getoption("--immich-contract-record")
        if not releases and not record:
            return None
        contract = Contract.builtin()
        try:
            named = ",".join(contract.among(releases)) if releases else None
        except InputError as error:
            raise pytest.UsageError(f"--immich-contract: {error}") from None
        warns = config.getoption("--immich-contract-warn") or config.getini("immich_contract_warn")
        return cls(contract, named, bool(warns), record, config.getini("immich_contract_base_path"))

    @classmethod
    def nothing(cls) -> Plan:
        """Nothing is asked for."""
        return cls(Contract.builtin(), None, False, None, "/api")

    def releases_of(self, item: pytest.Item) -> str | None:
        """The releases that a test is held against."""
        marker = item.get_closest_marker("immich_contract")
        if marker is None:
            return self.releases
        if marker.kwargs.get("skip"):
            return None
        return str(marker.args[0]) if marker.args else self.releases
