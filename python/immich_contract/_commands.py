"""The commands of the binary, as functions."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from . import _native
from ._contract import Contract
from ._errors import InputError
from ._report import Report

#: A capture: its path, several, its bytes, or exchanges as NDJSON of exchanges has them.
Traffic: TypeAlias = "str | os.PathLike[str] | bytes | Iterable[str | os.PathLike[str]] | Iterable[Mapping[str, Any]]"

#: The most bytes that one entry, line or body may hold.
MAX_SIZE = 256 << 20
#: What places call a capture that comes from memory.
IN_MEMORY = "<memory>"


@dataclass(frozen=True)
class _Source:
    paths: Sequence[str]
    content: tuple[str, bytes] | None = None
    schema: str | None = None
    operation: str | None = None
    lines: bool = False
    base_path: str | None = None
    threads: int | None = None
    max_size: int = MAX_SIZE


def _source(traffic: Traffic, *, name: str = IN_MEMORY, **options: Any) -> _Source:
    if isinstance(traffic, (str, os.PathLike)):
        return _Source([os.fspath(traffic)], **options)
    if isinstance(traffic, (bytes, bytearray, memoryview)):
        return _Source([], (name, bytes(traffic)), **options)
    if not isinstance(traffic, Iterable) or isinstance(traffic, Mapping):
        raise TypeError(f"a capture is a path, bytes, or exchanges, not {type(traffic).__name__}")
    several = list(traffic)
    if all(isinstance(one, (str, os.PathLike)) for one in several):
        return _Source([os.fspath(one) for one in several if not isinstance(one, Mapping)], **options)
    lines = [json.dumps(exchange, ensure_ascii=False).encode() for exchange in several]
    return _Source([], (name, b"\n".join(lines)), **options)


def _contract(contract: Contract | None) -> _native.Contract:
    return (contract or Contract.builtin())._contract


def check(
    traffic: Traffic,
    *,
    server_version: str = "auto",
    contract: Contract | None = None,
    schema: str | None = None,
    operation: str | None = None,
    lines: bool = False,
    all: bool = False,
    base_path: str | None = None,
    threads: int | None = None,
    max_size: int = MAX_SIZE,
) -> Report:
    """Checks captured traffic, or bodies of a ``schema`` or an ``operation``, against the contract.

    ``server_version`` is a release, several (``1.120..2.7``, ``all``), or ``auto``: the one that the capture tells. Of what
    was found at many places the first are kept, and all are counted, unless ``all`` asks for each.
    """
    source = _source(
        traffic,
        schema=schema,
        operation=operation,
        lines=lines,
        base_path=base_path,
        threads=threads,
        max_size=max_size,
    )
    return Report.from_json(_native.check(_contract(contract), source, server_version, all, "json"))


def identify(
    traffic: Traffic,
    *,
    contract: Contract | None = None,
    schema: str | None = None,
    operation: str | None = None,
    lines: bool = False,
    base_path: str | None = None,
) -> list[dict[str, Any]]:
    """Which releases can have written this? Of each source its ``releases`` and the ``evidence``.

    The members are those of ``immich-contract identify --format json``.
    """
    source = _source(traffic, schema=schema, operation=operation, lines=lines, base_path=base_path)
    sources: list[dict[str, Any]] = json.loads(_native.identify(_contract(contract), source))["sources"]
    return sources


def matrix(
    traffic: Traffic, *, releases: str | None = None, contract: Contract | None = None, base_path: str | None = None
) -> list[dict[str, Any]]:
    """At which releases is each captured call accepted, and its answer promised?

    The members are those of the ``operations`` of ``immich-contract matrix --format json``.
    """
    source = _source(traffic, base_path=base_path)
    operations: list[dict[str, Any]] = json.loads(_native.matrix(_contract(contract), source, releases))["operations"]
    return operations


def compat(
    traffic: Traffic,
    *,
    to: str,
    from_: str = "auto",
    contract: Contract | None = None,
    base_path: str | None = None,
) -> Report:
    """What breaks on another release for the client whose traffic was captured."""
    source = _source(traffic, base_path=base_path)
    return Report.from_json(_native.compat(_contract(contract), source, (from_, to), "json"))


def diff(
    old: str | os.PathLike[str],
    new: str | os.PathLike[str],
    *,
    used_by: Traffic | None = None,
    operations: Iterable[str] = (),
    contract: Contract | None = None,
    base_path: str | None = None,
) -> Report:
    """What changed between two releases, or OpenAPI documents, and whom it breaks.

    ``used_by`` is a client's captured traffic, ``operations`` are ids of operations that it calls: then only that is told
    which reaches this client.
    """
    sides = (os.fspath(old), os.fspath(new))
    client = None if used_by is None else _source(used_by, base_path=base_path)
    return Report.from_json(_native.diff(_contract(contract), sides, client, list(operations), "json"))


def accepts(
    model: str | os.PathLike[str] | Mapping[str, Any],
    *,
    as_: str,
    decoder: str | None = None,
    direction: Literal["receives", "sends"] = "receives",
    required: str | None = None,
    contract: Contract | None = None,
) -> Report:
    """At which releases a client's model takes whatever the server may answer, or writes only what the server takes.

    The model is a JSON Schema: a path, as in ``asset.json#/$defs/Asset``, or the schema itself. ``as_`` is the type, or the
    operation, that it stands for. ``report.conclusions`` has the answer, ``report.findings`` what breaks it.
    """
    if isinstance(model, Mapping):
        source = ("<model>", json.dumps(model).encode(), "")
    else:
        file, _, place = os.fspath(model).partition("#")
        source = (file, _bytes_of(file), place)
    text = _native.accepts(_contract(contract), source, as_, decoder, direction, required, "json")
    return Report.from_json(text)


def _bytes_of(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise InputError(f"{file}: cannot read: {error.strerror}", file) from error
