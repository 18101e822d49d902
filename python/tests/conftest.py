"""Tests of the package. They need the built wheel; see .ci/python."""

from __future__ import annotations

import pytest

pytest_plugins = ["pytester"]


@pytest.fixture
def tag() -> dict[str, object]:
    """A tag as 2.7.5 sends it."""
    return {
        "id": "3fe388e4-2078-44d7-b36c-39d9dee3a657",
        "name": "sea",
        "value": "places/sea",
        "createdAt": "2024-05-01T12:00:00.000Z",
        "updatedAt": "2024-05-01T12:00:00.000Z",
    }
