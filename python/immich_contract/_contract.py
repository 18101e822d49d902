"""Contracts, and the types that they have at a release."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from . import _native
from ._report import Finding, ValidationError


class Contract:
    """What the API promises at each of its releases."""

    __slots__ = ("_contract",)

    def __init__(self, contract: _native.Contract) -> None:
        """Made by ``builtin``, ``from_openapi`` and ``with_documents``."""
        self._contract = contract

    @classmethod
    def builtin(cls) -> Contract:
        """The contract of Immich's API at all known releases."""
        return cls(_native.Contract.builtin())

    @classmethod
    def from_openapi(cls, path: str | os.PathLike[str]) -> Contract:
        """The contract of one OpenAPI 3 document, in JSON or YAML."""
        return cls(_native.Contract.from_openapi(os.fspath(path)))

    @classmethod
    def with_documents(cls, *documents: str | os.PathLike[str]) -> Contract:
        """The built-in contract with documents of further releases: files, ``VERSION=FILE``, or folders of such.

        The known releases are one table for the process: this comes before any other contract is asked for.
        """
        return cls(_native.Contract.with_documents([os.fspath(one) for one in documents]))

    @property
    def name(self) -> str:
        """What reports call it: ``builtin``, or its files."""
        return self._contract.name

    @property
    def releases(self) -> tuple[str, ...]:
        """The versions of the releases that it knows, oldest first."""
        return tuple(self._contract.releases)

    @property
    def operations(self) -> tuple[str, ...]:
        """The ids of its operations."""
        return tuple(self._contract.operations)

    def at(self, release: str) -> ContractAt:
        """The contract at one release: ``2.7.5``, ``2.7`` (its newest), ``latest``."""
        return ContractAt(self, self._contract.resolve(release))

    def among(self, releases: str) -> tuple[str, ...]:
        """The versions of a list of releases and ranges: ``1.132.3,2.0..2.7``, ``latest``, ``all``."""
        return tuple(self._contract.resolve_set(releases))

    def __repr__(self) -> str:
        """Its name."""
        return f"<Contract {self.name}>"


class ContractAt:
    """A contract at one release."""

    __slots__ = ("contract", "release")

    def __init__(self, contract: Contract, release: str) -> None:
        """Made by ``Contract.at``."""
        self.contract = contract
        self.release = release

    def schema(self, name: str) -> Validator:
        """What tells whether bodies are of a type, as in ``AssetResponseDto``."""
        return _validator(self.contract._contract, self.release, name, None)

    def operation(self, operation_id: str) -> Validator:
        """What tells whether bodies are what an operation answers."""
        return _validator(self.contract._contract, self.release, None, operation_id)

    def json_schema(self, name: str) -> dict[str, Any]:
        """The JSON Schema (draft 2020-12) of a type."""
        schema: dict[str, Any] = json.loads(self.contract._contract.json_schema(self.release, name))
        return schema

    def __repr__(self) -> str:
        """Name and release."""
        return f"<Contract {self.contract.name} at {self.release}>"


class Validator:
    """Tells whether bodies are of one type at one release. Threads may share one.

    A body is ``bytes`` or ``str`` of JSON, or anything that ``json.dumps`` takes. Bytes are read where they lie, and long
    ones without the interpreter's lock.
    """

    __slots__ = ("_validator", "invalid_lines", "is_valid")

    def __init__(self, validator: _native.Validator) -> None:
        """Made by ``ContractAt.schema`` and ``ContractAt.operation``."""
        self._validator = validator
        #: Whether a body has no error.
        self.is_valid = validator.is_valid
        #: The one-based numbers of those lines of NDJSON that have an error.
        self.invalid_lines = validator.invalid_lines

    def validate(self, body: object) -> None:
        """Raises ``ValidationError`` with the first error of a body."""
        first = self._validator.first(body)
        if first is not None:
            raise ValidationError(Finding.from_json(json.loads(first)))

    def findings(self, body: object) -> Iterator[Finding]:
        """Everything that is to be said of a body: errors, warnings and notes."""
        return (Finding.from_json(json.loads(finding)) for finding in self._validator.findings(body))

    def releases(self, body: object) -> tuple[str, ...]:
        """The versions of the releases at which a body has no error, oldest first."""
        return tuple(self._validator.releases(body))


@lru_cache(maxsize=256)
def _validator(contract: _native.Contract, release: str, schema: str | None, operation: str | None) -> Validator:
    """To compile a type takes far longer than to ask it."""
    return Validator(contract.validator(release, schema, operation))
