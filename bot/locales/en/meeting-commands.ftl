### Meetings: what people can say, and what they are told.

# --- The list. Shown to one person; times are on their own clock.
# $time (text): the hour at the meeting; $city (text): whose clock that is.
meeting-time-there = { $time } in { $city }
meetings-list-week = Meetings in the next seven days:
meetings-list-today = Meetings today:
meetings-list-now = On right now; coming in late is fine:
meetings-list-about = These fit:
meetings-nothing-week = No meeting is planned for the next seven days.
meetings-nothing-today = No more meetings today.
meetings-nothing-now = No meeting is on right now.
meetings-nothing-about = None of these has a date ahead.
# $count (number): those that are not shown.
meetings-more = { $count ->
    [one] And one more. A topic or a name finds it, like "meetings Newcomers".
   *[other] And { $count } more. A topic or a name finds them, like "meetings Newcomers".
}
# $words (text): what was looked for.
meetings-none-such = I know of no meeting or topic called "{ $words }".
meetings-none-yet = I don't know of any meetings yet. For now, your community's own channels are the place to look.
meetings-nowhere = Meetings belong to a community. Please ask me in its own rooms, or join there first.
# Buttons; .words are what also means them.
meetings-view-today = Today
    .words = today, tonight
meetings-view-week = This week
    .words = week, this week
meetings-view-now = On now
    .words = now, on now, right now

# --- One meeting.
# $count (number).
meeting-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
meeting-count-coming = { $count ->
    [0] nobody has said yet that they come
    [one] one is coming
   *[other] { $count } are coming
}
meeting-count-maybe = { $count ->
    [one] one may come
   *[other] { $count } may come
}
meeting-count-free = { $count ->
    [0] all places are taken
    [one] one place is free
   *[other] { $count } places are free
}
meeting-count-waiting = { $count ->
    [one] one is waiting for a place
   *[other] { $count } are waiting for a place
}
meeting-has-link = online; whoever says they come gets the link shortly before
meeting-kind-open = open to all
meeting-kind-closed = closed, for those it is about
meeting-kind-topic = on one topic at a time
meeting-kind-family = for families and friends
meeting-kind-newcomers = for newcomers
meeting-kind-workshop = workshop
meeting-kind-social = just being together
meeting-kind-one-on-one = one on one
meeting-you-coming = You said you're coming.
meeting-you-maybe = You said maybe.
meeting-you-waiting = You're waiting for a place.
meeting-choice-show = Show it
    .words = show
meeting-choice-coming = I'm coming
    .words = coming, yes
meeting-choice-maybe = Maybe
    .words = maybe
meeting-choice-not = Not this time
    .words = no, not coming
meeting-choice-remind = Remind me
    .words = remind
meeting-choice-ics = Calendar file
    .words = file, calendar

# --- Coming or not. Only the number is public; no reason is ever asked for.
meeting-said-coming = Noted. Others see the number only, not who.
meeting-said-coming-link = Noted. Others see the number only, not who. I'll send you the link 15 minutes before.
meeting-said-coming-in = Noted. This is the way in, for you alone:
meeting-said-maybe = Noted as a maybe. Nothing is expected.
meeting-said-waiting = All places are taken. You're on the list, and I'll write to you if one becomes free.
meeting-said-not = All right, not this time.
# $passcode (text).
meeting-passcode = Passcode: { $passcode }

# --- Direct messages. The first line may be read by others on a lock screen: an hour, nothing else.
# $time (text): the member's own hour.
meeting-told-remind = Your { $time } reminder.
meeting-told-way-in = Your { $time }: this is the way in, for you alone.
meeting-told-place = Your { $time }: a place has become free, and it's yours.
# $day (text): the day it was planned for.
meeting-told-cancelled = Your { $time } on { $day } doesn't take place.
meeting-told-moved = Your { $time } on { $day } has moved. New time:
# $name (text): what the meeting is called.
meeting-told-changed = A change of plan.

    "{ $name }" is different from now on. "meetings" shows it as it is.
meeting-told-ended = A change of plan.

    "{ $name }" has come to its end. "meetings" shows what else there is.
meeting-told-paused = A change of plan.

    "{ $name }" is taking a break. I'll tell you when it goes on.
meeting-told-resumed = A change of plan.

    "{ $name }" goes on. "meetings" shows when.

# --- Reminders.
# $name (text): a meeting or a topic; $before (text): a while, like "30 minutes".
meeting-remind-set = I'll remind you of "{ $name }", { $before } before it begins.
meeting-remind-set-topic = I'll remind you of every meeting about "{ $name }", { $before } before it begins.
# A moment follows.
meeting-remind-next = The next one:
meeting-remind-next-late = The next one begins before I'd remind you, so this is your reminder:
meeting-remind-stop = No reminder
meeting-remind-off = No more reminders of "{ $name }".
meeting-remind-off-all = No more reminders of meetings.
meeting-remind-none = You have no reminders of meetings. "remind me" and a name sets one up.
meeting-remind-list = I remind you of:
meeting-remind-line = { $name }, { $before } before
# $count (number).
meeting-span-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
meeting-span-hours = { $count ->
    [one] one hour
   *[other] { $count } hours
}
meeting-span-days = { $count ->
    [one] one day
   *[other] { $count } days
}
# What people write behind a while, apart by commas.
meeting-before-words = before, beforehand, ahead, earlier
meeting-lead-unclear = How long before? Something like **15 minutes** or **1 hour** works, up to a day.

