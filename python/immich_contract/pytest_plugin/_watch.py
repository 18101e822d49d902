"""Watches what tests exchange."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from .. import Contract, Report, _native, check, identify
from .._clients import Hooks
from .._commands import _source
from .._exchanges import Exchange, to_ndjson
from ._plan import Plan

#: How many operations, or tests, a line of the summary names.
_SHOWN = 10


class Watch:
    """Gathers exchanges, test by test."""

    def __init__(self, plan: Plan) -> None:
        """Nothing is gathered before ``hooks.install()``."""
        self.plan = plan
        self.hooks = Hooks(self._take)
        #: What the test that runs has exchanged so far.
        self.exchanges: list[Exchange] = []
        self._releases = plan.releases
        self._test = ""
        self._all: list[Exchange] = []

    @property
    def contract(self) -> Contract:
        """What exchanges are held against."""
        return self.plan.contract

    def begin(self, item: pytest.Item) -> None:
        """From now on exchanges are those of a test."""
        self.exchanges = []
        self._test = item.nodeid
        self._releases = self.plan.releases_of(item)

    def check(self, releases: str | None = None) -> Report:
        """The report on what this test has exchanged so far, at these releases or those that are asked for."""
        asked = releases or self._releases or "latest"
        return check(self.exchanges, server_version=asked, contract=self.contract, base_path=self.plan.base_path)

    def broken(self) -> str:
        """What the exchanges of this test break, in words; nothing where all is well or nobody asks."""
        if not self.exchanges or self._releases is None:
            return ""
        report = self.check()
        if not report.summary.errors:
            return ""
        source = _source(self.exchanges, name="this test", base_path=self.plan.base_path)
        text = _native.check(self.contract._contract, source, self._releases, False, "human")
        return f"The exchanges of this test break the contract of Immich {report.releases}:\n\n{text}"

    def summary(self, *, is_verbose: bool) -> Iterator[str]:
        """What all exchanges tell together."""
        if not self._all:
            yield "no exchange with the API was seen"
            return
        [told] = identify(self._all, contract=self.contract, base_path=self.plan.base_path)
        report = check(
            self._all,
            server_version=self.plan.releases or "latest",
            contract=self.contract,
            base_path=self.plan.base_path,
        )
        counts = report.summary
        exchanges, operations = _counted(counts.exchanges, "exchange"), _counted(counts.operations, "operation")
        yield f"seen: {exchanges} with {operations} of the API"
        if counts.unmatched:
            yield f"{counts.unmatched} of them belong to no operation of these releases"
        yield from self._fitting(told, is_verbose)
        never = sorted(set(self.contract.operations) - report.exercised)
        yield _named(f"{_counted(len(never), 'operation')} never exercised", never, is_verbose)

    def _fitting(self, told: dict[str, object], is_verbose: bool) -> Iterator[str]:
        """The releases that fit everything, and what no release would send."""
        misfits = told["misfits"]
        assert isinstance(misfits, list)
        alien = [one for one in misfits if one["releases"] == "none"]
        if not misfits:
            yield f"all answers fit the releases {told['releases']}"
        else:
            yield f"no release fits all answers; most fit {told['releases']}"
        if alien:
            tests = [f"{one['operation']} in {self._all[one['entry']]['test']}" for one in alien]
            yield _named(f"{_counted(len(alien), 'answer')} that no release would send", tests, is_verbose)

    def masked(self) -> str:
        """All exchanges as NDJSON, with secrets masked."""
        return _native.masked(self.contract._contract, "the exchanges of the tests", self.to_ndjson())

    def to_ndjson(self) -> bytes:
        """All exchanges as NDJSON, with secrets."""
        return to_ndjson(self._all)

    def take_ndjson(self, lines: bytes) -> None:
        """Takes what another process saw."""
        self._all += [json.loads(line) for line in lines.splitlines()]

    def _take(self, exchange: Exchange) -> None:
        if urlsplit(exchange["request"]["url"]).path.startswith(self.plan.base_path):
            exchange["test"] = self._test
            self.exchanges.append(exchange)
            self._all.append(exchange)


def _named(heading: str, names: list[str], is_verbose: bool) -> str:
    shown = names if is_verbose else names[:_SHOWN]
    more = f", … ({len(names) - len(shown)} more; -v lists them)" if len(shown) < len(names) else ""
    return f"{heading}: {', '.join(shown)}{more}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
