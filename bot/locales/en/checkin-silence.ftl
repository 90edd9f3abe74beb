### After some questions without an answer; a buddy who may hear of it; the evening's look back.

## To somebody who has not answered for a while. No blame, no catching up, nothing counted.

# The first line may be read by somebody else on a lock screen.
missing-word = Hello again.

    No catching up needed; your days are all here. Shall I keep asking?
missing-yes = Yes
    .words = yes
missing-less = Less often
    .words = less
missing-pause = Pause for a week
    .words = pause
missing-stop = Stop asking
    .words = stop asking
missing-goes-on = Gladly. It goes on as before.
# Only the daily question ends; the rest of what they use stays.
missing-stopped = I've stopped asking. Everything else stays as it is, your days too. "checkin resume" starts it again.
# After an answer, where the daily question had fallen asleep by itself. $next (text): day and hour.
missing-woken = Good to hear from you. I'll ask you again, { $next } next.
# Label of the button below it.
missing-quiet = Rather not
# After two weeks of questions. First line: as above.
missing-asleep = A short note, and then I'll be quiet.

    Your daily question rests from now on. Your days stay where they are. The button below, or "checkin resume", wakes it whenever you like.

# $count (number): of questions without an answer; 0 is never.
missing-after-set = { $count ->
    [0] Done. I won't say anything about days without an answer; after two weeks the question rests.
    [one] Done. After one question without an answer I'll ask once whether to go on.
   *[other] Done. After { $count } questions without an answer I'll ask once whether to go on.
}
# $most (number): the largest.
missing-after-unclear = I can take a number from 1 to { $most }, or "off".

## A buddy who hears of it, only by the yes of both.

# To the buddy, before any yes. It says neither who nor how they are beyond that they are buddies.
hearing-ask = A question from your buddy.

    If they don't answer my daily question for some days, may I tell you so? Only that, never what they wrote. You needn't do anything about it, and a no is fine.
hearing-yes = Yes, tell me
    .words = yes
hearing-no = No, thanks
    .words = no
hearing-agreed = Thank you. You'll hear from me once, if it ever comes to that.
# To the buddy. First line safe on a lock screen.
hearing-silent = A short word, as agreed.

    Your buddy hasn't answered my daily question for some days. That is all I know, and it may mean nothing. A hello from you might be welcome; it's fine if today isn't the day for it.
hearing-off = Don't tell me any more
    .words = off
hearing-off-done = All right, I won't tell you about it.
# To the member.
hearing-asked = I've asked your buddy. They hear only that you haven't answered for some days, one question after I've asked you myself, and only if they say yes. "checkin buddy off" ends it.
hearing-nobody = There is nobody to ask yet: you have no buddy at the moment. "buddy join" looks for one.
hearing-ended = Done. Nobody hears of it any more.

## The evening

# The first line is safe on a lock screen. $hour (text): the member's hour.
checkin-evening-question = Good evening, it's { $hour }.

    A look back, if you like; nothing is expected.
# Above what the member wrote in the morning.
checkin-evening-intention = This morning you wrote:
# $next (text): day and hour.
checkin-evening-on = Done. Your next look back: { $next }. The morning's question is about the day ahead now; "checkin extras intention on" keeps a small intention for it.
checkin-evening-off = Done. One question a day.

command-checkin-evening = Add a look back in the evening
    .example = checkin evening 20:30
command-checkin-after = Choose when I ask whether to go on
    .example = checkin after 5
command-checkin-buddy = Let your buddy hear when you've been silent
    .example = checkin buddy on
argument-questions = a number of questions, or off
