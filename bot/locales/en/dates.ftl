### Dates that matter to a member: what they are, their milestones, and what is said after a lapse.
### Nothing here is announced: milestones are questions, a lapse takes nothing away, and no number
### is ever told that the member did not ask for. Never a zero, never "day 1", never "start over".

# How long it has been, in a member's own unit. $count (number).
dates-span-h = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
dates-span-d = { $count ->
    [0] less than a day
    [one] one day
   *[other] { $count } days
}
dates-span-w = { $count ->
    [one] one week
   *[other] { $count } weeks
}
dates-span-m = { $count ->
    [one] one month
   *[other] { $count } months
}
dates-span-y = { $count ->
    [one] one year
   *[other] { $count } years
}

# Unasked, at the member's hour. The first line is safe on a lock screen that somebody else reads;
# the name of the date follows only if the member lets it be shown. It asks and does not cheer.
# $span (text): "30 days". $since (text): the day it counts from.
milestone-question = Hello, a short question about your calendar.

    That's **{ $span }** today, counted from { $since }. Still right?
# The same, a day late. $day (text): the day on which it was reached.
milestone-question-late = Hello, a short question about your calendar.

    That was **{ $span }** on { $day }, counted from { $since }. Still right?
# What can be said to it.
milestone-yes = Yes
milestone-change = Change the date
    .words = change
milestone-quiet = Mark it quietly
    .words = quiet, quietly
milestone-lapse = Note a lapse
# After the yes; private, warm, short. $span (text): "30 days".
milestone-kept = **{ $span }.** It's good that you are here. This stays between you and me.
milestone-kept-quietly = Noted, quietly.

# Buttons below the yes, where the community offers them; nobody has to.
milestone-share = Share it
milestone-chip = Wear a chip
# Above the exact words that everybody in the room would read.
milestone-preview = These exact words would stand in your community's room, with your name. Whoever is in that room can read them, until you take them back.
milestone-post = Post it
milestone-do-not-post = Rather not
milestone-not-shared = All right. It stays between you and me.
milestone-posted = It will be there in a moment. You can take it back whenever you like, also with "date unshare".
milestone-take-back = Take it back
milestone-taken-back = Taken back. Nothing about your dates stands in a room any more.
# Everybody in the room reads it, behind the member's name; the member pressed for it.
# $span (text): "30 days".
milestone-public = wanted to share this with you: { $span }.
milestone-chip-on = Your chip is on its way. Others can see it; "date unchip" takes it off whenever you like.
milestone-chip-off = Take the chip off
milestone-chip-is-off = You wear no chip any more.

# After "date add" without words.
date-add-how = A date can be anything that matters to you. A name and a day are enough, like **date add sober since 3 May 2024**. Only you see it.
date-add-button = Add a date
# $name (text): as the member called it. $since (text): a day. $days (text): "30 days".
date-added = Kept, for you alone: { $name }, { $since }. That makes { $days }.
# $most (number): how many dates are kept.
date-too-many = I keep up to { $most } dates. "date remove" makes room.
date-needs = A date needs a name and a day, like **date add sober since 3 May 2024**.
date-changed = Changed: { $name }, { $since }.
# After a lapse, somebody says from when they count again; what was before stays.
date-goes-on = { $name } goes on from { $since }. Everything before it stays.
# $name (text): of the date whose day is to be changed.
date-change-how = Which day should { $name } have?
date-day-button = Name the day
date-which = Which of your dates do you mean? Its name or its number in "date list" is enough.
date-list = Your dates. Only you see this.
date-list-empty = No dates yet. You can add one if you like; only you see it.
# A line of the list. $number (text), $name (text), $days (text): "30 days", $since (text).
date-line = { $number }. { $name }: { $days } since { $since }
date-line-shown = { $number }. { $name }: { $days } since { $since } (its name may be shown)
date-history-button = The whole picture
# Asked for; what came before a lapse counts like everything else.
date-history = All of it, because you asked. Nothing here is ever erased by a lapse.
# $name (text); $total, $longest (text): "30 days".
date-history-line = { $name }: { $total } in all; the longest run was { $longest }
date-history-empty = Nothing here yet, and that's fine.
# $name (text).
date-now-shown = The name { $name } may now stand in your pictures, and in what I send you about it.
date-now-hidden = The name { $name } now stands nowhere but in your own list.
date-remove-sure = Remove { $name } with everything that belongs to it? I can't bring it back.
date-remove-yes = Remove it
date-remove-no = Keep it
date-removed = Removed.
date-stays = It stays.

