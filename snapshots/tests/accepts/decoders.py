"""Real decoders, for the tests of their profiles. Prints JSON; what is not installed is left out.

    decoders.py probe            which values each decoder takes for a member of each type
    decoders.py schema MODEL     the JSON Schema of a client's model
    decoders.py decode MODEL     reads a JSON list of texts, prints the error of each, or null
"""
import dataclasses
import datetime
import enum
import importlib
import json
import sys
import typing
import uuid

VALUES = [
    None, True, False, 0, 3, -1, 1.5, "", "text", "12", "1.5", "true", "3fa85f64-5717-4562-b3fc-2c963f66afa6",
    "2024-01-31T12:30:00.000Z", "2024-01-31T12:30:00+01:00", "2024-01-31T12:30:00", "2024-01-31", [], [1], {}, {"a": 1},
]


class Kind(enum.Enum):
    A = "A"
    B = "B"


TYPES = {
    "str": str, "int": int, "float": float, "bool": bool, "datetime": datetime.datetime, "uuid": uuid.UUID, "enum": Kind,
    "list": typing.List[int], "dict": typing.Dict[str, int], "optional str": typing.Optional[str],
    "optional int": typing.Optional[int],
}


def mashumaro(annotation):
    from mashumaro.jsonschema import build_json_schema
    from mashumaro.mixins.json import DataClassJSONMixin
    model = dataclasses.make_dataclass("Model", [("f", annotation)], bases=(DataClassJSONMixin,))
    return build_json_schema(model).to_dict(), model.from_json


def pydantic(annotation, strict=False):
    import pydantic as library
    model = library.create_model("Model", __config__=library.ConfigDict(strict=strict), f=(annotation, ...))
    return model.model_json_schema(), model.model_validate_json


def pydantic_strict(annotation):
    return pydantic(annotation, strict=True)


def msgspec(annotation):
    import msgspec as library
    if annotation is datetime.datetime:
        # Only of what has an offset the schema says that it is a date-time.
        annotation = typing.Annotated[annotation, library.Meta(tz=True)]
    model = library.defstruct("Model", [("f", annotation)])
    return library.json.schema(model), lambda text: library.json.decode(text, type=model)


PROFILES = {
    "mashumaro": ("mashumaro", mashumaro), "pydantic": ("pydantic", pydantic),
    "pydantic-strict": ("pydantic", pydantic_strict), "msgspec": ("msgspec", msgspec),
}


def error(decode, text):
    try:
        decode(text)
    except Exception as raised:
        return f"{type(raised).__name__}: {raised}"
    return None


def probe():
    found = []
    for profile, (package, make) in PROFILES.items():
        try:
            importlib.import_module(package)
        except ImportError:
            continue
        for name, annotation in TYPES.items():
            schema, decode = make(annotation)
            # Of a text or an object mashumaro makes a list of the characters or names: what comes of that hangs on the items.
            is_spread = lambda value: profile == "mashumaro" and name == "list" and isinstance(value, (str, dict))
            values = [value for value in VALUES if not is_spread(value)]
            cases = [[value, error(decode, json.dumps({"f": value})) is not None] for value in values]
            found.append({"decoder": profile, "type": name, "schema": schema, "cases": cases})
    return found


def aioimmich():
    from aioimmich.assets.models import ImmichAsset
    from mashumaro.jsonschema import build_json_schema
    return build_json_schema(ImmichAsset).to_dict(), ImmichAsset.from_json


def immichpy():
    from immichpy.client.generated.models.asset_response_dto import AssetResponseDto
    return AssetResponseDto.model_json_schema(mode="validation"), AssetResponseDto.model_validate_json


def model(name):
    try:
        return {"aioimmich": aioimmich, "immichpy": immichpy}[name]()
    except ImportError:
        return None


def main():
    if sys.argv[1] == "probe":
        return probe()
    found = model(sys.argv[2])
    if found is None:
        return None
    schema, decode = found
    return schema if sys.argv[1] == "schema" else [error(decode, text) for text in json.load(sys.stdin)]


print(json.dumps(main()))
