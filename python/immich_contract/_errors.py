"""What is raised where something given cannot be used."""

from __future__ import annotations


class InputError(Exception):
    """What was given cannot be used. ``file``, ``line`` and ``column`` say where, as far as that is known."""

    def __init__(self, message: str, file: str | None = None, line: int | None = None, column: int | None = None) -> None:
        """Line and column are counted from one; the message names all three."""
        super().__init__(message, file, line, column)
        self.message = message
        self.file = file
        self.line = line
        self.column = column

    def __str__(self) -> str:
        """The message."""
        return self.message
