### Leading meetings: the rota, who is there, and a few words afterwards.

# --- Somebody to lead a meeting. Asked in the team's room; nobody is blamed for not being there.
# $name (text): the meeting; $when (text): its day and time.
meeting-chair-needed = Who leads **{ $name }** on { $when }? Nobody has said so yet.
meeting-chair-soon = **{ $name }** on { $when } has nobody to lead it so far. Can anyone step in?
meeting-chair-now = **{ $name }** begins, and nobody has said they're there to lead it. Can anyone step in now?
meeting-chair-take = I can
meeting-chair-taken = **{ $name }** on { $when }: somebody leads it.
meeting-chair-yours = { $name } on { $when } is yours. I'll ask you 15 minutes before whether you're there; "I can't" is fine even then.
meeting-chair-answer-here = I'm here
meeting-chair-answer-cannot = I can't
meeting-chair-thanks = Thank you. The door is yours.
meeting-chair-released = Thank you for saying so. Somebody else is asked.
# $time (text): the member's own hour; safe on a lock screen.
meeting-told-check = Your { $time }: will you be there?
meeting-told-absent = Your { $time }: so far nobody is there to lead it. The team has been asked. Waiting a little is fine, and so is going.
command-meeting-host = Lead a meeting
    .example = meeting host Newcomers Friday

# --- The rota: who leads in the weeks ahead. In the team's room, and to facilitators.
# $name (text): the meeting. Below it are buttons with its open dates.
meeting-chair-ahead = **{ $name }** still looks for somebody to lead it on some days. Does one of them suit you?
meeting-rota = Who leads in the next four weeks:
# $count (number): occurrences that are not shown.
meeting-rota-more = { $count ->
    [one] And one more. "rota" with a meeting's name shows that one alone.
   *[other] And { $count } more. "rota" with a meeting's name shows that one alone.
}
meeting-rota-none = No meeting here needs somebody to lead it. "rota join" and a meeting's name begins a rota.
meeting-rota-open = nobody yet
meeting-rota-you = you
meeting-rota-somebody = somebody of the team
# $when (text): a day; a button.
meeting-rota-take = I can: { $when }
# $dates (text): the days that fall to this person; $count (number): how many.
meeting-rota-joined = You're on the rota of { $name }. { $count ->
    [0] None of the next four weeks falls to you yet.
   *[other] These fall to you: { $dates }.
} I'll ask a day before, and "I can't" is always fine. "rota leave" ends it.
meeting-rota-left = You take no more turns at { $name }. Thank you for those you took.
# $when (text): day and time.
meeting-rota-freed = { $name } on { $when } is open again.
meeting-rota-falls = { $name } on { $when } falls to the next one on the rota, who is asked.
meeting-rota-nobody = Nobody leads it on that day.
meeting-chair-answer-fine = That suits me
meeting-chair-answer-take = I can
meeting-chair-answer-busy = Not this time
meeting-chair-fine = Good. I'll ask once more 15 minutes before.
meeting-chair-not-now = All right.
# Direct messages; $time, $day (text): the member's own; safe on a lock screen.
meeting-told-turn = Your { $time } on { $day }: it's your turn. Does that still suit you?
meeting-told-standin = Your { $time }: nobody is there yet. Can you step in?
meeting-told-arrived = Your { $time }: somebody is there after all.
meeting-told-freed = Your { $time } on { $day }: it isn't your turn any more. Nothing is left to do.
command-rota-show = See who leads meetings in the weeks ahead
    .example = rota show Newcomers
command-rota-join = Lead a meeting in turn with others
    .example = rota join Newcomers
command-rota-leave = Take no more turns
    .example = rota leave Newcomers
command-rota-free = Have somebody else lead on one day
    .example = rota free Newcomers Friday
group-rota = who leads meetings (facilitators)

# --- A few words for the team, from whoever led a meeting; asked when it is over. Free to leave out.
meeting-told-report = Your { $time } is over. Thank you for being there. A few words for the team, if you like?
meeting-report-write = Write a few words
    .words = write
meeting-report-nothing = Nothing to say
    .words = nothing
meeting-report-none = All right. Thank you for being there.
meeting-report-thanks = Thank you. The team has it; I keep no copy.
# Behind the meeting's name, above what was written; $when (text): day and time.
meeting-report-heading = { $when }, as told by whoever led it:
form-meeting-report = How was it?
form-meeting-report-came = How many came
    .hint = A number is enough, and no names, please.
form-meeting-report-went = How it went
form-meeting-report-look = What the team should look at
    .hint = If somebody may be in danger, please don't wait: "help now".
