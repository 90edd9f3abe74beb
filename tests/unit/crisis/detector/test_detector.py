"""What a caller may rely on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.crisis.detector import TOPICS, Detector, Level, Subject, Verdict
from bot.crisis.detector.lexicon import LexiconError
from bot.crisis.detector.normalise import LONGEST

ANYTHING = st.text(
    st.one_of(st.characters(), st.sampled_from("diewantokilmysfpr .,!?*|\"'`>🔪💊\u200b死にたい")),
    max_size=300,
)


def sound(verdict: Verdict) -> bool:
    return (
        0.0 <= verdict.score <= 1.0
        and set(verdict.topics) <= set(TOPICS)
        and (verdict.level is Level.NONE) == (verdict.reasons == ())
        and (verdict.level is Level.NONE) == (verdict.subject is Subject.NONE)
    )


@given(ANYTHING)
@settings(max_examples=300, deadline=None)
def test_any_text_gets_a_sound_verdict(detector: Detector, text: str) -> None:
    """The crisis path runs ahead of everything: it may never raise."""
    assert sound(detector.classify(text))


@given(ANYTHING.filter(bool))
@settings(max_examples=30, deadline=None)
def test_a_long_text_of_anything_gets_one_too(detector: Detector, text: str) -> None:
    """8,000 characters, as long as platforms allow."""
    assert sound(detector.classify((text * LONGEST)[:LONGEST]))


@pytest.mark.parametrize(
    "unit",
    ["i want to die ", "want ", "k i l l ", "a", "a.", "(", '"', "`", "> ", "死", "ki11 ", "💊",
     "<", "x" * 50 + " ", "not " , "\u0301", "і", "i want to ", "http://", "*a"],
)  # fmt: skip
def test_work_grows_no_faster_than_the_text(detector: Detector, unit: str) -> None:
    """Nobody may stall the bot with one message: twice the text, about twice the work."""
    import time

    def seconds(length: int) -> float:
        text = (unit * length)[:length]
        best = 10.0
        for _ in range(3):
            began = time.thread_time()
            detector.classify(text)
            best = min(best, time.thread_time() - began)
        return best

    seconds(100)  # tables are made on first use

    # A square would be sixteen times as much. The floor keeps small figures from mattering.
    assert seconds(8_000) < 9 * seconds(2_000) + 0.02


def test_the_same_text_gives_the_same_verdict(detector: Detector) -> None:
    """There is no state: what one member says changes nothing for another."""
    first = detector.classify("i want to die")
    detector.classify("lovely weather")

    assert detector.classify("i want to die") == first == Detector(["en"]).classify("i want to die")


def test_a_grave_message_outranks_a_soft_one(detector: Detector) -> None:
    """Staff sort by score."""
    texts = [
        "hello there",
        "i wish i was never born",
        "i want to kill myself",
        "i took all my pills",
    ]

    scores = [detector.classify(text).score for text in texts]

    assert scores == sorted(scores)
    assert len(set(scores)) == 4


def test_a_community_adds_its_own_words() -> None:
    """Every community has its own word for it; it is read like any other, spelling included."""
    detector = Detector(["en"], extra={"blue door": Level.HIGH})

    verdict = detector.classify("thinking of the BLUE  door again")

    assert (verdict.level, verdict.reasons) == (Level.HIGH, ("community-term",))
    assert detector.classify("a blue car").level is Level.NONE


def test_a_community_silences_a_rule_and_no_other() -> None:
    """In one language or in all of them."""
    text = "fell off the wagon last night, i relapsed"
    assert "relapse" in Detector(["en"]).classify(text).reasons

    for silenced in (["relapse"], ["en:relapse"]):
        assert "relapse" not in Detector(["en"], silenced=silenced).classify(text).reasons
    assert Detector(["en"], silenced=["relapse"]).classify("i want to die").level is Level.HIGH


@pytest.mark.parametrize("rule", ["overdose", "en:means", "no-such-rule"])
def test_an_emergency_cannot_be_silenced(rule: str) -> None:
    """Nor can a rule that does not exist: a typing error must not look like a setting."""
    with pytest.raises(ValueError, match=rule.rpartition(":")[2]):
        Detector(["en"], silenced=[rule])


def test_an_unknown_language_is_refused() -> None:
    """A community that asks for it must not believe that it is watched over."""
    with pytest.raises(LexiconError, match="tlh"):
        Detector(["tlh"])


def test_an_explanation_says_what_was_lowered_and_by_what(detector: Detector) -> None:
    """Staff who wonder about a verdict can see each step."""
    explained = detector.explain("i don't want to kill myself")

    assert explained.verdict.level is Level.NONE
    assert ("wish-to-die", "negation") in {(h.rule.name, h.lowered_by) for h in explained.hits}


def test_levels_and_subjects_go_by_their_words() -> None:
    """The command line and the lexicon spell them so."""
    assert [level.word for level in Level] == ["none", "concern", "high", "emergency"]
    assert [Level.of(level.word) for level in Level] == list(Level)
    assert {subject.word for subject in Subject} == {"self", "other", "none"}