# Named among the things that can be shared, as "the word of the day" is.
share-item-dates = your dates that may be shown

# Right after somebody told of a lapse: thanks, then safety, nothing else. No number, no "but".
lapse-first = Thank you for saying it. First: are you safe right now?

    Tolerance drops fast, within days: the amount from before can be too much now. If you can, don't be alone, and have naloxone near if it was an opioid. Stopping suddenly again, above all alcohol, benzodiazepines or GHB, can need a doctor; shaking, sweating, confusion or a seizure is a reason to call an ambulance.
lapse-safe = I'm safe
lapse-person = I'd like a person
lapse-lines = Help lines
# I am a program and no help in this; who would be?
lapse-people = Gladly. I'm only a program. Who would be good to have with you now?
lapse-team = The team
lapse-buddy = My buddy
# After "I'm safe". $day (text): of the lapse.
lapse-kept = Good to know. I noted { $day }, for you alone; nobody is told, and nothing is taken away.
# $days (text): all days together, "412 days".
lapse-days-stay = Your { $days } stay yours.
lapse-which-date = Is it about one of your dates? A press is enough; another day is fine too.
lapse-day-button = It was another day
lapse-note-button = Add a note
lapse-back-button = Don't keep it
lapse-note-kept = Kept, for you alone.
lapse-taken-back = Taken back; I keep nothing of it.
# $name (text): of the date that it is about.
lapse-about = Noted with { $name }.
# $day (text): when it was. $on (text): from when days count again.
lapse-day-set = Noted: { $day }; counted on from { $on }.
# In the history, when asked for. $day (text).
lapse-line = A lapse on { $day }
# A button that opens it. $day (text): a short day.
lapse-open = Lapse, { $day }

# Unasked, days later, once. The first line is safe on a lock screen.
lapse-helped-question = Hello, one question, and only if you like it.

    The other day you told me of a hard moment. Looking back at better days: what helped before? A few words are enough. They stay with you, and I won't ask again.
lapse-helped-write = Write it down
lapse-helped-not-now = Not now
lapse-helped-kept = Kept, for you. It stands in "date history".
lapse-helped-not = That's fine. I won't ask again.

form-date-new = A date that matters
form-date-new-name = What do you call it?
    .hint = Sober since, left hospital; only you see it
form-date-new-since = Which day was it?
    .hint = 3 May 2024, or yesterday, or 30 days ago
form-date-day = Another day
form-date-day-since = Which day is right?
    .hint = 3 May 2024, or yesterday, or 30 days ago
form-lapse-day = When it was
form-lapse-day-day = Which day was it?
    .hint = yesterday, or Monday, or 3 May
form-lapse-day-on = From when do days count again?
    .hint = May stay empty: from that day
form-lapse-note = A note for yourself
form-lapse-note-words = Whatever you'd like to remember
    .hint = Moderators don't see it.
form-lapse-helped = What helped before
form-lapse-helped-words = A person, a place, a thing to do
    .hint = Moderators don't see it.

group-date = dates that matter to you
command-date-add = Add a date that matters
    .example = date add sober since 3 May 2024
command-date-change = Give a date another day
    .example = date change sober since 4 May 2024
command-date-list = See your dates
    .example = date list
    .words = my dates
command-date-remove = Remove a date
    .example = date remove sober since
command-date-hide = Keep a date's name to your own list
    .example = date hide sober since
command-date-show = Let a date's name be shown
    .example = date show sober since
command-date-history = See all your days and your longest run
    .example = date history
command-date-unshare = Take back what you shared of your dates
    .example = date unshare
command-date-unchip = Take off your chip
    .example = date unchip
command-lapse = Tell of a lapse; nothing is taken away
    .example = lapse yesterday "a long day, and nobody to talk to"
    .words = i had a lapse, i lapsed, i had a slip, i slipped, slip
argument-date = a date's name, and a day where one is needed
argument-lapse = when it was, and a note if you like
