### What follows an answer: people on a hard day, what is told besides, one of the last days.

## A hard day. Offered once, never pushed; every answer is fine, and none is counted.

checkin-hard-buddy = My buddy
    .words = buddy
checkin-hard-team = A person
    .words = person, talk
checkin-hard-try = Something to try
    .words = try, something
checkin-hard-lines = Help lines
    .words = lines, help
checkin-hard-enough = Just note it
    .words = just note, enough, no
# After "just note it": nothing more is asked.
checkin-hard-noted = It's noted, and that is enough.

# Small things that some people find steadying. One at a time; an invitation, not a task.
checkin-try-1 = One thing some people try: name five things around you that have the same colour. Slowly, and any colour will do.
checkin-try-2 = One thing some people try: breathe out a little longer than in, five times. Feet on the floor, if that feels all right.
checkin-try-3 = One thing some people try: cold water over the hands and wrists for half a minute, and notice how it feels.
checkin-try-4 = One thing some people try: put the next hour into one small step. A glass of water, a window opened, a shower.
checkin-try-5 = One thing some people try with a craving: wait for ten minutes and do something with your hands. It often rises, and then eases. If it doesn't, a person is a good idea.
checkin-try-6 = One thing some people try: write one line to somebody they trust. "Today is hard" is enough.
checkin-try-another = Something else
    .words = another, else

## One of the last days. $day (text): its name.

checkin-day-which-word = { $day }: which word is nearest?
checkin-day-unclear = I couldn't tell which day that is. "checkin day yesterday okay" or "checkin day Monday" works, for the last seven days.

## What can stand beside a word. Each is off until the member asks for it.

# The names, on buttons and in lists.
extras-feelings = Feelings
    .words = feelings, feeling
extras-craving = Craving
    .words = craving, cravings
extras-sleep = Sleep
    .words = sleep
extras-gratitude = Something good
    .words = gratitude, grateful for
extras-intention = For today
    .words = intention
# $on (text): what is on, or a dash.
extras-which = Beside the word I can keep feelings, craving, sleep, gratitude and an intention; all are off until you say so. On at the moment: { $on }. "checkin extras sleep on" turns one on.
# The yes to this is recorded. $extra (text): its name.
extras-on = { $extra }: on. Below each day's word there is a button for it, and skipping it is fine. It is encrypted with a key of your own, moderators don't see it, and turning it off removes all of it.
extras-off = { $extra }: off. What I kept of it is removed.
extras-kept = Kept, for you.
# $said (text): what was chosen.
extras-noted = Noted: { $said }.

extras-feelings-ask = What is there right now? Up to six, one after another.
extras-feelings-noted = Noted: { $said }. More? Choosing one again takes it away.
extras-done = That's all
    .words = done, that's it
extras-feelings-calm = calm
extras-feelings-hopeful = hopeful
extras-feelings-grateful = grateful
extras-feelings-proud = proud
extras-feelings-tired = tired
extras-feelings-anxious = anxious
extras-feelings-sad = sad
extras-feelings-lonely = lonely
extras-feelings-angry = angry
extras-feelings-ashamed = ashamed
extras-feelings-bored = bored
extras-feelings-numb = numb

# A craving comes and goes; having one is no step back.
extras-craving-ask = How strong was it today, at its strongest?
extras-craving-none = none
extras-craving-slight = slight
extras-craving-some = some
extras-craving-strong = strong
extras-craving-very-strong = very strong

extras-sleep-ask = How was the night?
extras-sleep-well = slept well
extras-sleep-fairly = fairly well
extras-sleep-badly = not so well
extras-sleep-hardly = hardly at all

form-gratitude = Something good today
form-gratitude-words = As small as you like
    .hint = A coffee, a message, a quiet minute. Moderators don't see it.
form-intention = Something for today
form-intention-words = One small thing you'd like
    .hint = It needn't happen. Moderators don't see it.

command-checkin-day = Fill in or change one of the last days
    .example = checkin day yesterday okay
command-checkin-extras = Choose what else to keep beside the word
    .example = checkin extras sleep on
argument-past = a day, like yesterday or Monday
argument-word = good, okay, mixed, low, rough or not today
argument-extra = feelings, craving, sleep, gratitude or intention
argument-extra-feelings = feelings
argument-extra-craving = craving
argument-extra-sleep = sleep
argument-extra-gratitude = something good
argument-extra-intention = an intention for the day
