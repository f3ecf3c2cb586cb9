"""Functions that are looked up by name are run under a clock, without a word of it in the builder itself."""

from __future__ import annotations

import inspect
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import wraps
from typing import Any
from unittest.mock import patch


@contextmanager
def clocked(targets: Sequence[tuple[str, str]]) -> Iterator[dict[str, float]]:
    """Within this block the seconds of processor time of each target are added up under its label.

    A target is where a function's name is looked up, such as ``builder.pipeline.clean``. What a
    generator yields is gathered at once, so that its time is its own.
    """
    seconds: dict[str, float] = defaultdict(float)
    with ExitStack() as patches:
        for label, target in targets:
            module, _, name = target.rpartition(".")
            function = getattr(__import__(module, fromlist=[name]), name)
            patches.enter_context(patch(target, _under_clock(function, label, seconds)))
        yield seconds


def _under_clock(function: Callable[..., Any], label: str, seconds: dict[str, float]) -> Callable[..., Any]:
    @wraps(function)
    def run(*values: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            result = function(*values, **named)
            return list(result) if inspect.isgenerator(result) else result
        finally:
            seconds[label] += time.process_time() - start

    return run
