"""How many inputs a fuzz test makes: few in every run of the suite, many in `make fuzz`."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

LONG = os.environ.get("HANDRAIL_EXAMPLES") == "long"


def inputs(short: int, long: int) -> settings:
    """Settings for so many inputs; the short form throws the same ones in every run.

    Nothing is shrunk or repeated: what is thrown at a running core changes it.
    """
    return settings(
        max_examples=long if LONG else short,
        derandomize=not LONG,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
