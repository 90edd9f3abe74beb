"""What people read: complete in every language, used by the code, and in the right tone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message
from hypothesis import given
from hypothesis import strategies as st

from bot import reading
from bot.checkins import question
from bot.checkins.days import read_days
from bot.commands import Command, CommandTable, Kind
from bot.reading.words import forms
from bot.richtext import Bold, Bullets, Paragraph, Text, plain
from bot.texts import LOCALES, Texts, variables_of
from bot.turn import DOORS
from tests.support.texts import own_features, own_places, own_texts

REPOSITORY = Path(__file__).parents[2]
LANGUAGES = ("de", "en", "es")
TRANSLATED = ("de", "es")
TODAY = date(2026, 11, 23)
A_TEXT_ID = re.compile(r"[a-z]+(-[a-z0-9]+)+(\.[a-z]+)?")

# Words that blame, label or count against people, in the forms in which they would turn up.
UNKIND = {
    "en": r"users?|fail(ed|s|ure|ing)?|clean|dirty|streaks?|committed|addict(s|ed)?|relapsed?",
    "de": r"(Be)?Nutzer\w*|User\w*|versag\w*|gescheitert|fehlgeschlagen|clean|sauber|Serie"
    r"|süchtig\w*|Abhängige\w*|Selbstmord\w*|rückfällig\w*|Junkie\w*",
    "es": r"usuari[oa]s?|fracas\w*|fall(ó|aste|ado|ido|o|os)|limpi[oa]s?|suci[oa]s?|rachas?"
    r"|adict[oa]s?|cometi\w*|reca(ída|íste|ido)\w*",
}


@cache
def texts() -> Texts:
    return own_texts()


@cache
def table() -> CommandTable:
    features = own_features()
    return CommandTable(
        [command for feature in features for command in feature.commands],
        [form for feature in features for form in feature.forms],
    )


@cache
def messages(language: str) -> dict[str, Message]:
    """Every message of a language, from all its files."""
    found: dict[str, Message] = {}
    for path in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, Message):
                assert entry.id.name not in found, f"{language}: {entry.id.name} stands twice"
                found[entry.id.name] = entry
    return found


def nodes(tree: Any) -> Iterator[Any]:
    """A Fluent node and everything below it."""
    yield tree
    for value in vars(tree).values():
        for child in value if isinstance(value, list) else [value]:
            if hasattr(child, "__dict__"):
                yield from nodes(child)


def written(message: Message) -> str:
    """The words of a message, without what is put in."""
    return " ".join(n.value for n in nodes(message) if type(n).__name__ == "TextElement")


def attributes(message: Message) -> set[str]:
    return {attribute.id.name for attribute in message.attributes}


# --- what the code asks for


@dataclass(frozen=True)
class Asked:
    """A text that the code names: whole, or as the beginning of a family of texts."""

    where: str
    ids: tuple[str, ...]
    family: str
    values: frozenset[str] | None  # what is put in, where that can be told

    @property
    def names(self) -> set[str]:
        return {text_id.partition(".")[0] for text_id in self.ids}


# Where the text's id stands among the arguments; those of `Texts` come behind the language.
ASKING = {"answer": (0,), "tell_all": (0,), "option": (1,), "line": (0, 1), "body": (0, 1)}
NOT_VALUES = {"choices", "replaces", "tone", "form"}


@cache
def sources() -> dict[str, ast.Module]:
    files = [p for folder in ("bot", "adapters") for p in (REPOSITORY / folder).rglob("*.py")]
    return {
        str(path.relative_to(REPOSITORY)): ast.parse(path.read_text(encoding="utf-8"))
        for path in files
    }


@cache
def asked() -> tuple[Asked, ...]:
    """Every call that asks for a text by name."""
    found = []
    for name, tree in sources().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                for place in ASKING.get(called, ()):
                    if place < len(node.args):
                        found += _asked(f"{name}:{node.lineno}", node.args[place], node)
            elif isinstance(node, ast.Assign) and "text_id" in {
                getattr(target, "id", "") for target in node.targets
            }:
                found += _asked(f"{name}:{node.lineno}", node.value, None)
    return tuple(found)


def _asked(where: str, given: ast.expr, call: ast.Call | None) -> list[Asked]:
    options = [given.body, given.orelse] if isinstance(given, ast.IfExp) else [given]
    ids = tuple(
        str(each.value)
        for each in options
        if isinstance(each, ast.Constant) and A_TEXT_ID.fullmatch(str(each.value))
    )
    family = ""
    if isinstance(given, ast.JoinedStr) and isinstance(given.values[0], ast.Constant):
        family = str(given.values[0].value)
    values = None
    if call is not None and all(keyword.arg for keyword in call.keywords):
        values = frozenset(keyword.arg or "" for keyword in call.keywords) - NOT_VALUES
    return [Asked(where, ids, family, values)] if ids or family else []


@cache
def built() -> frozenset[str]:
    """The texts that the command table asks for by its patterns."""
    found = set()
    for command in table():
        found |= {command.text_id, *(f"argument-{a.name}" for a in command.arguments)}
    for form in table().forms:
        found |= {form.text_id(), *(form.text_id(field) for field in form.fields)}
        found |= {form.text_id(field, each) for field in form.fields for each in field.options}
    return frozenset(found)


# --- complete


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_missing_in_a_language(language: str) -> None:
    """Whoever reads Spanish or German never stumbles into English."""
    ours, theirs = messages("en"), messages(language)

    assert set(ours) == set(theirs)
    for name, message in ours.items():
        # A language may have words of its own for a command, or need none.
        expected = attributes(message) - {"words", "name"}
        assert attributes(theirs[name]) - {"words", "name"} == expected, name


@pytest.mark.parametrize("language", TRANSLATED)
def test_each_language_fills_in_the_same_values(language: str) -> None:
    """A translation shows the same facts: no hour, day or name gets lost."""
    for name, message in messages("en").items():
        assert variables_of(messages(language)[name]) == variables_of(message), name


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_say_that_they_await_a_native_reader(language: str) -> None:
    """Nobody takes them for reviewed."""
    for path in (LOCALES / language).glob("*.ftl"):
        head = "\n".join(path.read_text(encoding="utf-8").splitlines()[:5])
        assert "Awaiting native review." in head, path.name


def test_every_text_is_used() -> None:
    """A text that nobody shows would be translated for nothing."""
    literal = {
        node.value.partition(".")[0]
        for tree in sources().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    families = tuple(each.family for each in asked() if each.family)

    unused = [
        name
        for name in messages("en")
        if name not in literal and name not in built() and not name.startswith(families)
    ]

    assert not unused


def test_every_text_that_the_code_names_exists() -> None:
    """A missing text would be an error in front of a member."""
    assert len(asked()) > 80
    known = messages("en")
    missing = [(each.where, name) for each in asked() for name in each.names - set(known)]
    missing += [
        (each.where, each.family)
        for each in asked()
        if each.family and not any(name.startswith(each.family) for name in known)
    ]
    missing += [("the command table", name) for name in built() - set(known)]

    assert not missing


def test_the_code_fills_in_what_its_texts_need() -> None:
    """Neither a gap where a value belongs nor a value that nobody gets to see."""
    wrong = []
    for each in asked():
        if each.values is not None and each.ids:
            needed = [variables_of(messages("en")[name]) for name in each.names]
            if set().union(*needed) != each.values:
                wrong.append((each.where, each.ids, sorted(each.values)))

    assert not wrong


def test_each_check_in_word_has_its_text() -> None:
    """The words on the buttons are those that are kept."""
    shown = {name for name in messages("en") if name.startswith("checkin-word-")}

    assert shown == {f"checkin-word-{word}" for word in question.WORDS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_can_be_shown(language: str) -> None:
    """With any number, any day and any words put in."""
    for name, message in messages(language).items():
        for number in (0, 1, 2, 5):
            values = sample(messages("en")[name], number)
            for text_id in (name, *(f"{name}.{each}" for each in attributes(message))):
                if "." not in text_id and message.value is None:
                    continue
                line = texts().line(language, text_id, **values)
                assert line.strip(), text_id
                assert "{" not in line, text_id
                assert plain(texts().body(language, text_id, **values)), text_id


def sample(message: Message, number: int) -> dict[str, Any]:
    """Values that fit: a number where the text chooses by it, a date where it is written out."""
    values: dict[str, Any] = dict.fromkeys(variables_of(message), "Ada")
    for node in nodes(message):
        match type(node).__name__:
            case "SelectExpression":
                values[node.selector.id.name] = number
            case "FunctionReference":
                values[node.arguments.positional[0].id.name] = TODAY
    return values


# --- in the right tone


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_blames_labels_or_counts_against(language: str) -> None:
    """Members are members; a lapse is a fact; nothing is called clean."""
    unkind = re.compile(rf"\b({UNKIND[language]})\b", re.IGNORECASE)
    found = {
        name: match[0]
        for name, message in messages(language).items()
        if (match := unkind.search(written(message)))
    }

    assert not found


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "Your streak is over."), ("de", "Du bist wieder clean."), ("es", "Tu racha.")],
)
def test_the_check_of_the_tone_would_notice(language: str, sentence: str) -> None:
    """A check that cannot find anything protects nobody."""
    assert re.search(rf"\b({UNKIND[language]})\b", sentence, re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_line_of_the_daily_question_is_safe_on_a_lock_screen(language: str) -> None:
    """Somebody else may read it: it tells the hour, not that anybody asks how one feels."""
    asked_line = plain(texts().body(language, "checkin-question", hour="9:00")).splitlines()[0]

    assert "9:00" in asked_line
    assert "?" not in asked_line


# --- short enough for every platform


def labels() -> set[str]:
    """The texts that stand on buttons."""
    options = {
        name
        for path, tree in sources().items()
        if "/cli/" not in path  # click's options are none of ours
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "option"
        for argument in node.args[1:]
        if isinstance(argument, ast.Constant)
        for name in [str(argument.value)]
    }
    families = ("door-", "checkin-word-", "checkin-later-", "playground-quick-")
    single = {"checkin-later", "checkin-resume-button", "form-again"}
    return (options | single | {name for name in messages("en") if name.startswith(families)}) - {
        "checkin-later-when",
        "checkin-later-set",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_fit_on_buttons(language: str) -> None:
    """Discord takes 80 characters."""
    assert len(labels()) > 20
    assert not {name for name in labels() if len(texts().line(language, name)) > 80}


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_fit(language: str) -> None:
    """Discord takes 45 characters for a title or a label, and 100 for what stands in the field."""
    for form in table().forms:
        for name in (form.text_id(), *(form.text_id(field) for field in form.fields)):
            assert len(texts().line(language, name)) <= 45, name
            if texts().has(language, f"{name}.hint"):
                assert len(texts().line(language, f"{name}.hint")) <= 100, name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", list(table()), ids=lambda command: command.name)
def test_each_command_explains_itself(language: str, command: Command) -> None:
    """In a line that fits into Discord's menus, with an example, in the member's language."""
    assert texts().has(language, f"{command.text_id}.example")
    for name in (command.text_id, *(f"argument-{a.name}" for a in command.arguments)):
        assert texts().has(language, name)
        assert len(texts().line(language, name)) <= 100, name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", list(table()), ids=lambda command: command.name)
def test_each_example_works_as_it_stands(language: str, command: Command) -> None:
    """Whoever copies it gets what was promised."""
    read = table().read(texts().line(language, f"{command.text_id}.example"))

    assert read is not None
    assert read[0] is command
    for argument in command.arguments:
        words = read[1].get(argument.name)
        if words is None:
            assert not argument.required
        elif argument.options:
            assert words in argument.options
        elif argument.kind is Kind.TIME:
            reading.read_time(words, language)
        elif argument.kind is Kind.DAY:
            assert reading.read_day(words, TODAY, language) > TODAY
        elif argument.kind is Kind.PLACE:
            assert len(own_places().find(words, language)) == 1
        elif argument.name == "days":
            assert 0 < read_days(words, language, "", "", "") < 0b1111111


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_check_in_words_are_understood_when_typed(language: str) -> None:
    """A word on a button means the same when somebody writes it."""
    for word in question.WORDS:
        assert reading.read_word(texts().line(language, f"checkin-word-{word}")) == word


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_for_commands_are_no_answers(language: str) -> None:
    """What leads somewhere must not be taken for "how are you", nor the other way round."""
    for name, message in messages(language).items():
        if name.startswith(("command-", "door-")) and "words" in attributes(message):
            for word in texts().line(language, f"{name}.words").split(","):
                assert reading.read_word(word) is None, word


def test_a_word_means_one_command_in_all_languages() -> None:
    """People mix languages; what leads somewhere leads to the same place for everybody."""
    meant: dict[str, set[str]] = {name: {named.name} for name, named in by_name().items()}
    doors = {text_id: command for text_id, command in DOORS}
    ids = {command.text_id: command.name for command in table()} | doors
    for language in LANGUAGES:
        for text_id, name in ids.items():
            phrases = [texts().line(language, text_id)] if text_id in doors else []
            if texts().has(language, f"{text_id}.words"):
                phrases += texts().line(language, f"{text_id}.words").split(",")
            for form in forms(phrases):
                meant.setdefault(form, set()).add(name)

    assert len(meant) > 80
    assert not {words: names for words, names in meant.items() if len(names) > 1}


def by_name() -> dict[str, Command]:
    return {name: command for command in table() for name in (command.name, *command.aliases)}


# --- how texts are put together


def test_a_language_is_found_by_its_tag() -> None:
    """ "de-AT" and "es_MX" are German and Spanish; what we do not speak becomes English."""
    assert texts().language_for("de-AT") == "de"
    assert texts().language_for("fr", None, "es_MX") == "es"
    assert texts().language_for("fr") == "en"
    assert texts().language_for() == "en"


def test_an_unknown_language_reads_english() -> None:
    """Better a text in another language than none."""
    assert texts().line("fr", "door-help") == texts().line("en", "door-help")


def test_an_unknown_text_is_an_error() -> None:
    """It is noticed in the first test that shows it."""
    with pytest.raises(KeyError, match="no text is called"):
        texts().line("en", "no-such-text")


def test_a_missing_value_is_an_error() -> None:
    """A member never reads a gap."""
    with pytest.raises(KeyError, match="join-done"):
        texts().line("en", "join-done")


def test_our_own_markup_is_read() -> None:
    """Paragraphs, lists and emphasis."""
    body = texts().marked_up("Hello **you**.\n\nTwo things:\n- one\n- **two**")

    assert body == (
        Paragraph((Text("Hello "), Bold("you"), Text("."))),
        Paragraph((Text("Two things:"),)),
        Bullets(((Text("one"),), (Bold("two"),))),
    )


SOME_MARKUP = ("**x**\n\n- y", "<b>x</b>", "@everyone", "\ue0000\ue001", "{ $at }", "> q", "`x`")


@given(st.text() | st.sampled_from(SOME_MARKUP))
def test_what_a_person_wrote_never_becomes_markup(words: str) -> None:
    """A value put into a text stays one run of plain characters."""
    body = texts().body("en", "checkin-later-set", at=words)

    assert len(body) == 1
    assert all(isinstance(span, Text) for span in body[0].spans)  # type: ignore[union-attr]
    assert plain(body) == f"I'll ask again at {words}."


@given(st.text())
def test_emphasis_of_ours_holds_whatever_is_put_in(number: str) -> None:
    """An emphasised value is emphasised as a whole, its own asterisks included."""
    body = texts().body("en", "lines-emergency", country="Peru", number=number)

    assert Bold(number) in body[0].spans or not number  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("language", "style", "expected"),
    [
        ("en", "time", "9:05\u202fAM"),
        ("de", "time", "09:05"),
        ("es", "time", "9:05"),
        ("en", "date", "Friday, November 27, 2026"),
        ("de", "date", "Freitag, 27. November 2026"),
        ("es", "date", "viernes, 27 de noviembre de 2026"),
        ("en", "short", "Fri, Nov 27"),
        ("de", "short", "Fr., 27. Nov."),
        ("es", "day", "viernes"),
        ("de", "datetime", "Fr., 27. Nov., 09:05"),
    ],
)
def test_moments_are_written_as_the_language_writes_them(
    language: str, style: str, expected: str
) -> None:
    """Not as the programme's own language would."""
    assert texts().when(language, datetime(2026, 11, 27, 9, 5, tzinfo=UTC), style) == expected


