"""The command table as Discord's menus, judged by Discord's own description of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from adapters.discord.menus import BOT_DM, ON_MESSAGE, Menus, fingerprint
from bot.commands import Argument, Command, CommandTable, Kind, Role
from bot.texts import Texts
from tests.discord_standin.judge import faults_of_request
from tests.support.texts import own_features, own_texts

PATH = "/applications/{application_id}/commands"


def command(name: str, *arguments: Argument, listed: bool = True) -> Command:
    return Command(name=name, handler=list, arguments=arguments, listed=listed)


def menus(*commands: Command, texts: Texts | None = None) -> Menus:
    return Menus(CommandTable(commands, []), texts or own_texts())


def test_two_words_are_a_group_and_arguments_keep_discords_order() -> None:
    """Required arguments come first there, whatever the table's order."""
    built = menus(
        command(
            "plan set",
            Argument(name="note", kind=Kind.TEXT, required=False),
            Argument(name="mode", kind=Kind.OPTION, options=("dm", "off")),
        ),
        command("plan"),
        command("hidden", listed=False),
    )
    (group,) = built.payload([BOT_DM])
    set_, show = group["options"]

    assert (group["name"], set_["name"], show["name"]) == ("plan", "set", "show")
    assert [argument["name"] for argument in set_["options"]] == ["mode", "note"]
    assert [choice["value"] for choice in set_["options"][0]["choices"]] == ["dm", "off"]
    assert group["contexts"] == [BOT_DM]
    assert faults_of_request("PUT", PATH, built.payload([BOT_DM])) == []


def test_what_was_used_is_found_in_the_table() -> None:
    built = menus(command("plan set", Argument(name="note", kind=Kind.TEXT)), command("plan"))
    used = {
        "name": "plan",
        "options": [
            {"name": "set", "type": 1, "options": [{"name": "note", "type": 3, "value": "x"}]}
        ],
    }
    itself = {"name": "plan", "options": [{"name": "show", "type": 1}]}

    found, bare = built.command(used), built.command(itself)

    assert found is not None
    assert (found[0].name, found[1]) == ("plan set", {"note": "x"})
    assert bare is not None
    assert (bare[0].name, bare[1]) == ("plan", {})
    assert built.command({"name": "gone"}) is None


def test_descriptions_are_in_every_language_that_has_them(tmp_path: Path) -> None:
    """Discord's tags are its own: Spanish is two."""
    for language, words in (("en", "A thing " + "x" * 200), ("de", "Ein Ding"), ("es", "Algo")):
        (tmp_path / language).mkdir()
        (tmp_path / language / "own.ftl").write_text(f"command-about = {words}\n")

    (thing,) = menus(command("about"), texts=Texts(tmp_path)).payload()

    assert len(thing["description"]) == 100
    assert thing["description"].endswith("…")
    assert thing["description_localizations"] == {
        "de": "Ein Ding",
        "es-ES": "Algo",
        "es-419": "Algo",
    }


def test_two_commands_of_one_path_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="/plan show"):
        menus(command("plan"), command("plan show"))


def test_a_group_holds_no_more_than_discord_takes() -> None:
    with pytest.raises(ValueError, match="/plan has more than 25"):
        menus(*(command(f"plan c{n}") for n in range(26))).payload()


def test_the_fingerprint_changes_with_the_menus() -> None:
    one, two = menus(command("a")).payload(), menus(command("b")).payload()

    assert fingerprint(one) == fingerprint(menus(command("a")).payload())
    assert fingerprint(one) != fingerprint(two)


def in_languages(monkeypatch: pytest.MonkeyPatch, folder: Path, **lines: str) -> Texts:
    """Texts in place of the bot's own."""
    monkeypatch.setattr("bot.texts.LOCALES", folder)
    for language, written in lines.items():
        (folder / language).mkdir()
        (folder / language / "own.ftl").write_text(written)
    return Texts()