# --- Calendars.
# What an entry is called where others may see it; $name (text): that, or the meeting's name.
calendar-entry = Meeting
calendar-cancelled = Cancelled: { $name }
calendar-name = Meetings
# $address (text): a secret web address.
calendar-neutral = This is the address of your own calendar of meetings. Entries are just called "Meeting"; "calendar names" shows their names instead.

    { $address }

    Whoever has the address can read the calendar, so please keep it to yourself. Calendars look for news only a few times a day.
calendar-named = This is the address of your own calendar of meetings, with their names.

    { $address }

    Whoever has the address can read the calendar, so please keep it to yourself. Calendars look for news only a few times a day.
calendar-off-button = Make it stop working
calendar-off = Done. The address leads nowhere any more.
calendar-none = There's no calendar address of yours.
calendar-not-here = Calendar addresses aren't set up here. "Calendar file" below a meeting works.
calendar-file = Here is the file; your calendar programme opens it.
calendar-export = All meetings as a calendar file. Links and passcodes aren't in it.

# --- For moderators and facilitators.
meeting-unknown = I don't know which meeting is meant. There are: { $names }.
meeting-several = Which one? These fit: { $names }. The number from "meeting list" works too, like #2.
meeting-no-community = Please say that in one of your community's rooms, so that I know which meetings you mean.
meeting-over = That one is over, or doesn't take place.
meeting-none-ahead = That meeting has no date ahead.
meeting-add-no-name = When is clear; what is it called? Something like **every Tuesday 7 pm Newcomers** works.
meeting-add-how = Say it in a line, like **meeting add every Tuesday 7 pm Newcomers**, or fill it in.
meeting-add-form = Fill it in
    .words = fill in, form
# $name (text); $rule (text): when, with the city whose clock counts; $dates (text): the next ones.
meeting-add-sure = **{ $name }**: { $rule }. The next dates: { $dates }. Is that right?
meeting-add-yes = Yes, add it
    .words = yes
meeting-add-no = No
    .words = no
meeting-add-dropped = Not added. You can say it another way.
meeting-added = **{ $name }** is on the list. Next: { $dates }. A link, a topic or a number of places goes with "meeting edit".
meeting-list-button = All meetings
meeting-list = The meetings, with the numbers you can name them by:
meeting-list-none = There are no meetings yet. "meeting add" makes the first.
meeting-list-paused = paused
meeting-list-over = no date ahead
# $count (number): drafts.
meeting-list-drafts = { $count ->
    [one] One draft from a file waits for a yes: "meeting import".
   *[other] { $count } drafts from files wait for a yes: "meeting import".
}
# $day (text): the next day it takes place.
meeting-cancel-which = Which one of { $name }? The next is on { $day }. Please add the day; "meeting end" ends the whole series.
# $when (text): its day and time; $told (number): members who were told; $dates (text): the next ones.
meeting-cancelled = { $name } on { $when } doesn't take place. { $told ->
    [0] Nobody had asked to be told.
    [one] One member is told.
   *[other] { $told } members are told.
} Next: { $dates }.
# $old, $new (text): days and times.
meeting-moved = { $name } has moved from { $old } to { $new }. { $told ->
    [0] Nobody had asked to be told.
    [one] One member is told.
   *[other] { $told } members are told.
}
meeting-move-past = That time is over already. Please choose one to come.
# $dates (text): the next ones.
meeting-not-that-day = It doesn't take place on that day. The next dates: { $dates }.
# $until (text): a day.
meeting-paused = { $name } is paused, and goes on from { $until }. { $told ->
    [0] Nobody had asked to be told.
    [one] One member is told.
   *[other] { $told } members are told.
}
meeting-paused-open = { $name } is paused until "meeting resume". { $told ->
    [0] Nobody had asked to be told.
    [one] One member is told.
   *[other] { $told } members are told.
}
meeting-resumed = { $name } goes on. Next: { $dates }. { $told ->
    [0] Nobody had asked to be told.
    [one] One member is told.
   *[other] { $told } members are told.
}
meeting-ended = { $name } has ended. { $told ->
    [0] Nobody had asked to be told.
    [one] One member is told.
   *[other] { $told } members are told.
}
meeting-edited = { $name } is changed. { $told ->
    [0] Nobody needs to be told.
    [one] One member is told.
   *[other] { $told } members are told.
}
meeting-edited-when = { $name } is changed: { $rule }. The next dates: { $dates }. { $told ->
    [0] Nobody had asked to be told.
    [one] One member is told.
   *[other] { $told } members are told.
}
meeting-link-unclear = That's no web address. It begins with https://.
# $kinds (text).
meeting-kind-unclear = These kinds work: { $kinds }.
# $most (number).
meeting-number-unclear = A number from 1 to { $most } works.
meeting-name-missing = A meeting needs a name.
form-new-meeting = A new meeting
form-new-meeting-name = What it's called
form-new-meeting-when = When
    .hint = every Tuesday 7 pm, 1st and 3rd Thursday 19:30 Berlin time, 4 December 6 pm
