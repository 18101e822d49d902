"""Tests of what is in `.github`, `action.yml` and `.pre-commit-hooks.yaml`; `.ci/actions` runs them.

They need Python alone; what needs pre-commit or the built program says so where that is not there.
"""
