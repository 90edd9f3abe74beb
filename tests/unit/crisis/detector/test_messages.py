"""What people say, and what the detector makes of it: our own sentences, by kind of danger."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from bot.crisis.detector import Detector, Level, Subject

SENTENCES = Path(__file__).with_name("sentences_en.txt")

SERIOUS = {
    "wish": ["i want to die", "can't stop thinking about killing myself", "i wish i were dead"],
    "denied and meant": ["i'm not joking, i want to die", "i can't deny it, i'm suicidal"],
    "plan": ["i have a plan to kill myself", "i've been saving my sleeping pills for weeks"],
    "means": ["the gun is loaded and in my lap", "im on the bridge, one step and its over"],
    "goodbye": [
        "this is my last message. i'm sorry. goodbye",
        "by the time you read this i'll be gone",
    ],
    "self-harm": ["i cut myself again", "sh urges are so bad tonight"],
    "overdose": [
        "i took the whole bottle of pills tonight, help",
        "swallowed about thirty of my tablets and i feel sick",
    ],
    "withdrawal": ["stopped drinking and just had a seizure, seeing things"],
    "using alone": ["about to shoot up alone, door is locked"],
    "violence": ["my husband hit me again", "he threatened to kill me if i leave"],
    "attacker": ["he's breaking down the door", "locked in the bathroom, he has a knife"],
    "sexual violence": ["i was raped last weekend", "my stepdad comes into my room at night"],
}
OTHERS = {
    "suicidal": ["my best friend is suicidal", "my brother says he wants to die"],
    "self-harm": [
        "my daughter is self harming",
        "i saw cuts on my brother's arms last night",
    ],
    "overdose": [
        "he's not breathing",
        "her lips are blue",
        "my roommate od'd in the bathroom, help",
    ],
    "violence": ["i can hear the man next door hitting his girlfriend right now"],
}
SOFT = {
    "passive": ["i wish i'd never been born", "my kids would be happier if i was gone"],
    "hopeless": ["i can't do this anymore", "i'm just a burden to everyone"],
    "lapse": ["i relapsed last night", "day 1 again after 90 days sober"],
    "craving": ["i want to use so bad", "sitting outside the liquor store, talk me out of it"],
    "control": ["he won't let me have my own money and checks my phone"],
    "asks": ["what is the number of a crisis line"],
}
HARMLESS = {
    "idiom": [
        "i'm dying of laughter",
        "this homework makes me want to die lol",
        "over my dead body",
    ],
    "technical": ["kill the zombie process", "the server kills itself after an hour"],
    "game": ["anyone down to die to the boss in the raid again", "i died on level 5"],
    "fiction": ["in my novel the main character tries to kill himself", "suicide squad was fun"],
    "denial": ["i'm not suicidal, it was a long week", "i would never kill myself"],
    "told past": ["ten years ago i tried to kill myself and i'm so glad i lived"],
    "recovery": ["one year sober today", "had a craving, called my sponsor, it passed"],
    "information": ["suicide rates in finland, for my statistics paper"],
    "kitchen": ["cut my finger chopping onions", "burned my hand on the stove cooking dinner"],
    "medicine": ["took two tylenol for my headache", "my doctor prescribed 30 pills"],
    "sport": ["we got beat 3-0 last night", "he shot 12 free throws"],
    "greeting": ["goodbye everyone, see you tomorrow", "bye all, heading to bed"],
}
LEAST = {"none": 0.96, "concern": 0.85, "high": 0.85, "emergency": 0.85}
"""What share of the long list must be right: the rest is known to be missed."""


def each(table: dict[str, list[str]]) -> list[str]:
    return [text for texts in table.values() for text in texts]


@pytest.mark.parametrize("text", each(SERIOUS))
def test_what_is_serious_reaches_humans(detector: Detector, text: str) -> None:
    """Each of these is a person who needs somebody now."""
    verdict = detector.classify(text)

    assert (verdict.level >= Level.HIGH, verdict.subject) == (True, Subject.SELF)


@pytest.mark.parametrize("text", each(OTHERS))
def test_who_worries_for_another_is_not_asked_about_themselves(
    detector: Detector, text: str
) -> None:
    """They need to hear how to help."""
    verdict = detector.classify(text)

    assert (verdict.level >= Level.HIGH, verdict.subject) == (True, Subject.OTHER)


@pytest.mark.parametrize("text", each(SOFT))
def test_what_weighs_on_somebody_gets_an_offer(detector: Detector, text: str) -> None:
    """Not an alarm, but not silence either."""
    assert detector.classify(text).level >= Level.CONCERN


@pytest.mark.parametrize("text", each(HARMLESS))
def test_everyday_talk_is_left_alone(detector: Detector, text: str) -> None:
    """A bot that alarms at idioms is switched off within a week."""
    assert detector.classify(text).level is Level.NONE


@pytest.mark.parametrize("text", ["kys", "just kill yourself already", "go kys loser"])
def test_an_insult_is_a_matter_for_moderators(detector: Detector, text: str) -> None:
    """Nobody is asked whether they think of suicide because they were rude."""
    verdict = detector.classify(text)

    assert verdict.topics == ("abuse",)
    assert (verdict.level, verdict.subject) == (Level.CONCERN, Subject.OTHER)


def test_most_of_the_long_list_comes_out_right(detector: Detector) -> None:
    """Breadth, not single phrases; nobody may trade one kind of danger for another unseen."""
    right: dict[str, list[bool]] = defaultdict(list)
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        label, _, text = line.partition("|")
        level, _, _ = label.partition(" ")
        found = detector.classify(text).level
        right[level].append((found is Level.NONE) == (level == "none"))

    shares = {level: round(sum(found) / len(found), 3) for level, found in right.items()}

    assert all(shares[level] >= least for level, least in LEAST.items()), shares


def test_quoting_and_denying_lower(detector: Detector) -> None:
    """Who quotes a song or says no has said something else than who means it."""
    meant = detector.classify("i want to die").score

    for text in ('the poster says "i want to die" in red', "i don't want to die"):
        assert detector.classify(text).score < meant
        assert detector.classify(text).level is Level.NONE


def test_what_a_friend_wrote_is_about_the_friend(detector: Detector) -> None:
    """A quoted goodbye is somebody's goodbye."""
    verdict = detector.classify('my sister just texted me "i want to kill myself"')

    assert verdict.subject is Subject.OTHER
    assert verdict.level >= Level.HIGH


@pytest.mark.parametrize("idiom", HARMLESS["idiom"] + HARMLESS["technical"])
@pytest.mark.parametrize("around", ["morning all. {}. anyway, who's up for tea?", "so, {}! ok bye"])
def test_an_idiom_stays_one_inside_more_text(detector: Detector, idiom: str, around: str) -> None:
    """Small talk around it changes nothing."""
    assert detector.classify(around.format(idiom)).level is Level.NONE


def test_an_idiom_does_not_hide_what_comes_after_it(detector: Detector) -> None:
    """The laughing half of a message must not cover the other."""
    verdict = detector.classify(
        "this meeting is killing me lol. but really, i have a plan to kill myself"
    )

    assert verdict.level >= Level.HIGH