form-new-meeting-topic = Topic, if it has one
    .hint = Members can be reminded of all meetings on a topic.
form-new-meeting-link = Link, if it's online
    .hint = Only those who say they come get it, shortly before.
form-new-meeting-passcode = Passcode, if there is one

# --- What each command does, with a line to copy.
command-meetings = Meetings
    .example = meetings today
command-coming = Say that you come to a meeting
    .example = coming Newcomers
command-maybe = Say that you may come to a meeting
    .example = maybe Newcomers
command-not-coming = Say that you don't come after all
    .example = not coming Newcomers
command-remind-me = Be reminded of a meeting or a topic
    .example = remind me Newcomers 15 minutes
command-remind-list = See what you're reminded of
    .example = remind list
command-remind-off = Be reminded no more
    .example = remind off Newcomers
command-calendar = Get a calendar of meetings for yourself
    .example = calendar
command-meeting-add = Add a meeting
    .example = meeting add every Tuesday 7 pm Newcomers
command-meeting-list = See all meetings with their numbers
    .example = meeting list
command-meeting-edit = Change something about a meeting
    .example = meeting edit Newcomers topic First steps
command-meeting-cancel = Cancel a meeting on one day
    .example = meeting cancel Newcomers Friday
command-meeting-move = Move one meeting to another time
    .example = meeting move Newcomers Friday 8 pm
command-meeting-skip = Leave out the next meeting
    .example = meeting skip Newcomers
command-meeting-pause = Pause a meeting
    .example = meeting pause Newcomers 15 December
command-meeting-resume = Go on with a paused meeting
    .example = meeting resume Newcomers
command-meeting-end = End a meeting's whole series
    .example = meeting end Newcomers
command-meeting-export = Get all meetings as a calendar file
    .example = meeting export
group-meeting = the meetings of your community (facilitators)
group-remind = reminders of meetings
argument-meeting = a meeting's name, or its number such as #2
argument-thing = a meeting's name, or a topic
argument-before = how long before, like 15 minutes or 1 hour
argument-which = today, week, now, a topic or a name
argument-said = when and what, like every Tuesday 7 pm Newcomers
argument-detail = what to change
argument-value = what it becomes; leave it out to empty it
argument-day = a day, like Friday or 4 December
argument-to = the new time, like Friday 8 pm; or one day to another
argument-entries = names, neutral or off

# The place of a meeting that has none, where Discord shows it among a server's events.
meeting-event-where = Ask Handrail: "meetings"

# --- Drafts from files, one by one; a facilitator reads them.
meeting-import-questions = Please look at this first:
# $count (number): drafts that wait, this one among them; at least one.
meeting-import-waiting = { $count ->
    [one] It's the last one that waits.
   *[other] { $count } wait, this one among them.
}
meeting-import-no-when = The file doesn't say when.
meeting-import-take = Take it as it is
    .words = take, yes
meeting-import-zone = It's our community's time
    .words = our time, zone
meeting-import-when = Give day and time
    .words = when
meeting-import-leave = Leave it out
    .words = leave out, no
meeting-import-all = Take all without questions
    .words = all
meeting-import-not-now = Later
    .words = later
# $name (text): a meeting's name.
meeting-import-taken = "{ $name }" is on the list.
# $count (number).
meeting-import-taken-all = { $count ->
    [one] One more is on the list.
   *[other] { $count } more are on the list.
}
meeting-import-left = Left out. Reading the file again won't bring it back.
meeting-import-later = Gladly. "meeting import" goes on.
meeting-import-none = No drafts wait. They come from files that whoever runs this bot reads in, with "handrail meetings import".
form-meeting-when = When is it?
form-meeting-when-when = Day and time, with a city if needed
    .hint = every Tuesday 7 pm, 1st and 3rd Thursday 19:30 Berlin time, 4 December 6 pm
command-meeting-import = Confirm meetings from a file
    .example = meeting import

# --- A line in a room, half an hour before. Everybody there reads it; it asks nothing of anybody.
meeting-announced = Everybody is welcome as they are. Say "meetings" to me for more.
# $name (text); $minutes (number): before the start.
meeting-announce-on = I'll say a line in this room { $minutes } minutes before each "{ $name }".
meeting-announce-off = "{ $name }" is announced no more.
meeting-announce-where = Please say that in the room where it shall be announced.
command-meeting-announce = Announce a meeting in this room
    .example = meeting announce Newcomers

meeting-not-cancelled = No coming date is cancelled there.
meeting-restored = { $name } takes place after all. Next: { $dates }. { $told ->
    [0] Nobody had asked to be told.
    [one] One member is told.
   *[other] { $told } members are told.
}
meeting-told-restored = Your { $time } takes place after all.
command-meeting-restore = Have a cancelled meeting take place after all
    .example = meeting restore Newcomers Friday
