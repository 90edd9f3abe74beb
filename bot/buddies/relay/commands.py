"""What buddies can say: to each other through the bot, and about being buddies."""

from __future__ import annotations

from bot.buddies.parts import Parts
from bot.buddies.relay import (
    asking,
    carrying,
    introducing,
    life,
    noticing,
    rhythm,
    showing,
    silence,
    talking,
    times,
)
from bot.buddies.relay.meaning import WHICH, Meaning
from bot.buddies.relay.news import KIND, News
from bot.commands import Argument, Command, Kind


def parts() -> Parts:
    """The folder's share of the feature."""
    meaning = Meaning(
        {
            "times": times.times,
            "rhythm": rhythm.rhythm,
            "silent": silence.silent,
            "account": showing.account,
        }
    )
    words = Argument(name="words", kind=Kind.TEXT)
    switch = Argument(name="switch", kind=Kind.OPTION, options=("on", "off"), required=False)
    how = Argument(name="rhythm", kind=Kind.TEXT, required=False)
    return Parts(
        commands=(
            Command(name="buddy say", handler=talking.say, arguments=(words,)),
            Command(name="buddy talk", handler=talking.talk, arguments=(switch,)),
            Command(name="buddy times", handler=meaning.about("times")),
            Command(name="buddy rhythm", handler=meaning.about("rhythm"), arguments=(how,)),
            Command(name="buddy silent", handler=meaning.about("silent")),
            Command(name="buddy account", handler=meaning.about("account")),
            Command(name="buddy help", handler=asking.help),
        ),
        forms=(carrying.FORM,),
        prompts={
            WHICH: meaning.chosen,
            carrying.PROMPT: talking.answered,
            talking.PROMPT: talking.switched,
            times.PROMPT: times.chosen,
            showing.PROMPT: showing.answered,
            silence.HERE: asking.here,
            life.PROMPT: asking.prompted,
            life.TALKED: asking.talked,
            life.STILL: asking.still,
        },
        hear=(talking.hear,),
        plans={
            life.PROMPT: life.plan_prompt,
            life.TALKED: life.plan_talked,
            life.STILL: life.plan_still,
            life.TIMES: times.plan_times,
            life.SOON: times.plan_soon,
            life.NUDGE: silence.plan_nudge,
            life.REMATCH: silence.plan_rematch,
            talking.OVER: talking.plan_over,
        },
        writes={KIND: _news().write, carrying.KIND: carrying.write},
        arrived={carrying.KIND: carrying.arrived},
        notices=((noticing.WroteThere, noticing.noticed),),
    )


def _news() -> News:
    return News(
        {
            "met": introducing.met,
            "prompt": life.prompt,
            "talked": life.talked,
            "still": life.still,
            "nudge": life.nudge,
            "silent": silence.asked,
            "rematched": silence.rematched,
            "times": times.offered,
            "agreed": times.agreed,
            "soon": times.soon,
            "rhythm": rhythm.told,
            "account": showing.asked,
            "accounts": showing.shown,
            "lost": carrying.lost,
            "talk-over": talking.over,
        },
        afterwards=("rematched", "talk-over"),
    )
