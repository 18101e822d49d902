"""Holds every exchange that tests make against the contract of releases.

``pytest --immich-contract 2.7.5,latest``, or in ``pyproject.toml``::

    [tool.pytest.ini_options]
    immich_contract = "2.7.5,latest"
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from ._plan import HELP, MARKER, Plan
from ._watch import Watch

_KEY = pytest.StashKey[Watch]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The command line, and the settings of the same names."""
    group = parser.getgroup("immich-contract", "exchanges against the contract of Immich releases")
    group.addoption("--immich-contract", metavar="RELEASES", help=HELP["releases"])
    group.addoption("--immich-contract-warn", action="store_true", help=HELP["warn"])
    group.addoption("--immich-contract-record", metavar="FILE", help=HELP["record"])
    parser.addini("immich_contract", HELP["releases"])
    parser.addini("immich_contract_warn", HELP["warn"], type="bool", default=False)
    parser.addini("immich_contract_base_path", HELP["base_path"], default="/api")


def pytest_configure(config: pytest.Config) -> None:
    """Hooks the clients, if releases are named."""
    config.addinivalue_line("markers", MARKER)
    config.addinivalue_line("filterwarnings", "default::immich_contract.pytest_plugin.ContractWarning")
    plan = Plan.of(config)
    if plan is not None:
        watch = Watch(plan)
        watch.hooks.install()
        config.stash[_KEY] = watch


def pytest_unconfigure(config: pytest.Config) -> None:
    """Takes the hooks away."""
    if _KEY in config.stash:
        config.stash[_KEY].hooks.remove()


class ContractWarning(UserWarning):
    """A test's exchange breaks the contract, and ``--immich-contract-warn`` asks for no more than to say so."""


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Exchanges are this test's from now on."""
    if _KEY in item.config.stash:
        item.config.stash[_KEY].begin(item)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, None]:
    """Fails a test whose exchanges break the contract, unless it has failed by itself."""
    outcome = yield
    if _KEY not in item.config.stash:
        return
    watch = item.config.stash[_KEY]
    broken = watch.broken()
    if broken and watch.plan.warns:
        item.warn(ContractWarning(broken))
    elif broken and outcome.excinfo is None:
        outcome.force_exception(pytest.fail.Exception(broken, pytrace=False))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Writes what was exchanged, or hands it to the process that started this one."""
    if _KEY not in session.config.stash:
        return
    watch = session.config.stash[_KEY]
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output[_WORKER] = watch.to_ndjson()
    elif watch.plan.record:
        Path(watch.plan.record).write_text(watch.masked(), encoding="utf-8")


#: Under which name a worker of pytest-xdist hands over what it saw.
_WORKER = "immich_contract"


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Takes what a worker of pytest-xdist saw."""
    if _KEY in node.config.stash:
        node.config.stash[_KEY].take_ndjson(getattr(node, "workeroutput", {}).get(_WORKER, b""))


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """What all exchanges together tell."""
    if _KEY in config.stash:
        watch = config.stash[_KEY]
        terminalreporter.section("Immich contract")
        for line in watch.summary(is_verbose=config.get_verbosity() > 0):
            terminalreporter.line(line)


@pytest.fixture
def immich_contract(request: pytest.FixtureRequest) -> Watch:
    """What this test has exchanged so far, and what the contract says of it.

    ``immich_contract.exchanges`` are the exchanges, ``immich_contract.check()`` is the report on them, and
    ``immich_contract.contract`` the contract. Without ``--immich-contract`` nothing is gathered.
    """
    watch = request.config.stash.get(_KEY, None)
    return watch if watch is not None else Watch(Plan.nothing())
