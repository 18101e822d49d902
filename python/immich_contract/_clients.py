"""Hooks in HTTP clients, above the transport: what a test's mocks answer is seen like what a server answers.

httpx and requests are hooked where a request becomes a response; pytest-httpx, respx, responses and vcrpy take their places
below that. With aiohttp, aioresponses and vcrpy put themselves in the very place that is hooked, so they are hooked, too.
Whatever is called within a hooked call is that call's own business.
"""

from __future__ import annotations

import functools
import importlib
import json
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from importlib.util import find_spec
from typing import Any
from urllib.parse import urlencode

from ._exchanges import Exchange, exchange

#: Takes what was exchanged.
Take = Callable[[Exchange], None]
#: Puts an attribute of a class or module in place of another.
Put = Callable[[Any, str, Any], None]


class Hooks:
    """The hooks, from ``install`` to ``remove``."""

    def __init__(self, take: Take) -> None:
        """Each exchange goes to ``take``."""
        self._take = take
        self._replaced: list[tuple[Any, str, Any]] = []

    def install(self) -> None:
        """Hooks each client that is there."""
        for module, hook in _CLIENTS.items():
            if find_spec(module.partition(".")[0]) is not None:
                hook(importlib.import_module(module), self._take, self._put)

    def remove(self) -> None:
        """Leaves everything as it was, last first."""
        while self._replaced:
            owner, name, before = self._replaced.pop()
            setattr(owner, name, before)

    def _put(self, owner: Any, name: str, value: Any) -> None:
        self._replaced.append((owner, name, getattr(owner, name)))
        setattr(owner, name, value)


#: Whether a hooked call is under way in this task or thread.
_within: ContextVar[bool] = ContextVar("_within", default=False)


@contextmanager
def _outermost() -> Iterator[bool]:
    """Whether no hooked call is around this one."""
    is_outermost = not _within.get()
    token = _within.set(True)
    try:
        yield is_outermost
    finally:
        _within.reset(token)


def _hook_requests(requests: Any, take: Take, put: Put) -> None:
    send = requests.Session.send

    @functools.wraps(send)
    def hooked(session: Any, request: Any, **options: Any) -> Any:
        with _outermost() as is_outermost:
            response = send(session, request, **options)
        if is_outermost:
            for each in (*response.history, response):
                # To read what is to be streamed would take it away from who reads it.
                is_read = not options.get("stream") or each._content_consumed
                take(_of_requests(each, each.content if is_read else None))
        return response

    put(requests.Session, "send", hooked)


def _of_requests(response: Any, body: bytes | None) -> Exchange:
    request = response.request
    sent = request.body if isinstance(request.body, (bytes, str)) else None if request.body else b""
    answered = (response.headers.items(), body)
    return exchange(request.method, request.url, (request.headers.items(), sent), response.status_code, answered)


def _hook_httpx(httpx: Any, take: Take, put: Put) -> None:
    send, send_async = httpx.Client.send, httpx.AsyncClient.send

    @functools.wraps(send)
    def hooked(client: Any, request: Any, **options: Any) -> Any:
        with _outermost() as is_outermost:
            response = send(client, request, **options)
        _take_httpx(response, take, is_outermost)
        return response

    @functools.wraps(send_async)
    async def hooked_async(client: Any, request: Any, **options: Any) -> Any:
        with _outermost() as is_outermost:
            response = await send_async(client, request, **options)
        _take_httpx(response, take, is_outermost)
        return response

    put(httpx.Client, "send", hooked)
    put(httpx.AsyncClient, "send", hooked_async)


def _take_httpx(response: Any, take: Take, is_outermost: bool) -> None:
    if is_outermost:
        for each in (*response.history, response):
            take(_of_httpx(each))


