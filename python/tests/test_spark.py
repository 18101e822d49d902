"""Findings and counts in Spark are those of one process: on a cluster of two executors, one of which is killed."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

import pytest
from immich_contract import InputError, check

pytest.importorskip("pyspark")
from immich_contract import spark as immich  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402

#: Workers are started by the cluster, with an interpreter that has the package.
os.environ["PYSPARK_PYTHON"] = sys.executable

RELEASE = "2.7.5"
ROWS = 400
PARTITIONS = 8


@pytest.fixture(scope="module", params=["local-cluster[2,1,1024]", "sail"])
def session(request):
    if request.param == "sail":
        pysail = pytest.importorskip("pysail.spark")
        server = pysail.SparkConnectServer("127.0.0.1", 0)
        server.start(background=True)
        _, port = server.listening_address
        made = SparkSession.builder.remote(f"sc://127.0.0.1:{port}").getOrCreate()
        yield made
        made.stop()
        server.stop()
        return
    made = (
        SparkSession.builder.master(request.param)
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "37")
        .getOrCreate()
    )
    yield made
    made.stop()


def bodies(tag) -> list[tuple[str, str]]:
    """Rows of which each third is wrong, in one or two places."""
    wrong = ({}, {"name": 7}, {"name": 7, "value": None})
    return [(str(row), json.dumps({**tag, **wrong[row % 3]})) for row in range(ROWS)]


def test_findings_and_counts_are_those_of_one_process(session, tag):
    rows = bodies(tag)
    alone = check(
        "\n".join(body for _, body in rows).encode(), server_version=RELEASE, schema="TagResponseDto", lines=True, all=True
    )
    df = session.createDataFrame(rows, "id string, body string").repartition(PARTITIONS)
    options = {"schema": "TagResponseDto", "server_version": RELEASE}
    found = immich.check(df, key="id", **options).collect()
    expected = sorted((str(one.location.line - 1), one.rule, one.location.pointer) for one in alone.findings)
    assert sorted((row["key"], row["rule"], row["pointer"]) for row in found) == expected
    report = immich.merged(immich.reports(df, **options).collect())
    assert report.summary == alone.summary


def test_exchanges_are_rows_too(session):
    rows = [("GET", "/api/server/ping", 200, '{"res":"pong"}'), ("GET", "/api/server/ping", 200, "[]")]
    df = session.createDataFrame(rows, "method string, path string, status int, answer string")
    found = immich.check(
        df, method="method", path="path", status="status", body="answer", server_version="2.7.5,3.0.2"
    ).collect()
    assert [(row["rule"], row["operation"], row["part"]) for row in found if row["severity"] == "error"] == [
        ("type-mismatch", "pingServer", "response.body")
    ]


def test_bytes_are_bodies_too(session, tag):
    df = session.createDataFrame([(bytearray(json.dumps(tag).encode()),)], "body binary")
    assert immich.check(df, schema="TagResponseDto", server_version=RELEASE).collect() == []


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({"body": "none", "schema": "TagResponseDto", "server_version": RELEASE}, "no column none; it has body"),
        ({"schema": "TagResponseDto", "server_version": "banana"}, "not a release"),
        ({"schema": "TagResponseDto", "server_version": "auto"}, "name it with server_version"),
        ({"server_version": RELEASE}, "say what a body is"),
        ({"path": "body", "server_version": RELEASE}, "columns of method, path and status"),
    ],
)
def test_what_cannot_be_is_told_at_once(session, options, why):
    df = session.createDataFrame([("{}",)], "body string")
    with pytest.raises(InputError, match=why):
        immich.check(df, **options)


def test_a_body_that_is_null_is_told(session):
    df = session.createDataFrame([("{}",), (None,)], "body string").repartition(1)
    with pytest.raises(Exception, match="the column body is null in row"):
        immich.check(df, schema="TagResponseDto", server_version=RELEASE).collect()


def test_nothing_is_no_report(session):
    df = session.createDataFrame([], "body string")
    parts = immich.reports(df, schema="TagResponseDto", server_version=RELEASE).collect()
    with pytest.raises(ValueError, match="no rows"):
        immich.merged(parts)


def test_both_executors_work_and_one_may_die(session, tag, tmp_path):
    if type(session).__module__.startswith("pyspark.sql.connect"):
        pytest.skip("Sail has no executors here")
    df = session.createDataFrame(bodies(tag), "id string, body string").repartition(PARTITIONS)
    options = {"schema": "TagResponseDto", "server_version": RELEASE}
    undisturbed = immich.merged(immich.reports(df, **options).collect())
    killed, seen = tmp_path / "killed", tmp_path / "seen"
    seen.mkdir()

    # Sent to the executors, which do not have this module.
    def disturb(batches):
        import time

        def of(process: int, file: str) -> str:
            return Path(f"/proc/{process}/{file}").read_text()

        executor = os.getppid()
        while "python" in of(executor, "comm"):
            executor = int(of(executor, "stat").rpartition(")")[2].split()[1])
        (seen / str(executor)).touch()
        time.sleep(0.5)
        try:
            killed.touch(exist_ok=False)
        except FileExistsError:
            pass
        else:
            os.kill(executor, signal.SIGKILL)
        yield from batches

    disturbed = df.mapInArrow(disturb, df.schema)
    report = immich.merged(immich.reports(disturbed, **options).collect())
    assert report.summary == undisturbed.summary
    assert set(report.findings) == set(undisturbed.findings)
    assert killed.exists()
    assert len(list(seen.iterdir())) >= 2