def test_commands_are_called_as_a_language_calls_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What Discord takes for no name is left out, and the command keeps its own there."""
    texts = in_languages(
        monkeypatch,
        tmp_path,
        en="command-plan = Plan\ncommand-plan-set = Set it\ncommand-about = About\n",
        de=(
            "command-plan = Plan\n    .name = vorhaben\n"
            "command-plan-set = Setzen\n    .name = festlegen\n"
            "command-about = Über\n    .name = Über uns!\n"
            "argument-note = Notiz\n    .name = notiz\n"
        ),
    )
    table = (
        command("plan set", Argument(name="note", kind=Kind.TEXT)),
        command("plan"),
        command("about"),
    )
    plan, about = menus(*table, texts=texts).payload()
    set_, show = plan["options"]

    assert plan["name_localizations"] == {"de": "vorhaben"}
    assert set_["name_localizations"] == {"de": "festlegen"}
    assert set_["options"][0]["name_localizations"] == {"de": "notiz"}
    assert "name_localizations" not in show
    assert "name_localizations" not in about
    assert faults_of_request("PUT", PATH, [plan, about]) == []


def test_two_commands_that_a_language_calls_alike_keep_their_own_names(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Discord would refuse the whole table."""
    texts = in_languages(
        monkeypatch,
        tmp_path,
        en="command-one = One\ncommand-two = Two\n",
        de="command-one = Eins\n    .name = wort\ncommand-two = Zwei\n    .name = wort\n",
    )

    for item in menus(command("one"), command("two"), texts=texts).payload():
        assert "name_localizations" not in item


def test_options_are_named_in_each_language_and_mean_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    texts = in_languages(
        monkeypatch,
        tmp_path,
        en="argument-mode-off = not at all\n",
        de="argument-mode-off = gar nicht\n",
    )
    option = Argument(name="mode", kind=Kind.OPTION, options=("off", "dm"))
    (built,) = menus(command("plan", option), texts=texts).payload()

    off, dm = built["options"][0]["choices"]
    assert (off["name"], off["value"]) == ("not at all", "off")
    assert off["name_localizations"] == {"de": "gar nicht"}
    assert dm == {"name": "dm", "value": "dm"}


def test_a_group_is_hidden_only_if_all_of_it_is_for_moderators() -> None:
    """Discord knows the hint for whole groups; the core checks each command."""

    def needing(name: str, role: Role) -> Command:
        return Command(name=name, handler=list, needs=role)

    mixed, closed, open_ = menus(
        needing("watch add", Role.MODERATOR),
        needing("watch list", Role.MEMBER),
        needing("team add", Role.MODERATOR),
        needing("team drop", Role.OWNER),
        needing("talk", Role.ANYONE),
    ).payload()

    hints = [item.get("default_member_permissions") for item in (mixed, closed, open_)]
    assert hints == [None, str(1 << 40), None]


@pytest.mark.parametrize("tag", ["de", "es-ES", "es-419"])
def test_members_find_commands_by_names_of_their_own_language(tag: str) -> None:
    """What members use is called as they would call it; no two alike, and none lost to Discord."""
    features = own_features()
    table = CommandTable([each for feature in features for each in feature.commands], [])
    named: dict[str, str] = {}
    for top in Menus(table, own_texts()).payload():
        if top["type"] == ON_MESSAGE:
            continue  # has a name as people write it
        leaves = [option for option in top["options"] if option["type"] == 1] or [top]
        for leaf in leaves:
            path = top["name"] if leaf is top else f"{top['name']} {leaf['name']}"
            if tag in leaf.get("name_localizations", {}):
                named[path] = leaf["name_localizations"][tag]

    members = {"start", "stop", "pause", "language", "help now", "note", "welcome"}
    members |= {f"checkin {name}" for name in ("now", "time", "where", "pause", "history")}
    assert members <= set(named)
    assert all(re.fullmatch(r"[-_'\w]{1,32}", name) and name.islower() for name in named.values())