def _of_httpx(response: Any) -> Exchange:
    request = response.request
    # A body that is streamed has not been read, and is not ours to read.
    sent = getattr(request, "_content", None)
    answered = (response.headers.multi_items(), getattr(response, "_content", None))
    return exchange(request.method, str(request.url), (request.headers.multi_items(), sent), response.status_code, answered)


#: What stands in the place of ``ClientSession._request``: session, method, address, and the rest by name.
Request = Callable[..., Awaitable[Any]]


def _hook_aiohttp(aiohttp: Any, take: Take, put: Put) -> None:
    put(aiohttp.ClientSession, "_request", _hooked_request(aiohttp.ClientSession._request, take))


def _hook_aioresponses(core: Any, take: Take, put: Put) -> None:
    mocked = core.aioresponses._request_mock

    @functools.wraps(mocked)
    async def hooked(mock: Any, session: Any, method: str, url: Any, *more: Any, **options: Any) -> Any:
        request = functools.partial(mocked, mock)
        return await _recorded(request, take, session, method, url, *more, **options)

    put(core.aioresponses, "_request_mock", hooked)


def _hook_vcrpy(stubs: Any, take: Take, put: Put) -> None:
    vcr_request = stubs.vcr_request

    @functools.wraps(vcr_request)
    def hooked(cassette: Any, real_request: Any) -> Any:
        return _hooked_request(vcr_request(cassette, real_request), take)

    put(stubs, "vcr_request", hooked)
    # Where it was imported to before.
    patch = importlib.import_module("vcr.patch")
    if hasattr(patch, "vcr_request"):
        put(patch, "vcr_request", hooked)


def _hooked_request(request: Request, take: Take) -> Request:
    @functools.wraps(request)
    async def hooked(session: Any, method: str, url: Any, *more: Any, **options: Any) -> Any:
        return await _recorded(request, take, session, method, url, *more, **options)

    return hooked


async def _recorded(request: Request, take: Take, session: Any, method: str, url: Any, *more: Any, **options: Any) -> Any:
    with _outermost() as is_outermost:
        response = await request(session, method, url, *more, **options)
    if is_outermost:
        for before in response.history:
            take(await _of_aiohttp(before, before.method, (), None))
        sent = _sent_by_aiohttp(options) if not response.history else ((), None)
        take(await _of_aiohttp(response, method, *sent))
    return response


def _sent_by_aiohttp(options: dict[str, Any]) -> tuple[tuple[tuple[str, str], ...], bytes | str | None]:
    """What a call says of its request: the type of the body and the body."""
    headers = tuple((str(name), str(value)) for name, value in dict(options.get("headers") or {}).items())
    if options.get("json") is not None:
        return (*headers, ("content-type", "application/json")), json.dumps(options["json"])
    data = options.get("data")
    if isinstance(data, dict) and all(isinstance(value, (str, int, float)) for value in data.values()):
        return (*headers, ("content-type", "application/x-www-form-urlencoded")), urlencode(data)
    if data is None or isinstance(data, (bytes, str)):
        return headers, data or b""
    return headers, None


async def _of_aiohttp(
    response: Any, method: str, headers: tuple[tuple[str, str], ...], sent: bytes | str | None
) -> Exchange:
    # What has been read can be read again; what is long is perhaps to be streamed.
    is_short = response.content_length is not None and response.content_length <= _SHORT
    is_json = "json" in (response.headers.get("content-type") or "")
    body = await response.read() if is_short or is_json else getattr(response, "_body", None)
    url = str(response.url)
    return exchange(method, url, (headers, sent), response.status, (response.headers.items(), body))


#: Answers of more bytes are left to who asked for them.
_SHORT = 1 << 20

_CLIENTS: dict[str, Callable[[Any, Take, Put], None]] = {
    "requests": _hook_requests,
    "httpx": _hook_httpx,
    "aiohttp": _hook_aiohttp,
    "aioresponses.core": _hook_aioresponses,
    "vcr.stubs.aiohttp_stubs": _hook_vcrpy,
}
