"""Checks where the traffic is more than one machine holds: in Spark, or in what speaks its language (Sail).

``check`` turns a DataFrame of bodies, or of exchanges, into one of findings; ``reports`` into one of partial reports that
``merged`` puts together. Each Python worker compiles the contract once, and reads its rows in the batches that Arrow brings.

>>> findings = check(df, body="body", schema="AssetResponseDto", server_version="3.0.2")
>>> report = merged(reports(df, body="body", schema="AssetResponseDto", server_version="3.0.2").collect())
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from typing import TYPE_CHECKING, Any

from . import Contract, InputError, Report
from ._commands import check as check_traffic

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

#: The columns of ``check``: the row that a finding is about, by its key, and what it says.
FINDINGS = (
    "key string, rule string, severity string, message string, operation string, schema string, part string, "
    "pointer string, releases string, count long"
)
#: The column of ``reports``: a JSON report on one partition.
REPORTS = "report string"


@dataclass(frozen=True)
class _Columns:
    """Which columns have what, and what they are held against. Sent to each worker."""

    server_version: str
    schema: str | None
    operation: str | None
    body: str
    method: str | None
    path: str | None
    status: str | None
    key: str | None
    base_path: str | None
    document: str | None

    @property
    def of_exchanges(self) -> bool:
        return self.path is not None

    def names(self) -> list[str]:
        return [name for name in (self.key, self.method, self.path, self.status, self.body) if name is not None]


def check(df: DataFrame, **options: Any) -> DataFrame:
    """The findings on each row, one a row: see ``FINDINGS`` for the columns. What is right has none.

    ``server_version`` is a release, or several. Rows are bodies of a ``schema`` or of what an ``operation`` answers, in the
    column ``body`` (text or bytes); or exchanges, if ``path``, ``method`` and ``status`` name columns, whose answer is the
    body. ``key`` names the column that tells rows apart in the result. ``document`` is an OpenAPI document, at a path that
    each worker can read, in place of the built-in contract.
    """
    columns = _columns(df, **options)

    def found(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        contract = _contract(columns)
        for batch in batches:
            yield _findings(contract, columns, batch)

    return df.select(*columns.names()).mapInArrow(found, FINDINGS)


def reports(df: DataFrame, **options: Any) -> DataFrame:
    """One partial report for each partition that has rows, as JSON, for ``merged``. Options as in ``check``."""
    columns = _columns(df, **options)

    def told(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        contract = _contract(columns)
        parts = (_without_rows(_report(contract, columns, batch)) for batch in batches if batch.num_rows)
        report = reduce(_merge, parts, None)
        yield _table({"report": [] if report is None else [report.to_json()]}, REPORTS)

    return df.select(*columns.names()).mapInArrow(told, REPORTS)


def _without_rows(report: Report) -> Report:
    """The report without the numbers of rows: in another run they are others."""
    placeless = [replace(one, location=replace(one.location, entry=None, line=None)) for one in report.findings]
    return replace(report, findings=tuple(placeless))


def merged(parts: Iterable[Any]) -> Report:
    """The whole report of the rows that ``reports`` gives. Raises ``ValueError`` where there are none."""
    whole = reduce(_merge, (Report.from_json(part["report"]) for part in parts), None)
    if whole is None:
        raise ValueError("there is no partial report: the DataFrame has no rows")
    return whole


def _merge(one: Report | None, other: Report) -> Report:
    return other if one is None else one.merge(other)


def _columns(
    df: DataFrame,
    *,
    server_version: str,
    body: str = "body",
    schema: str | None = None,
    operation: str | None = None,
    method: str | None = None,
    path: str | None = None,
    status: str | None = None,
    key: str | None = None,
    base_path: str | None = None,
    document: str | None = None,
) -> _Columns:
    columns = _Columns(server_version, schema, operation, body, method, path, status, key, base_path, document)
    missing = [name for name in columns.names() if name not in df.columns]
    if missing:
        raise InputError(f"the DataFrame has no column {', '.join(missing)}; it has {', '.join(df.columns)}")
    if columns.of_exchanges and (method is None or status is None):
        raise InputError("rows of exchanges need the columns of method, path and status")
    if columns.of_exchanges == (schema is not None or operation is not None):
        raise InputError("say what a body is with schema or operation, or name the columns of method, path and status")
    contract = _contract(columns)
    if server_version == "auto":
        raise InputError("rows do not tell the server's release: name it with server_version")
    contract.among(server_version)
    return columns


#: The contracts of this process, by their document.
_CONTRACTS: dict[str | None, Contract] = {}


def _contract(columns: _Columns) -> Contract:
    document = columns.document
    if document not in _CONTRACTS:
        _CONTRACTS[document] = Contract.builtin() if document is None else Contract.from_openapi(document)
    return _CONTRACTS[document]


def _report(contract: Contract, columns: _Columns, batch: pyarrow.RecordBatch, *, each: bool = False) -> Report:
    """The report on a batch; its findings have the row's number as their entry or, counted from one, as their line."""
    options: dict[str, Any] = {
        "server_version": columns.server_version,
        "contract": contract,
        "base_path": columns.base_path,
        "all": each,
    }
    if columns.of_exchanges:
        return check_traffic(_exchanges(columns, batch), **options)
    lines = b"\n".join(_line(columns, row, body) for row, body in enumerate(_of(batch, columns.body)))
    return check_traffic(lines, schema=columns.schema, operation=columns.operation, lines=True, **options)


