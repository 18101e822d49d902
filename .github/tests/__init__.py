"""Tests of the action. `python3 -m unittest discover --start-directory .github/action` runs them; no package is needed."""
