### The daily check-in.

# The daily question. Its first line is safe on a lock screen that somebody else reads.
# $hour (text): the member's hour.
checkin-question = Hi, it's your { $hour }.

    Which word is nearest? Nothing is expected.
# Asked for by the member.
checkin-question-now = Which word is nearest right now?

# The five words and "not today": short, of equal worth, none of them a grade.
checkin-word-good = good
checkin-word-okay = okay
checkin-word-mixed = mixed
checkin-word-low = low
checkin-word-rough = rough
checkin-word-skip = not today
checkin-later = ask me later

# $word (text): the word tapped.
checkin-thanks = Noted: { $word }. Thank you.
checkin-thanks-changed = Changed to: { $word }.
checkin-thanks-skip = Not today, then. That counts as an answer.
checkin-thanks-hard = Noted: { $word }. Thank you for telling me. Days like this are allowed here.
# Offered, never pushed.
checkin-hard-offer = I'm only a program, so: would a person help, or something small to try? It's fine if not.
checkin-add-note = Add a note
    .words = note
checkin-change-word = Change the word
    .words = change
checkin-change = Which word is nearer?
# After a reaction was removed, above the words; changing one's mind needs no reason.
checkin-taken-back = Taken back; nothing is noted for that day. Which word is nearest?
# The same where a note goes with the word.
checkin-taken-back-note = Your note stays, and so does the word beside it until you choose another. Which one is nearest?
# Above the words for today.
checkin-day-closed = That day is too long ago for me to change. Which word is nearest today?

checkin-later-when = Gladly. When?
checkin-later-1h = In an hour
    .words = 1 h, 1h, in 1 h, in an hour
checkin-later-3h = In three hours
    .words = 3 h, 3h, in 3 h, in three hours
checkin-later-tonight = Tonight
    .words = tonight
# $at (text): a local time.
checkin-later-set = I'll ask again at { $at }.

# Before the first note; the yes to this text is recorded.
checkin-notes-ask = Shall I keep notes for you? They are encrypted with a key of your own, moderators don't see them, and "checkin notes off" removes them all. Until you say yes I keep none.
checkin-notes-yes = Yes, keep my notes
    .words = yes
checkin-notes-no-thanks = No, thanks
    .words = no
checkin-notes-on = From now on I keep your notes. One that you wrote before this yes isn't kept, so please send it again.
checkin-notes-no = All right, no notes.
checkin-notes-off = Your notes are removed, and I'll keep no more.
checkin-note-kept = Kept, for you.
checkin-note-needs-word = A note goes with a day's word. Which one is nearest? Then please send the note once more.
form-note = A note for yourself
form-note-words = Whatever you'd like to remember
    .hint = Moderators don't see it.

# $next (text): day and time.
checkin-time-set = Done. Your next check-in: { $next }.
# $days (text): names of days.
checkin-days-set = Done: { $days }. Your next check-in: { $next }.
checkin-days-unclear = I didn't recognise those days. "weekdays", "every day" or "Mon, Wed, Fri" work.
# Words that mean these days, apart by commas.
checkin-days-every = every day, daily, all
checkin-days-weekdays = weekdays, working days, workdays
checkin-days-weekend = weekend, weekends
checkin-prompt-set = Done. I'll add your own words to the question.
checkin-prompt-ours = Done. A small question of ours or of your community comes along, each day another one.
checkin-prompt-none = Done. Only the words to choose from, and nothing beside them.
# $until (text): the first day asked again.
checkin-paused = Paused. I'll ask again on { $until }, not before.
checkin-paused-open = Paused. I'll wait until you say "checkin resume".
checkin-resume-button = Go on asking
checkin-resumed = Gladly. Your next check-in: { $next }.
checkin-no-plan = You have no daily check-in yet. "start" sets one up.

# One post a day in a channel, for all to read; it must not sound as if anybody had to answer. Only
# whoever presses the button sees what follows.
checkin-post = Good day, everybody. Whoever likes can check in here; only you see what you answer.
checkin-post-button = Check in

# After "checkin where": each says what will be different, and who can read what.
checkin-where-dm = Done. I'll ask you in direct messages.
checkin-where-channel = Done. I won't write to you each day; there's a post with a button in the channel instead. Only you see what you answer.
checkin-where-thread = Done. I'll ask you in a private thread. The team can read a thread, so I leave out your own question there; what you answer is seen by you alone.
# What was asked for is not to be had here; no blame.
checkin-where-missing = There's no such place here, so I'll ask you in direct messages.
# To somebody whose direct messages are closed, and who is in a channel now.
checkin-where-offer = Your direct messages are closed to me, so my daily question can't reach you there. Would another place do?
checkin-where-channel-button = The post in the channel
checkin-where-thread-button = A private thread

# $month, $longest, $total (numbers): days; $total is at least 1. Never a loss, never a zero:
# on the first days of a month, only the whole is told.
checkin-history = { $month ->
    [0] { $total ->
        [one] One day in all
       *[other] { $total } days in all
    }
    [one] One day this month, { $total } in all
   *[other] { $month } days this month, { $total } in all
}. Your longest run was { $longest ->
    [one] one day
   *[other] { $longest } days
}.
checkin-history-empty = Nothing here yet, and that's fine. Your first word starts it.

command-checkin-now = Check in right away
    .example = checkin now
    .words = check me in, how am i
command-checkin-time = Choose your hour
    .example = checkin time 9:30
command-checkin-days = Choose your days
    .example = checkin days Mon, Wed, Fri
command-checkin-where = Choose where you're asked
    .example = checkin where dm
command-checkin-prompt = Add a question of your own
    .example = checkin prompt "What went well?"
command-checkin-pause = Pause the daily check-in
    .example = checkin pause until Friday
command-checkin-resume = Go on with the daily check-in
    .example = checkin resume
command-checkin-notes = Keep notes, or remove them all
    .example = checkin notes off
command-note = Add a note to today
    .example = note "slept well, called Sam"
argument-at = a time, like 9:30 or 7 pm
argument-days = days, like weekdays or Mon, Wed
argument-words = your words
argument-keep = on or off
argument-spot = dm, channel or thread
argument-spot-dm = direct messages
argument-spot-channel = the daily post in the channel
argument-spot-thread = a private thread
