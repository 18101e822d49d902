"""Immich's API as a contract: is this what a server of that release sends, and what breaks at the next one?

>>> from immich_contract import Contract
>>> tag = Contract.builtin().at("2.7.5").schema("TagCreateDto")
>>> tag.is_valid(b'{"name": "sea"}')
True
>>> [finding.rule for finding in tag.findings(b'{"name": 7}')]
['type-mismatch']
"""

from ._commands import accepts, check, compat, diff, identify, matrix
from ._contract import Contract, ContractAt, Validator
from ._errors import InputError
from ._native import VERSION as __version__
from ._report import Conclusion, Finding, Location, Report, Summary, ValidationError

__all__ = [
    "Conclusion",
    "Contract",
    "ContractAt",
    "Finding",
    "InputError",
    "Location",
    "Report",
    "Summary",
    "ValidationError",
    "Validator",
    "__version__",
    "accepts",
    "check",
    "compat",
    "diff",
    "identify",
    "matrix",
]
