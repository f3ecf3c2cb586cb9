"""Functions that are looked up by name are run under a clock, without a word of it in the builder itself."""

from __future__ import annotations

import inspect
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import wraps
from importlib import import_module
from typing import Any
from unittest.mock import patch

Label = tuple[str, str]
"""A stage, and one of its parts or nothing."""


@contextmanager
def clocked(targets: Sequence[tuple[Label, str]]) -> Iterator[dict[Label, float]]:
    """Within this block the seconds of processor time of each target are added up under its label.

    A target is where a function's name is looked up, such as ``builder.pipeline.clean``. What a
    generator yields is gathered at once, so that its time is its own.
    """
    seconds: dict[Label, float] = defaultdict(float)
    with ExitStack() as patches:
        for label, target in targets:
            module, _, name = target.rpartition(".")
            function = getattr(import_module(module), name)
            patches.enter_context(patch(target, _under_clock(function, label, seconds)))
        yield seconds


def _under_clock(function: Callable[..., Any], label: Label, seconds: dict[Label, float]) -> Callable[..., Any]:
    @wraps(function)
    def run(*values: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            result = function(*values, **named)
            return list(result) if inspect.isgenerator(result) else result
        finally:
            seconds[label] += time.process_time() - start

    return run
