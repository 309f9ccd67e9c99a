"""TOLD: what many pages say the same way, worked out once for a house and a language."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from site_generator.language.spoken import spoken
from site_generator.told.house import House

P = ParamSpec("P")
R = TypeVar("R")


def once(make: Callable[Concatenate[House, P], R]) -> Callable[Concatenate[House, P], R]:
    """The same result for the same house, language and arguments, which must be hashable."""

    @wraps(make)
    def made(house: House, *args: P.args, **named: P.kwargs) -> R:
        key: Any = (make, spoken().code, args, *named.items())
        if key not in house.memo:
            house.memo[key] = make(house, *args, **named)
        return cast(R, house.memo[key])

    return cast(Callable[Concatenate[House, P], R], made)
