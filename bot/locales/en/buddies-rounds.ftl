### Rounds of buddies: what the team sees and says, and what members read who are left this time.

# --- Commands of the team.
command-buddies-preview = See in numbers what a round of buddies would be
    .example = buddies preview
command-buddies-run = Send out the round that you looked at
    .example = buddies run
command-buddies-schedule = See or set when rounds of buddies come by themselves
    .example = buddies schedule weekly Monday 18:00
command-buddies-report = See how the buddies fare, in counts
    .example = buddies report
command-buddies-pair = Ask two people whether they'd like to be buddies
    .example = buddies pair @sam @kim
command-buddies-accompany = Ask two people, and be with them in their room
    .example = buddies accompany @sam @kim
command-buddies-unpair = End the pair that somebody is in, gently
    .example = buddies unpair @sam
command-buddies-pause = No rounds of buddies for a while; pairs go on
    .example = buddies pause until Friday
command-buddies-resume = Rounds of buddies come again
    .example = buddies resume
argument-cadence = weekly, fortnightly, monthly, or off
argument-roundday = a day of the week
argument-roundhour = an hour, by the community's clock
argument-peer = somebody who looks for a buddy
argument-other = the other one

# --- Answers to the team; private. $until (text): a day.
rounds-working = I'm working it out. The numbers come to you in a moment; nobody is asked.
rounds-working-first = First the numbers: they come to you in a moment. If they look right, press **Send it out** or say "buddies run" again.
rounds-under-way = A round is being worked out or is going out right now. "buddies report" tells more in a few minutes.
rounds-sending = It goes out now. Everybody is asked in private, and has two days to think about it.
rounds-nothing = There are no pairs to send in this one.
rounds-dropped = Let go. Nobody was asked.
rounds-changed = Since you looked, somebody came, went or changed their mind, so that round didn't go out. New numbers come in a moment.
rounds-broken = I couldn't work this round out. Nobody was asked; whoever runs this bot finds more in the log.
rounds-no-community = I can't tell which community you mean. Please say it in one of its rooms.
rounds-are-paused = Rounds are paused here. "buddies resume" brings them back.
rounds-paused = Paused until { $until }. Pairs go on as before, and nobody is asked anew.
rounds-paused-open = Paused. Pairs go on as before, and nobody is asked anew. "buddies resume" brings rounds back.
rounds-nobody-called = I know nobody of that name among the buddies here. A mention works best.
rounds-asked-both = Both are asked in private. I never tell who said what; you'll see them in "buddies report" if they come together.
rounds-not-these = These two can't be asked right now. There can be many reasons, and I keep them to myself.
rounds-unpaired = It's ended. Whoever was in it is told gently, and comes first in the next round.
rounds-no-pair = They aren't in a pair.

# --- When rounds come. $weekday, $hour, $next (text): by the community's clock.
rounds-schedule-weekly = A round comes every { $weekday } at { $hour }; the next on { $next }.
rounds-schedule-fortnightly = A round comes every other { $weekday } at { $hour }; the next on { $next }.
rounds-schedule-monthly = A round comes on the first { $weekday } of the month at { $hour }; the next on { $next }.
rounds-schedule-off = No round comes by itself. "buddies run" begins one.

