"""Configurations as operators write them, mangled; and the environment beside them."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.fuzz.hostile import TYPED
from tests.fuzz.shapes import torn

_CONFIG = """communities = "listed"
[storage]
url = "sqlite:///data/handrail.db"
key_file = "data/key"
[backups]
folder = "data/backups"
every_hours = 24
[matrix]
homeserver = "https://matrix.example.org"
user_id = "@handrail:example.org"
password_file = "secret"
command_prefix = "!"
[discord]
guilds = [123456789012345678]
token_file = "secret"
new_dms_per_minute = 10
[web]
host = "127.0.0.1"
port = 8080
public_url = "https://handrail.example.org"
[operator]
room = "discord:123456789012345678"
[texts]
overrides = "."
[logs]
format = "json"
[[community]]
name = "Harbour"
spaces = ["discord:123456789012345678", "matrix:!abc:example.org"]
staff_room = "matrix:!staff:example.org"
pages_file = "pages"
language = "en"
country = "US"
time_zone = "America/New_York"
milestones = ["30 days", "1 year"]
checkin_hour = "09:00"
moderators = ["discord:123456789012345678"]
"""
_NAMES = ("HANDRAIL_WEB__PORT", "HANDRAIL_STORAGE__URL", "HANDRAIL_KEY", "HANDRAIL_DISCORD_TOKEN",
          "HANDRAIL_DISCORD__GUILDS", "HANDRAIL_MATRIX__USER_ID", "HANDRAIL_CLOCK_OFFSET",
          "HANDRAIL_COMMUNITY_PAGES", "HANDRAIL_MATRIX__PASSWORD_FILE", "HANDRAIL_TEXTS__OVERRIDES",
          "HANDRAIL_COMMUNITY", "HANDRAIL_STORAGE", "HANDRAIL_RETENTION__NOTES_DAYS",
          "HANDRAIL_HEARTBEAT__URL", "CREDENTIALS_DIRECTORY", "HANDRAIL_WEB__",
          "HANDRAIL_X")  # fmt: skip

_FITTING = st.sampled_from(
    ["8080", "-1", "[1, 2]", "true", "{}", "sqlite:///x.db", "postgresql://a@b/c", "https://x"]
)
SETTINGS: SearchStrategy[tuple[str, dict[str, str], str]] = st.tuples(
    torn(_CONFIG), st.dictionaries(st.sampled_from(_NAMES), TYPED | _FITTING, max_size=3), TYPED
)
"""A configuration, an environment, and what stands in the files of secrets."""
