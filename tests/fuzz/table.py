"""A plugin of pytest: what `make fuzz` threw, counted, as a table at its end.

Tests tell it by `record_property("inputs: NAME", count)`, which also comes through from the
processes of xdist.
"""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

INPUTS = "inputs: "
"""Begins the name of a property that counts inputs; what follows is the line of the table."""
AT_LEAST = 100_000
_NOT_REACHED = 1


def counted(reports: list[pytest.TestReport]) -> tuple[Counter[str], dict[str, float]]:
    """Inputs and seconds, by what they were for."""
    inputs: Counter[str] = Counter()
    seconds: dict[str, float] = defaultdict(float)
    for report in reports:
        for name, value in report.user_properties:
            if report.when == "call" and name.startswith(INPUTS) and isinstance(value, int):
                inputs[name.removeprefix(INPUTS)] += value
                seconds[name.removeprefix(INPUTS)] += report.duration
    return inputs, seconds


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config
) -> None:
    """Print the table."""
    passed = terminalreporter.stats.get("passed", [])
    inputs, seconds = counted([*passed, *terminalreporter.stats.get("failed", [])])
    terminalreporter.section("inputs")
    for name, count in inputs.most_common():
        terminalreporter.write_line(f"{name:32} {count:>9,} {seconds[name]:>8.0f} s")
    terminalreporter.write_line(f"{'in all':32} {inputs.total():>9,}")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A whole run that threw too little did not do what it is for."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or session.config.option.keyword or session.exitstatus:
        return
    inputs, _ = counted(reporter.stats.get("passed", []))
    if inputs.total() < AT_LEAST:
        session.exitstatus = _NOT_REACHED
