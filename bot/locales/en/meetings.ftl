# Meetings: when they are, in words, and what is asked about drafts from other people's files.

# --- Files of meetings. A moderator reads these beside each draft before it becomes a meeting:
# --- one short question each, about the file and not about anybody.

meeting-ask-zone = Which time zone is meant? The file says none.
meeting-ask-zone-unknown = Which time zone is meant? The file names one that isn't known.
# $zone: such as America/New_York.
meeting-ask-zone-suggested = Is the time zone { $zone }? That comes from the place; the file says none.
# $zone: what the file says; $place: the time zone of the place that it names.
meeting-ask-zone-place = Which time zone is right? The file says { $zone }, but the place is on the time of { $place }.
meeting-ask-zone-utc = Is it meant to be kept in UTC? Then it moves by an hour on people's clocks in spring and autumn.
meeting-ask-day = On which day is it? The file says none, or one that doesn't exist.
meeting-ask-time = At what time is it? The file says none that is a time of day.
meeting-ask-length = How long is it? The file doesn't say; 60 minutes are assumed.
# $words: as they stand in the file's notes.
meeting-ask-pattern = Is it every week? The text says "{ $words }".
# $words: as they stand in the file's notes.
meeting-ask-closed = Does it take place at the moment? The text says "{ $words }".
# $host: such as zoom.us.
meeting-ask-link-in-text = Do people meet online by the link in the text ({ $host })?
meeting-ask-link-unclear = What is the link? What stands in its place is no web address.
meeting-ask-start = When is it really? The file's own next date differs from its day and time.

# Why a record of a file was left out; read in a list, behind what the source calls it.

meeting-refused-no-object = It is no record with fields.
meeting-refused-no-name = It has no name.
meeting-refused-twice = Another record of the file has the same id.
meeting-refused-keys-twice = It says the same thing twice, so two meetings may be mixed up in it.
meeting-refused-too-long = It is far longer than a meeting should be.
meeting-refused-archived = The source has archived or deleted it.
meeting-refused-unpublished = The source has not published it.
meeting-refused-cancelled = It is cancelled.
meeting-refused-no-start = It has no start.
meeting-refused-rule = Its recurrence can't be read, or comes more often than daily or never.
meeting-refused-two-rules = It has several recurrence rules in one; please make each a meeting of its own.
meeting-refused-later-ones = It changes "this and all later ones"; please make the later ones a meeting of their own.
meeting-refused-broken = It isn't written as a calendar event should be.

# Answer when nothing of a file can be read.
meeting-import-unreadable = I can't read meetings from that file. Meeting Guide, BMLT and calendar files (.ics) work.

# --- When a meeting is. Answers to words that can't be read; only the person sees them. No blame,
# --- and an example to copy that is understood.

meeting-when-unclear = I can't tell when that is. Something like **every Tuesday 7 pm**, **1st and 3rd Thursday 19:30** or **4 December 6 pm** works.
meeting-when-no-time = The days are clear, the time isn't yet. Something like **every Tuesday 7 pm** works.
meeting-when-no-day = On which day does it begin? Something like **every Tuesday 7 pm** or **weekly from 4 December 7 pm** works.
# $cities: such as "New York, Toronto, Jamaica".
meeting-zone-unclear = That can mean several clocks. Which city's time is it: { $cities }? Write it behind the time, like **every Tuesday 7 pm Berlin time**.
meeting-rule-unclear = I can't keep a meeting that comes back in that way. Something like **every other Thursday 7 pm** or **monthly on the 15th 6 pm** works.
meeting-rule-empty = No date in the calendar is like that. Something like **monthly on the 15th 6 pm** works.

# --- A meeting's days and time in words, read back before somebody says yes; inside a sentence.
# --- $time: such as 7:00 PM; $count: every so many days, weeks or months, 1 for each of them.

# $day: a date with its weekday and year.
meeting-says-once = { $day } at { $time }
meeting-says-daily = { $count ->
    [1] every day at { $time }
    [2] every other day at { $time }
   *[other] every { $count } days at { $time }
}
meeting-says-workdays = Monday to Friday at { $time }
# $days: such as "Tuesday and Thursday".
meeting-says-weekly = { $count ->
    [1] every { $days } at { $time }
    [2] every other week on { $days } at { $time }
   *[other] every { $count } weeks on { $days } at { $time }
}
# $which: such as "first and third Tuesday", from the words below.
meeting-says-monthly-weekday = { $count ->
    [1] on the { $which } of every month at { $time }
   *[other] on the { $which } of every { $count } months at { $time }
}
# $dates: such as "1 and 15".
meeting-says-monthly-date = { $count ->
    [1] on day { $dates } of every month at { $time }
   *[other] on day { $dates } of every { $count } months at { $time }
}
meeting-says-last-day = { $count ->
    [1] on the last day of every month at { $time }
   *[other] on the last day of every { $count } months at { $time }
}
meeting-says-last-workday = { $count ->
    [1] on the last working day of every month at { $time }
   *[other] on the last working day of every { $count } months at { $time }
}
# $day: a date without its year.
meeting-says-yearly = every year on { $day } at { $time }
meeting-says-other = on days of its own pattern at { $time }
# $rule: one of the above; $day: a date.
meeting-says-until = { $rule }, until { $day }
# $rule: one of the above; $count: how often in all.
meeting-says-count = { $rule }, { $count ->
    [1] once
   *[other] { $count } times
}

# Which weekday of its month: "the last Sunday".
meeting-nth-1 = first
meeting-nth-2 = second
meeting-nth-3 = third
meeting-nth-4 = fourth
meeting-nth-5 = fifth
meeting-nth-last = last
meeting-nth-last-but-one = last but one
