"""Data of a known shape, bent: parts replaced, missing, doubled, or of another kind altogether."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.fuzz.hostile import BITS, TYPED

VALUES: SearchStrategy[Any] = st.one_of(
    TYPED,
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.sampled_from([[], {}, [[]], [None], {"a": []}, [{}], 10**30, -(10**30), 1e308, "25:61",
                     "-1", "0", "8", "Europe", "../x", "2026-11-23T19:00", "9999-12-31T23:59:59"]),
).map(copy.deepcopy)  # fmt: skip
"""What may stand in the place of anything."""


@st.composite
def bent(draw: DrawFn, whole: Any) -> Any:
    """JSON-like data with up to four of its parts bent."""
    data = copy.deepcopy(whole)
    for _ in range(draw(st.integers(1, 4))):
        places = list(_places(data))
        if not places:
            break
        holder, key = draw(st.sampled_from(places))
        match draw(st.sampled_from(["replace", "replace", "replace", "remove", "wrap", "more"])):
            case "replace":
                holder[key] = draw(VALUES)
            case "remove":
                del holder[key]
            case "wrap":
                holder[key] = [holder[key], holder[key]]
            case _ if isinstance(holder, dict):
                holder[draw(TYPED)[:40]] = draw(VALUES)
    return data


def _places(data: Any) -> Any:
    """Every place in it, as what holds it and the key or index there."""
    keys = data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
    for key in keys:
        yield data, key
        yield from _places(data[key])


@st.composite
def torn(draw: DrawFn, *texts: str) -> str:
    """One of the texts with pieces replaced, doubled or gone."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 4))):
        begin = draw(st.integers(0, len(text)))
        end = min(len(text), begin + draw(st.integers(0, 30)))
        with_ = draw(st.sampled_from(BITS) | st.just(text[begin:end] * 3) | TYPED)
        text = text[:begin] + with_ + text[end:]
    return text


@st.composite
def damaged(draw: DrawFn, whole: bytes) -> bytes:
    """Bytes with some flipped, cut off, left out, swapped or put in."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        match draw(st.sampled_from(["flip", "flip", "cut", "out", "in"])):
            case "flip" if data:
                data[at] ^= draw(st.integers(1, 255))
            case "cut":
                del data[at:]
            case "out":
                del data[at : at + draw(st.integers(1, 64))]
            case _:
                data[at:at] = draw(st.binary(min_size=1, max_size=64))
    return bytes(data)


def written(text: str) -> bytes:
    """A text as a file has it; what UTF-8 does not take becomes bytes that are none."""
    return text.encode("utf-8", "surrogatepass")
