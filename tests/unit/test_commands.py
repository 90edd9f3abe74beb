"""A typed line as a command, and the table that holds them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import Argument, ArgumentsError, Command, CommandTable, Field, Form, Kind
from bot.reading import read_span
from tests.support.texts import own_features


def nothing(turn: object) -> Sequence[object]:
    return ()


def command(name: str, *arguments: Argument, aliases: tuple[str, ...] = ()) -> Command:
    return Command(name=name, handler=nothing, arguments=arguments, aliases=aliases)  # type: ignore[arg-type]


WORDS = Argument(name="words", kind=Kind.TEXT)
UNTIL = Argument(name="until", kind=Kind.DAY, required=False)
PAUSE = command("checkin pause", UNTIL)
NOW = command("checkin now", aliases=("checkin", "check in"))
NOTE = command("note", WORDS)
HELP = command("help")
MOVE = command("move", Argument(name="what", kind=Kind.TEXT), Argument(name="to", kind=Kind.TEXT))
MEETING = Argument(name="meeting", kind=Kind.MEETING)
DETAIL = Argument(name="detail", kind=Kind.OPTION, options=("topic", "place"))
EDIT = command("edit", MEETING, DETAIL, WORDS)
WANTED = Argument(name="wanted", kind=Kind.OPTION, required=False, options=("on", "off"))
ANNOUNCE = command("announce", MEETING, WANTED)
TABLE = CommandTable([PAUSE, NOW, NOTE, HELP, MOVE, EDIT, ANNOUNCE], [])


@pytest.mark.parametrize(
    ("typed", "expected", "given"),
    [
        ("help", HELP, {}),
        ("  HELP  ", HELP, {}),
        ("Help!", HELP, {}),
        ("help.", HELP, {}),
        ("checkin", NOW, {}),
        ("check in", NOW, {}),
        ("checkin\tnow", NOW, {}),
        ("checkin pause", PAUSE, {}),
        ("checkin pause until Friday", PAUSE, {"until": "until Friday"}),
        ("note slept well", NOTE, {"words": "slept well"}),
        ('note "slept well"', NOTE, {"words": "slept well"}),
        ("note “slept well”", NOTE, {"words": "slept well"}),
        ("note „gut geschlafen“", NOTE, {"words": "gut geschlafen"}),
        ("note «dormí bien»", NOTE, {"words": "dormí bien"}),
        ("move a b", MOVE, {"what": "a", "to": "b"}),
        ('move "a b" c d', MOVE, {"what": "a b", "to": "c d"}),
        ('move a "b c"', MOVE, {"what": "a", "to": "b c"}),
        ("move o'clock there", MOVE, {"what": "o'clock", "to": "there"}),
        ('move "open it', MOVE, {"what": '"open', "to": "it"}),
        ("edit A b topic c d", EDIT, {"meeting": "A b", "detail": "topic", "words": "c d"}),
        ('edit "A topic" place c', EDIT, {"meeting": "A topic", "detail": "place", "words": "c"}),
        ("edit A b c", EDIT, {"meeting": "A", "detail": "b", "words": "c"}),
        ("announce A b", ANNOUNCE, {"meeting": "A b"}),
        ("announce A b off", ANNOUNCE, {"meeting": "A b", "wanted": "off"}),
        ('announce "A b" on', ANNOUNCE, {"meeting": "A b", "wanted": "on"}),
    ],
)
def test_a_line_is_read_as_it_is_meant(
    typed: str, expected: Command, given: dict[str, str]
) -> None:
    """The longest name wins, quotes hold words together, the last argument takes the rest."""
    assert TABLE.read(typed) == (expected, given)


@pytest.mark.parametrize(
    "typed", ["", "  ", "?", "hello", "help me", "checkin now please", "notes"]
)
def test_what_is_no_command_is_left_to_others(typed: str) -> None:
    """Words behind a command that takes none make it something else: "help me" is no menu."""
    assert TABLE.read(typed) is None


@pytest.mark.parametrize("typed", ["note", "note ", 'note ""', "move", "move a"])
def test_missing_words_are_told_with_the_commands_name(typed: str) -> None:
    """The router makes an example to copy of it."""
    with pytest.raises(ArgumentsError) as refused:
        TABLE.read(typed)

    assert refused.value.values["command"] == typed.split()[0]


@pytest.mark.parametrize(
    "words",
    [
        "I don't know",
        'she said "hello" and left',
        '"one" and "two"',
        "C:\\temp # not a comment",
        "line one\nline two\n\n- three",
        "a   b",
        "**bold** <b>html</b> @everyone",
        "\u202eright to left\u202c",
    ],
)
def test_a_note_is_kept_as_it_was_typed(words: str) -> None:
    """Apostrophes, quotes inside, line breaks and backslashes are part of it."""
    assert TABLE.read(f"note {words}") == (NOTE, {"words": words})


@given(st.text())
def test_no_words_break_the_reading(words: str) -> None:
    """Whatever is typed is a command, or none, or one that misses something."""
    try:
        read = TABLE.read(words)
    except ArgumentsError:
        return
    assert read is None or read[0] in list(TABLE)


@given(st.text(st.characters(exclude_characters='"“”„«»')).map(str.strip).filter(bool))
def test_the_rest_of_a_line_loses_nothing(words: str) -> None:
    """Except the blanks around it."""
    read = TABLE.read(f"note {words}")

    assert read is not None
    assert read[1]["words"] == words


def test_two_commands_of_one_name_are_refused() -> None:
    """An alias counts as well."""
    with pytest.raises(ValueError, match="'help'"):
        CommandTable([HELP, command("assist", aliases=("help",))], [])


def test_forms_are_found_by_name_and_name_their_texts() -> None:
    """`form-…`, `form-…-<field>`, `form-…-<field>-<option>`."""
    adult = Field(name="adult", kind=Kind.OPTION, options=("yes", "no"))
    join = Form(name="join", fields=(adult,))
    table = CommandTable([], [join])

    assert table.form("join") is join
    assert join.text_id() == "form-join"
    assert join.text_id(adult) == "form-join-adult"
    assert join.text_id(adult, "yes") == "form-join-adult-yes"
    with pytest.raises(KeyError):
        table.form("leave")


# --- the real one


def test_the_real_table_has_no_two_of_a_name() -> None:
    """Features are written apart; their commands and prompts meet here."""
    features = own_features()
    table = CommandTable(
        [each for feature in features for each in feature.commands],
        [each for feature in features for each in feature.forms],
    )
    prompts = [name for feature in features for name in feature.prompts]

    assert len(table.names()) == len(set(table.names()))
    assert len(prompts) == len(set(prompts))
    assert len({form.name for form in table.forms}) == len(table.forms)


def test_every_name_of_the_real_table_is_read_back() -> None:
    """Each command and alias leads to itself, whatever other names begin alike."""
    features = own_features()
    table = CommandTable([each for feature in features for each in feature.commands], [])
    for each in table:
        words = " ".join(argument.name for argument in each.arguments if argument.required)
        for name in (each.name, *each.aliases):
            read = table.read(f"{name} {words}")
            assert read is not None
            assert read[0] is each


def test_forms_stay_within_five_questions() -> None:
    """Discord shows no more in one screen."""
    forms = [form for feature in own_features() for form in feature.forms]

    assert forms
    assert all(1 <= len(form.fields) <= 5 for form in forms)


def test_what_the_members_guide_says_works() -> None:
    """Every line that the guide sets as something to say is a command, or words for later."""
    guide = Path(__file__).parents[2] / "docs" / "members.md"
    said = re.findall(r"`([^`]+)`", guide.read_text(encoding="utf-8"))
    features = own_features()
    table = CommandTable([each for feature in features for each in feature.commands], [])

    assert len(said) > 20
    for words in said:
        if table.read(words) is None:
            read_span(words, "en")