# --- The numbers. Never a profile; small counts are not told. $count (text): a number, or rounds-few.
rounds-preview = **A round of buddies, as it would go out.** Nobody has been asked.
rounds-went-out = **A round of buddies has begun.** Everybody is asked in private.
rounds-few = fewer than five
rounds-count-looking = People looking: { $count }
rounds-count-pairs = Pairs: { $count }
rounds-count-trios = Threes who all agreed to that: { $count }
rounds-count-mentoring = With a mentor: { $count }
rounds-count-left = Without anybody this time: { $count }
rounds-why-hours = Of these, no two hours a week in common with anybody: { $count }
rounds-why-topic = Of these, nobody with a topic in common: { $count }
rounds-why-language = Of these, nobody who speaks their language: { $count }
rounds-why-stage = Of these, everybody is at a very different stage: { $count }
rounds-why-gender = Of these, by somebody's wish about gender: { $count }
rounds-why-past = Of these, asked about everybody who fits lately: { $count }
rounds-why-taken = Of these, everybody who fits is with somebody else: { $count }
rounds-why-alone = Of these, nobody else looks in their group: { $count }
rounds-why-mentor = Of these, no mentor free: { $count }
rounds-relaxed-repeat = Pairs who meet again, as both agreed: { $count }
rounds-relaxed-text_only = Pairs who only write, as both agreed: { $count }
rounds-relaxed-wider_stage = Pairs at different stages, as both agreed: { $count }
rounds-relaxed-trio = In threes, as all agreed: { $count }
# How good the choice is, as proved by the engine. $percent (text): "0.3".
rounds-best = It's proved that with as many pairs no other choice fits better.
rounds-near-best = It's proved that with as many pairs no other choice fits more than { $percent } % better.
rounds-best-unknown = How near this is to the best choice can't be told in per cent.
rounds-nobody = Nobody looks for a buddy right now.
rounds-send-button = Send it out
rounds-drop-button = Let it go

# --- Small groups, where a few words would tell who somebody is: a facilitator chooses.
rounds-small = Fewer than twenty look in a group, so there I ask nobody by myself. These would fit best; you know them better. Please keep this list to yourself.
rounds-small-none = At the moment no two of them fit.
rounds-small-waits = In a small group people wait for somebody who knows them: "buddies preview" suggests who might fit.
# $number (text): the place in the list above.
rounds-ask-button = Ask pair { $number }
rounds-shares-topics = a topic
rounds-shares-interests = an interest
rounds-shares-languages = a language
rounds-shares-hours = some hours
rounds-shares-stage = a stage
rounds-shares-mentor = one of them as mentor

# --- The report. $count (text): a number, or rounds-few. $day (text): a day.
rounds-report = **Buddies here**
rounds-report-looking = Looking: { $count }
rounds-report-resting = Resting: { $count }
rounds-report-together = Pairs together: { $count }
rounds-report-asked = Pairs being asked: { $count }
rounds-report-mentoring = With a mentor: { $count }
rounds-report-ended = Ended in the last three months: { $count }
rounds-report-not-both = Asked, without a yes from both: { $count }
rounds-report-waited-some = Waiting for one or two rounds: { $count }
rounds-report-waited-long = Waiting for three rounds or more: { $count }
rounds-report-last = **The last round**, { $day }:

# --- To a member who is left this time; in private, and safe on a lock screen: the first words say
# --- nothing of what it is about. It's nobody's doing, and nothing is wrong with them.
rounds-left-hours = This week's round found nobody yet: your hours and the others' didn't meet. If writing at any hour would do, tell me in your profile.
rounds-left-topic = This week's round found nobody yet who shares a topic with you. If a topic in common matters less to you, tell me in your profile.
rounds-left-language = This week's round found nobody yet who speaks one of your languages.
rounds-left-stage = This week's round found nobody yet: the others are at quite another point. If that would be fine with you, tell me in your profile.
rounds-left-gender = This week's round found nobody yet. Wishes about gender made it harder this time.
rounds-left-past = This week's round found nobody new yet: you were asked about everybody who fits not long ago. If meeting someone again would be fine, tell me in your profile.
rounds-left-taken = This week's round found nobody yet: everybody who would suit you found somebody else this time.
rounds-left-alone = This week's round found nobody yet: nobody else is looking right now.
rounds-left-mentor = This week's round found nobody yet: all who could walk with you have their hands full.
rounds-left-small = Few people look at the moment, so the team looks for somebody for you by hand. You'll still both be asked first.
# $day (text): a day, on the member's own calendar.
rounds-left-next = I look again on { $day }, and in each round after that; you come earlier the longer you wait.
rounds-left-some-time = I look again as soon as the team begins the next round; you come earlier the longer you wait.
rounds-left-profile = My profile
rounds-left-pause = Pause
# In the list of what can be said, behind several commands that share a word.
group-buddies = rounds of buddies, and how they fare (the team)
