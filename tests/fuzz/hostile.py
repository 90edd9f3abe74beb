"""Texts that somebody might send to do harm, as Hypothesis strategies."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

CANARY = "zqxcanary"
"""A word that none of our own texts has: wherever it is shown, somebody else wrote it."""

EVIL = "evil.example"
"""The host of links that nobody may be led to by a label that we wrote."""

BITS = (
    # Discord: mentions, channels, roles, time stamps, emoji, commands, markup.
    "<@1>", "<@!1>", "<@&1>", "<#1>", "@everyone", "@here", "<t:0:R>", "<:a:1>", "</help:1>",
    "<id:guide>", f"**{CANARY}**", f"__{CANARY}__", f"||{CANARY}||", f"~~{CANARY}~~",
    f"`{CANARY}`", f"```{CANARY}```", f"\n> {CANARY}", f"\n>>> {CANARY}", f"\n# {CANARY}",
    f"\n- {CANARY}", f"\n-# {CANARY}", f"\n1. {CANARY}", f"[{CANARY}](https://{EVIL}/)",
    f"[{CANARY}](<https://{EVIL}/>)", f"<https://{EVIL}/>", f"*{CANARY}*", f"_{CANARY}_",
    # Matrix and pages: mentions, HTML, entities.
    "@room", "@ada:example.org", "https://matrix.to/#/@ada:example.org",
    '<a href="https://matrix.to/#/@ada:example.org">Ada</a>', f"<b>{CANARY}</b>",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>',
    "<mx-reply>x</mx-reply>", "&lt;b&gt;", "&#60;b&#62;", "&amp;amp;", "<!--", "]]>", "</p>",
    "javascript:alert(1)", "data:text/html,x",
    # Fluent, format strings, SQL, shells, paths, logs.
    '{ $name }', '{ "x" }', "{ -term }", "{$name", "}", "{0}", "%s%n", "{0.__class__}", "\\u0041",
    "'; DROP TABLE persons; --", "$(id)", "`id`", "../../etc/passwd", "\x1b[31m",
    "\r\nSet-Cookie: a",
    # The slots by which our own texts take in values, and private characters.
    "\ue000" "0\ue001", "\ue0000", "\ue001", "\uf8ff", "\ufdd0", "\ufffe", "\uffff",
    # Writing from right to left, characters without width, marks in heaps, line separators.
    "\u202e\u05d0\u05d1", "\u2066\u2067\u2068\u2069", "\u200b\u200c\u200d\ufeff", "\u2028\u2029",
    "\u0301" * 30, "Z\u0351\u036b", "\u00ad", "\u061c", "\U000e0041\U000e007f", "\u3164",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1e9\U0001f1ea", "\ufdfa",
    "\u0130", "\u00df",
    # What no encoding takes, and blanks.
    "\ud800", "\udfff", "\udc80\ud83d", "\x00", "\x7f", "\x85", "\t", "\n", "\r", "\x0b", "\x0c",
    # Numbers and dates that readers stumble over.
    "\u00b2", "\u0663", "\u0e53", "\u2460", "9" * 400, "-1", "1e999", "NaN", "0x10",
    "99:99", "24:00",
    "31.2.", "0000-00-00", "9999-12-31", "in 999999999 days", "1/0", "\u00bd", "Infinity",
    # Words that mean something to us.
    "stop", "help now", "cancel", "yes", "no", "off", "all", "tomorrow", "every monday at 7pm",
    "last friday of the month 19:30 New York", "\"", "'", "\u201c", "\u201e", "!", "/", "!help",
)  # fmt: skip

ANY_CHARACTER = st.characters()

PIECE: SearchStrategy[str] = st.one_of(
    st.sampled_from(BITS),
    st.sampled_from(BITS),
    st.text(ANY_CHARACTER, max_size=8),
    st.from_regex(r"[a-z ]{1,12}", fullmatch=True),
)

HOSTILE: SearchStrategy[str] = st.lists(PIECE, min_size=1, max_size=6).map("".join)
"""Hostile bits and any characters, run together."""

LONG: SearchStrategy[str] = st.builds(
    lambda piece, size: (piece * (size // len(piece) + 1))[:size],
    PIECE.filter(bool),
    st.sampled_from([399, 1_999, 2_001, 4_001, 10_000]),
)
"""One bit over and over: as long as platforms allow, and longer."""

TYPED: SearchStrategy[str] = st.one_of(HOSTILE, HOSTILE, HOSTILE, HOSTILE, LONG)
