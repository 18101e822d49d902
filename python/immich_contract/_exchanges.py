"""Exchanges as they are gathered from HTTP clients."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping
from typing import Any

#: An exchange as a line of NDJSON has it: ``request`` with ``method``, ``url``, ``headers`` and perhaps a body, and
#: ``response`` with ``status``, ``headers`` and perhaps a body.
Exchange = dict[str, Any]

Headers = Iterable[tuple[str, str]]


def exchange(
    method: str,
    url: str,
    request: tuple[Headers, bytes | str | None],
    status: int,
    response: tuple[Headers, bytes | str | None],
) -> Exchange:
    """An exchange of its parts: headers and body of each side. A body that is ``None`` was not seen."""
    return {
        "request": {"method": method.upper(), "url": url, **_message(*request)},
        "response": {"status": status, **_message(*response)},
    }


def to_ndjson(exchanges: Iterable[Mapping[str, Any]]) -> bytes:
    """One exchange a line."""
    return b"".join(json.dumps(one, ensure_ascii=False).encode() + b"\n" for one in exchanges)


#: Headers that speak of the body as it was on the wire; what clients hand out is unpacked.
_OF_THE_WIRE = frozenset({"content-encoding", "content-length", "transfer-encoding"})


def _message(headers: Headers, body: bytes | str | None) -> dict[str, Any]:
    fields = [{"name": name, "value": value} for name, value in headers if name.lower() not in _OF_THE_WIRE]
    if body is None:
        return {"headers": fields, "bodyOmitted": "not seen"}
    if isinstance(body, str):
        return {"headers": fields, "bodyText": body} if body else {"headers": fields}
    if not body:
        return {"headers": fields}
    try:
        return {"headers": fields, "bodyText": body.decode()}
    except UnicodeDecodeError:
        return {"headers": fields, "bodyBase64": base64.b64encode(body).decode()}