def test_an_hour_has_no_date() -> None:
    """Asking for one is a mistake of ours that shows at once."""
    with pytest.raises(ValueError, match="style"):
        texts().when("en", time(9), "date")


# --- a community's own words


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en").mkdir()
    return tmp_path


def override(folder: Path, written: str) -> Texts:
    (folder / "en" / "ours.ftl").write_text(written, encoding="utf-8")
    return Texts(folder)


def test_a_community_may_say_it_in_its_own_words(folder: Path) -> None:
    """One text in one language; all others stay."""
    theirs = override(folder, "join-already = Hi again, neighbour!")

    assert theirs.line("en", "join-already") == "Hi again, neighbour!"
    assert theirs.line("de", "join-already") == texts().line("de", "join-already")
    assert theirs.line("en", "join-back") == texts().line("en", "join-back")


def test_an_own_text_may_leave_out_the_example(folder: Path) -> None:
    """The example of ours still works."""
    theirs = override(folder, "command-pause = Have a rest")

    assert theirs.line("en", "command-pause") == "Have a rest"
    assert theirs.line("en", "command-pause.example") == "pause until Friday"
    assert theirs.has("en", "command-pause.example")


def test_an_own_text_may_refer_to_other_texts(folder: Path) -> None:
    """To a term of its own, and to a message of ours that nobody has needed yet."""
    theirs = override(folder, "-us = the Tuesday circle\njoin-already = { -us }: { join-back }")

    ours = texts().line("en", "join-back")
    assert theirs.line("en", "join-already") == f"the Tuesday circle: {ours}"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("join-alredy = Hi!", "no text is called 'join-alredy'"),
        ("join-already = Hi { $name }!", r"join-already has no variable \$name"),
        ("join-already Hi!", "cannot read the message that begins 'join-already Hi!'"),
    ],
)
def test_an_own_text_that_cannot_work_is_refused_at_the_start(
    folder: Path, written: str, reason: str
) -> None:
    """With the file and what is wrong, before a member meets it."""
    with pytest.raises(ValueError, match=f"ours.ftl: {reason}"):
        override(folder, written)
