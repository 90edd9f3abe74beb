### Prompts: one small question below the daily one; each once before any comes again.
### The reader may be having any kind of day: open, short, none that a bad day would mock, none that
### asks for progress. All may be left unanswered.

## For any day

checkin-prompts-day-1 = If you like: what is one thing that could make today a bit lighter?
checkin-prompts-day-2 = If you like: who, or what, felt good to be near lately?
checkin-prompts-day-3 = If you like: what does your body ask for today?
checkin-prompts-day-4 = If you like: what would be enough for today?
checkin-prompts-day-5 = If you like: what is on your mind first today?
checkin-prompts-day-6 = If you like: what is one small thing that is all right as it is?
checkin-prompts-day-7 = If you like: which place feels safe to you, even in thought?
checkin-prompts-day-8 = If you like: what would you tell a friend who has a day like yours?
checkin-prompts-day-9 = If you like: what could wait until tomorrow?
checkin-prompts-day-10 = If you like: which sound, smell or song does you good?
checkin-prompts-day-11 = If you like: what do you need more of today, and what less?
checkin-prompts-day-12 = If you like: who could you say hello to today?
checkin-prompts-day-13 = If you like: what got you through a harder day before?
checkin-prompts-day-14 = If you like: what did you notice today that nobody else did?

## For the end of a week

checkin-prompts-week-1 = The week in a line, if you like: what stays with you?
checkin-prompts-week-2 = The week in a line, if you like: what carried you?
checkin-prompts-week-3 = The week in a line, if you like: what was harder than it looked?
checkin-prompts-week-4 = The week in a line, if you like: who was good to you, and were you one of them?
checkin-prompts-week-5 = The week in a line, if you like: what do you want to keep for the next one?
checkin-prompts-week-6 = The week in a line, if you like: what can you put down now?

## For a morning, when there is a look back in the evening too

checkin-prompts-morning-1 = For today, if you like: one small thing you'd be glad about tonight?
checkin-prompts-morning-2 = For today, if you like: what will you be gentle with?
checkin-prompts-morning-3 = For today, if you like: when could you have ten quiet minutes?
checkin-prompts-morning-4 = For today, if you like: who could you lean on, should you need to?
checkin-prompts-morning-5 = For today, if you like: what is the first small step?
checkin-prompts-morning-6 = For today, if you like: what may be left undone?
checkin-prompts-morning-7 = For today, if you like: what helps when it gets hard?

## For an evening

checkin-prompts-evening-1 = What was a good minute today, however short?
checkin-prompts-evening-2 = What helped today, even a little?
checkin-prompts-evening-3 = What was heavy, and can rest until tomorrow?
checkin-prompts-evening-4 = Who crossed your path today?
checkin-prompts-evening-5 = What surprised you today?
checkin-prompts-evening-6 = What would help you rest tonight?
checkin-prompts-evening-7 = What do you want to remember of today?

## What a team sees and says

# $number (number): what the prompt is called. $languages (text): names.
prompts-added = Kept as number { $number }, in: { $languages }. Members who read another language get one of mine instead.
# A button. $spoken (text): its name.
prompts-add-language = Add it in { $spoken }
# $number (number). $when (text): days or a day.
prompts-scheduled = Number { $number } comes on: { $when }.
prompts-retired = Number { $number } comes no more. "prompts schedule { $number } every day" brings it back.
prompts-none = There are none of your own yet; members get mine. "prompts add day What helped lately?" adds one.
prompts-list = Your own prompts:
prompts-resting = retired
# $spoken (text): the one it is shown in.
prompts-preview = What a member who reads { $spoken } may get; each member has an order of their own:
prompts-ours = one of mine
# $count (number): further ones of the same day.
prompts-or-others = { $count ->
    [one] (or another one)
   *[other] (or one of { $count } others)
}
prompts-no-community = Please say that in a room of your community.
prompts-no-such = There is no prompt with that number. "prompts list" shows them.
# $most (number): as many as there can be.
prompts-too-many = There are { $most } prompts already, and that is as many as I keep.
form-prompt-words = The same in another language
form-prompt-words-words = The words, as members read them
    .hint = Short, open, and fine to leave unanswered.

# In help, behind the word "prompts".
group-prompts = your community's own small questions (the team)
command-prompts-add = Add a prompt of your community's own
    .example = prompts add day "What helped lately?"
command-prompts-schedule = Choose on which days a prompt comes
    .example = prompts schedule 3 Mon, Wed
command-prompts-retire = Let a prompt rest
    .example = prompts retire 3
command-prompts-list = Show your community's prompts
    .example = prompts list
command-prompts-preview = See what members get on the next days
    .example = prompts preview
argument-slot = day, week, morning or evening
argument-slot-day = any day
argument-slot-week = the week's end
argument-slot-morning = morning
argument-slot-evening = evening
argument-when = days, like Mon, Wed, or one day, like 24 December

## A check-in in a room. Everybody there reads it, and it says so.

group-post-thread = Good day, everybody. How is it going today?

    Whoever likes writes a word or a line in the thread below. What is said there can be read by everybody here; a private check-in is in your direct messages with me.
group-post-poll = Good day, everybody. Which word is nearest today?

    How many chose which word is seen by everybody here, and on some platforms who chose it. It isn't kept with your own check-in.
# The first words of the thread.
group-thread = Here it stays together. Reading along is fine too.
# $first (text): day and hour.
group-opens = A check-in opens here every day, from { $first } on. Answers there are public, and the post says so. "checkin group off" ends it.
group-ended = No check-in opens here any more.
group-no-room = Please say that in the room where it should open.
command-checkin-group = Open a check-in for everybody in this room, every day
    .example = checkin group thread 9:30
argument-style = thread, poll or off
argument-style-thread = a thread to write in
argument-style-poll = a poll of five words