def _line(columns: _Columns, row: int, body: Any) -> bytes:
    if body is None:
        raise InputError(f"the column {columns.body} is null in row {row} of a batch; leave such rows out")
    line: bytes = body.encode() if isinstance(body, str) else body
    # Within a JSON text line breaks are white space.
    line = line.replace(b"\n", b" ").replace(b"\r", b" ")
    if not line.strip():
        raise InputError(f"the column {columns.body} is empty in row {row} of a batch; leave such rows out")
    return line


def _exchanges(columns: _Columns, batch: pyarrow.RecordBatch) -> list[Mapping[str, Any]]:
    assert columns.method and columns.path and columns.status
    rows = zip(*(_of(batch, name) for name in (columns.method, columns.path, columns.status, columns.body)), strict=True)
    return [_exchange(*row) for row in rows]


def _exchange(method: str, path: str, status: int, body: str | bytes | None) -> Mapping[str, Any]:
    answer: dict[str, Any] = {"status": status, "headers": []}
    if body is None:
        answer["bodyOmitted"] = "null"
    else:
        answer["headers"] = [{"name": "content-type", "value": "application/json"}]
        answer["bodyText"] = body if isinstance(body, str) else body.decode(errors="replace")
    return {"request": {"method": method, "url": path, "headers": []}, "response": answer}


def _findings(contract: Contract, columns: _Columns, batch: pyarrow.RecordBatch) -> pyarrow.RecordBatch:
    keys = _of(batch, columns.key) if columns.key else [None] * batch.num_rows
    findings = _report(contract, columns, batch, each=True).findings if batch.num_rows else ()
    rows = [one.location.entry if one.location.line is None else one.location.line - 1 for one in findings]
    return _table(
        {
            "key": [None if row is None or keys[row] is None else str(keys[row]) for row in rows],
            "rule": [one.rule for one in findings],
            "severity": [one.severity for one in findings],
            "message": [one.message for one in findings],
            "operation": [one.operation for one in findings],
            "schema": [one.schema for one in findings],
            "part": [one.location.part for one in findings],
            "pointer": [one.location.pointer for one in findings],
            "releases": [one.releases for one in findings],
            "count": [one.count for one in findings],
        },
        FINDINGS,
    )


def _of(batch: pyarrow.RecordBatch, column: str) -> list[Any]:
    values: list[Any] = batch.column(batch.schema.get_field_index(column)).to_pylist()
    return values


def _table(columns: dict[str, list[Any]], schema: str) -> pyarrow.RecordBatch:
    import pyarrow

    types = {"string": pyarrow.string(), "long": pyarrow.int64()}
    fields = [field.split() for field in schema.split(", ")]
    arrays = [pyarrow.array(columns[name], types[kind]) for name, kind in fields]
    return pyarrow.RecordBatch.from_arrays(arrays, names=[name for name, _ in fields])
