"""What commands answer: findings and counts, in the shape of the JSON report."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Location:
    """Where in a capture or a document a finding is."""

    #: The capture or document, as it was named.
    source: str
    #: The part of the exchange: ``response.body``, ``request.query``, …
    part: str
    #: JSON Pointer (RFC 6901) into that part; empty for all of it.
    pointer: str
    #: Zero-based index of the exchange in its source.
    entry: int | None = None
    #: One-based line of the source.
    line: int | None = None
    #: One-based column in that line, in characters.
    column: int | None = None
    #: The exchange in one line: ``GET /api/assets/random?count=3 → 200``.
    request: str | None = None

    def __str__(self) -> str:
        """The place in one line."""
        where = self.request or self.source
        return f"{where} {self.part}{f' {self.pointer}' if self.pointer else ''}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong, or worth knowing, at one place."""

    #: The id of the rule, as in ``enum-value-unknown``; ``immich-contract explain RULE`` says more.
    rule: str
    #: ``error``, ``warning`` or ``note``.
    severity: str
    #: What is wrong, in one line.
    message: str
    location: Location
    operation: str | None = None
    schema: str | None = None
    #: What it is about where operation, schema and pointer do not say it.
    subject: str | None = None
    tag: str | None = None
    #: The same place on the other side of a comparison.
    counterpart: Location | None = None
    #: What the contract expects, and what was found, without secrets.
    expected: Any = None
    actual: Any = None
    #: The releases for which it holds, as in ``1.126.0 – 1.132.3, 2.0.0 –``.
    releases: str | None = None
    notes: tuple[str, ...] = ()
    #: What to do.
    help: str | None = None
    #: How many times it was seen.
    count: int = 1
    #: The operations that it reaches, where it can reach several.
    operations: tuple[str, ...] = ()
    #: Its name across runs; a finding of a single body has none.
    fingerprint: str | None = None

    def __str__(self) -> str:
        """The finding in a few lines."""
        lines = [f"{self.severity}[{self.rule}]: {self.message}", f"  at {self.location}"]
        if self.releases:
            lines.append(f"  releases: {self.releases}")
        lines += [f"  note: {note}" for note in self.notes]
        if self.help:
            lines.append(f"  help: {self.help}")
        return "\n".join(lines)

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Finding:
        """The finding that a JSON report has."""
        known = {one.name: value[one.name] for one in fields(cls) if value.get(one.name) is not None}
        for name in ("location", "counterpart"):
            if name in known:
                known[name] = Location(**known[name])
        for name in ("notes", "operations"):
            if name in known:
                known[name] = tuple(known[name])
        return cls(**known)


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of a run. Those of findings have repetitions in them."""

    exchanges: int = 0
    #: Distinct operations among the exchanges.
    operations: int = 0
    #: Exchanges that belong to no operation.
    unmatched: int = 0
    not_modelled: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    #: Bodies that could not be checked: missing from the capture, cut off, or of a type that is not read.
    unchecked_bodies: int = 0
    suppressed: int = 0
    in_baseline: int = 0
    off: int = 0
    severity_changed: int = 0

    def __add__(self, other: Summary) -> Summary:
        """The counts of both runs; which operations are distinct only a report knows."""
        return Summary(**{one.name: getattr(self, one.name) + getattr(other, one.name) for one in fields(self)})


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The answer about one thing that was asked about, before the findings that are its reasons."""

    subject: str
    text: str
    #: The releases for which all is well.
    works: str


@dataclass(frozen=True)
class Report:
    """The findings of a run, with counts. Reports of the same contract and releases can be merged, and be sent as JSON."""

    contract: str
    #: The releases that were checked against.
    releases: str
    summary: Summary = field(default_factory=Summary)
    findings: tuple[Finding, ...] = ()
    #: The ids of the operations that the exchanges call.
    exercised: frozenset[str] = frozenset()
    conclusions: tuple[Conclusion, ...] = ()
    #: The JSON report's other members, as they are.
    rest: dict[str, Any] = field(default_factory=dict, repr=False)

    @property
    def errors(self) -> Iterator[Finding]:
        """The findings that are errors."""
        return (finding for finding in self.findings if finding.severity == "error")

    def __str__(self) -> str:
        """The report in words: conclusions, findings that are no notes, counts."""
        parts = [f"{one.subject}: {one.text}" for one in self.conclusions]
        parts += [str(finding) for finding in self.findings if finding.severity != "note"]
        counts = self.summary
        parts.append(f"{counts.errors} errors, {counts.warnings} warnings, {counts.notes} notes ({self.releases})")
        return "\n".join(parts)

    @classmethod
    def from_json(cls, text: str | bytes) -> Report:
        """The report that ``to_json`` wrote, or ``immich-contract … --format json``."""
        value = json.loads(text)
        if value.get("report_version") != 2:
            raise ValueError(f"this is no report of version 2: report_version is {value.get('report_version')!r}")
        return cls(
            contract=value.pop("contract"),
            releases=value.pop("releases"),
            summary=Summary(**value.pop("summary")),
            findings=tuple(Finding.from_json(finding) for finding in value.pop("findings")),
            exercised=frozenset(value.pop("exercised", ())),
            conclusions=tuple(Conclusion(**one) for one in value.pop("conclusions", ())),
            rest=value,
        )

    def to_json(self) -> str:
        """The JSON report: its shape is that of ``immich-contract … --format json``."""
        return json.dumps(
            {
                **self.rest,
                "contract": self.contract,
                "releases": self.releases,
                "conclusions": [_plain(one) for one in self.conclusions],
                "exercised": sorted(self.exercised),
                "summary": _plain(self.summary),
                "findings": [_plain(one) for one in self.findings],
            },
            ensure_ascii=False,
        )

    def merge(self, other: Report) -> Report:
        """The report on what both saw. What both found is one finding, counted together.

        Raises ``ValueError`` where they are not of the same contract and releases.
        """
        if (self.contract, self.releases) != (other.contract, other.releases):
            own, others = f"{self.contract} at {self.releases}", f"{other.contract} at {other.releases}"
            raise ValueError(f"one report is of {own}, the other of {others}")
        exercised = self.exercised | other.exercised
        summary = replace(self.summary + other.summary, operations=len(exercised))
        findings: dict[object, Finding] = {}
        for finding in (*self.findings, *other.findings):
            kind = (finding.fingerprint, finding.severity, finding.releases, finding.message)
            known = findings.get(kind)
            findings[kind] = replace(known, count=known.count + finding.count) if known else finding
        conclusions = tuple(dict.fromkeys((*self.conclusions, *other.conclusions)))
        return replace(
            self, summary=summary, findings=tuple(findings.values()), exercised=exercised, conclusions=conclusions
        )


def _plain(value: Any) -> dict[str, Any]:
    """The members of a dataclass, those within it likewise."""
    plain = {}
    for one in fields(value):
        member = getattr(value, one.name)
        plain[one.name] = _plain(member) if isinstance(member, Location) else member
    return plain


class ValidationError(ValueError):
    """A body is not what the contract says. ``finding`` says what, where, and since which release."""

    def __init__(self, finding: Finding) -> None:
        """The error that a finding is."""
        super().__init__(str(finding))
        self.finding = finding
