"""Checks the same lines with each engine, in turn, and prints processor time and how much faster ours is.

    python compare.py LINES.ndjson [--release 1.132.3] [--schema AssetResponseDto] [--rounds 5]

Needs the wheel, and what requirements.txt names. Each engine is given bytes, as a server sends them; those that take objects
are given what orjson makes of the bytes. ``check`` is held against the binary on the same file.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import fastjsonschema
import jsonschema_rs
import orjson
from immich_contract import Contract, check
from pydantic import TypeAdapter, create_model

Engine = Callable[[list[bytes]], int]


def engines(schema: dict, validator) -> dict[str, Engine]:
    """Each engine as a function from lines to how many of them are right."""
    rust = jsonschema_rs.validator_for(schema)
    fast = fastjsonschema.compile({**schema, "$schema": "http://json-schema.org/draft-07/schema#"})
    model = TypeAdapter(as_pydantic(schema))

    def with_fast(line: bytes) -> bool:
        try:
            fast(orjson.loads(line))
        except fastjsonschema.JsonSchemaException:
            return False
        return True

    def with_pydantic(line: bytes) -> bool:
        try:
            model.validate_json(line)
        except ValueError:
            return False
        return True

    def each(is_valid: Callable[[bytes], bool]) -> Engine:
        return lambda lines: sum(map(is_valid, lines))

    return {
        "immich_contract": each(validator.is_valid),
        "jsonschema_rs": each(lambda line: rust.is_valid(orjson.loads(line))),
        "fastjsonschema": each(with_fast),
        "pydantic": each(with_pydantic),
    }


def as_pydantic(schema: dict):
    """A model of the members that a schema has, by their types; patterns and formats are left to the others."""
    if "$ref" in schema:
        schema = schema["$defs"][schema["$ref"].rpartition("/")[2]]
    types = {"string": str, "integer": int, "number": float, "boolean": bool, "array": list, "object": dict}
    required = schema.get("required", ())

    def kind(member: dict):
        names = member.get("type")
        names = [names] if isinstance(names, str) else names or []
        made = None
        for name in names:
            one = None if name == "null" else types[name]
            made = one if made is None and one is not None else made | one if made is not None else one
        return made or object

    members = {
        name: (kind(member), ...) if name in required else (kind(member) | None, None)
        for name, member in schema["properties"].items()
    }
    return create_model("Model", **members)


def cpu(work: Callable[[], object]) -> float:
    """Processor time of this process, in seconds."""
    before = time.process_time()
    work()
    return time.process_time() - before


def of_children(command: list[str]) -> float:
    """Processor time of a command, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def threads(validator, halves: Iterable[bytes]) -> float:
    """Seconds of the clock that a thread for each part takes."""
    started = time.perf_counter()
    workers = [threading.Thread(target=validator.invalid_lines, args=(half,)) for half in halves]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return time.perf_counter() - started


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lines")
    parser.add_argument("--release", default="1.132.3")
    parser.add_argument("--schema", default="AssetResponseDto")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    at = Contract.builtin().at(asked.release)
    validator = at.schema(asked.schema)
    data = Path(asked.lines).read_bytes()
    lines = data.splitlines()
    all_engines = engines(at.json_schema(asked.schema), validator)
    times: dict[str, list[float]] = {name: [] for name in all_engines}
    for _ in range(asked.rounds):
        for name, engine in all_engines.items():
            times[name].append(cpu(lambda engine=engine: engine(lines)))
    own = min(times["immich_contract"])
    print(f"{len(data) / 1e6:.0f} MB, {len(lines)} lines, least of {asked.rounds} rounds")
    for name, taken in times.items():
        right = all_engines[name](lines[:1000])
        speed = len(data) / 1e6 / min(taken)
        print(f"{name:<16} {min(taken):7.3f} s  {speed:7.0f} MB/s  {min(taken) / own:6.2f}  {right} of 1000 right")

    options = {"schema": asked.schema, "server_version": asked.release, "lines": True}
    command = ["immich-contract", "check", asked.lines, "--lines", "--schema", asked.schema]
    command += ["--server-version", asked.release]
    mine = min(cpu(lambda: check(asked.lines, **options)) for _ in range(asked.rounds))
    binary = min(of_children(command) for _ in range(asked.rounds))
    print(f"check            {mine:7.3f} s, the binary {binary:.3f} s: {binary / mine:.2f} times its speed")
    middle = data.index(b"\n", len(data) // 2) + 1
    alone = min(threads(validator, [data]) for _ in range(asked.rounds))
    two = min(threads(validator, [data[:middle], data[middle:]]) for _ in range(asked.rounds))
    print(f"two threads      {two:7.3f} s, one {alone:.3f} s: {alone / two:.2f} times")


if __name__ == "__main__":
    main()
