### Setting up a community from chat. Read by its owners: in the first hour with a new bot, mostly in
### a hurry; plain, what to do next, no jargon of ours. Marked where members read something.

# In "help": what a group of commands is about.
group-community = set up this community (its owners)
command-community-setup = Set up this community, step by step
    .example = community setup
command-community-show = What this community is set to, and where each setting comes from
    .example = community show
command-community-set = Change one setting of this community
    .example = community set staff_room here
command-check-permissions = Which rights I am missing in which room, and how to give them
    .example = check permissions
command-rehearse = Show the team how a check-in, a reminder and an alert look; marked as a rehearsal
    .example = rehearse
argument-setting = Which setting, such as staff_room
argument-becomes = What it is to be; "here" for this room, "none", or "default"

## What is typed into forms

form-setup-rooms = Rooms
form-setup-rooms-words = Which room or rooms?
    .hint = #a-mention, a link or an id; several with blanks between; "here", or "none"
form-setup-country = Country
form-setup-country-words = Which country?
    .hint = US, Germany, … or "none"
form-setup-zone = Time zone
form-setup-zone-words = Which city or time zone?
    .hint = Chicago, or America/Chicago
form-setup-moderators = Moderators
form-setup-moderators-words = Which roles, or which power level?
    .hint = On Discord @roles or their ids; on Matrix a level from 1 to 50; or "none"

## What the settings are called

community-key-name = Name
community-key-staff-room = Staff room
community-key-watched = Watched rooms
community-key-language = Language
community-key-country = Country
community-key-time-zone = Time zone
community-key-features = What members find here
community-key-moderators = Further moderators
community-key-checkin-delivery = Where check-ins are asked
community-key-checkin-room = Room for check-ins
community-key-checkin-hour = Hour of the daily post
community-key-quiet-hours = Quiet hours of members who chose none
community-key-buddy-room = Room for buddies' threads
community-key-milestones = Milestones that members are asked about
community-key-milestone-room = Room for milestones that members share
community-key-milestone-chips = Roles for milestones
community-key-soft-offers = Quiet offers in watched rooms
community-key-meetings-as-events = Meetings among Discord's events
community-feature-checkins = check-ins
community-feature-buddies = buddies
community-feature-meetings = meetings

## Showing

# $name (text): the community's.
community-shown = What { $name } is set to. To change one: **community set** and the word in brackets.
# One line. $label (text): the setting's name; $key (text): the word to type; $value, $source (texts).
community-line = { $label } ({ $key }): { $value } · { $source }
community-source-chat = set from chat
community-source-file = from the operator's file
community-source-default = as it comes
community-source-locked = fixed by whoever runs this bot
community-none = none
# In place of a list of milestones.
community-milestones-usual = the usual ones (24 hours, a week, 30, 60 and 90 days, months, years)
# Behind a room in which a test message has not arrived.
community-not-reached = (not reached yet, so I don't use it)
community-on = on
community-off = off
community-lines-no-country = Help lines: no country is set, so I ask members for theirs
# $count (number): lines that nobody of the team has made sure of.
community-lines-state = { $count ->
    [0] Help lines that members see: checked
    [one] Help lines that members see: one is not checked yet ("lines check")
   *[other] Help lines that members see: { $count } are not checked yet ("lines check")
}

## Changing

# $key (text): the setting's name. $value (text): what counts now.
community-set = { $key }: { $value }. It counts from now on.
community-about-staff = I'm writing a test message there now. If it can't arrive, I'll tell you why, and how to mend it. Until it has arrived I don't use a new room.
community-about-watched = To be honest about it: I read every message in watched rooms, in memory, only to notice when somebody may be in danger. Nothing of it is stored. Please tell your members. Watching begins once somebody is on duty ("duty on") and a drill has passed ("crisis drill").
# $key (text): the word to type. $value (text): what counts.
community-locked = Whoever runs this bot has fixed { $key } in its configuration: { $value }. It can't be changed from here; please ask them.
community-not-here = I can't see here that you look after a community. Please say **community setup** in one of its rooms, where the platform tells me who you are; after that we can go on here.
community-unclear-room = I couldn't make out a room. A mention (#room), a link to it or its id works; or say **community set staff_room here** in the room itself.
# $most (number).
community-too-many = { $most ->
    [one] One room fits here. Please name just one.
   *[other] At most { $most } rooms fit here.
}
# $languages (text): such as "de, en, es".
community-unclear-language = I speak { $languages }. Please pick one of these.
community-unclear-country = I don't know that country. Its name or its two letters work: "Germany" or "DE".
community-unclear-zone = I'd need one place: a city ("Chicago") or a time zone ("America/Chicago").
# $longest (number): characters.
community-unclear-name = A name has 1 to { $longest } characters.
# $features (text): the words that can be used.
community-unclear-features = Please list what members shall find: { $features }; or "all", or "none". Help in a crisis is always there.
community-unclear-moderators = On Discord, mention the roles or give their ids. On Matrix, a power level from 1 to 50. Or "none".
community-unclear-delivery = That can be "dm" (direct messages), "channel" (one post a day) or "thread" (a private thread).
community-unclear-milestones = Please list them like "24h 1w 30d 6m 1y years"; "years" stands for every year. "none" brings the usual ones back.
community-unclear-chips = Please write a milestone and a Discord role for it, like "30d=@30-days", several with blanks between; or "none".
community-unclear-switch = That can be "on" or "off".
community-needs-room = First I'd need the room for it: **community set checkin_room** and the room.

## Rooms that are tried

# In a staff room; its team reads it.
community-test = A test, nothing to do: this room was named as the place where I tell the team when somebody may need a person. Since you can read this, that works.
# $tried (number): 1 if there are rooms here, else 0.
community-checking = { $tried ->
    [0] No rooms are set here yet, so there is nothing to look at. **community setup** begins with them.
   *[other] I'm looking at every room and writing a test message to the staff room. What I find comes in a private message.
}
community-rooms-fine = I looked at every room that is set: I have all the rights I need there, and the staff room got its test message.
community-rooms-wrong = Some rooms need your hand:
# $key (text): what the room is for. $room (text): the room.
community-room-gone = { $key }, { $room }: { $discord ->
    [1] I can't see this channel. In its settings, under Permissions, add my role and allow View Channel and Send Messages; then say "check permissions".
   *[other] I'm not in this room. Please invite me there; then say "check permissions".
}
community-room-elsewhere = { $key }, { $room }: { $discord ->
    [1] this channel belongs to another server, so I won't use it, and have let it go.
   *[other] you aren't in this room yourself, so I won't use it, and have let it go. Join it, or say "community set" with "here" in the room.
}
community-room-silent = { $key }, { $room }: { $discord ->
    [1] my test message didn't arrive. In the channel's settings, under Permissions, allow my role Send Messages; then say "check permissions".
   *[other] my test message didn't arrive. Please give me a power level that may write there; then say "check permissions".
}
# $rights (text): what is missing, apart by commas.
community-room-rights = { $key }, { $room }: { $discord ->
    [1] I'm missing { $rights }. In the channel's settings, under Permissions, allow it for my role; then say "check permissions".
   *[other] I'm missing { $rights }. In the room's settings, under Roles & Permissions, raise my power level; then say "check permissions".
}
right-discord-see = View Channel
right-discord-write = Send Messages
right-discord-history = Read Message History
right-discord-threads = Create Private Threads and Send Messages in Threads
right-matrix-see = the right to read
right-matrix-write = the right to send messages
right-matrix-history = the right to read what was said before
right-matrix-threads = the right to open threads

## Invited: the first private message to whoever added the bot

# $name (text): the community's.
community-welcome = Hello, and thank you for bringing me to { $name }. I'm a program that helps peers look after each other: check-ins, buddies, meetings, and help lines in a crisis.

    I need a few things from you first, above all a room where I can tell your team when somebody may need a person. It takes some five minutes, you can leave out any step, and nothing is sent to members before that.
community-setup-button = Set up
# Where the platform tells no name.
community-no-name = your community

## Step by step

# $name (text): the community's.
setup-begin = **Setting up { $name }.** Each answer counts at once; you can leave out any step and come back to it.
# $number, $count (numbers): the step, and how many there are.
setup-step-staff-room = **{ $number } of { $count }: the staff room.** Where may I tell your team when somebody may need a person? It should be a room that only the team can read.
setup-step-watched = **{ $number } of { $count }: watched rooms.** In rooms that you name, I read every message to notice when somebody may be in danger: in memory only, nothing of it is stored, and I answer in private. Please tell your members. Without any, I answer only who writes to me.
setup-step-language = **{ $number } of { $count }: language.** What do I speak where I know nothing of somebody?
setup-step-country = **{ $number } of { $count }: country.** Whose help lines do I show where I don't know somebody's country?
setup-step-time-zone = **{ $number } of { $count }: time zone.** Whose clock do meetings here follow?
setup-step-features = **{ $number } of { $count }: what members find here.** Help in a crisis is always there; the rest is up to you.
setup-step-moderators = **{ $number } of { $count }: moderators.** Who moderates by the platform's own rights is a moderator here, too. Are there others? On Discord name roles; on Matrix a power level from 1 to 50.
setup-step-help-lines = **{ $number } of { $count }: help lines.** Please make sure of these yourself: somebody will call them on a bad night.
# $value (text): what counts at present.
setup-now = At present: { $value }.
setup-here = This room
    .words = here, this room
setup-write = Write it down
    .words = write
setup-none = None
    .words = none
setup-with-checkins = Switch check-ins on
setup-with-buddies = Switch buddies on
setup-with-meetings = Switch meetings on
setup-without-checkins = Do without check-ins
setup-without-buddies = Do without buddies
setup-without-meetings = Do without meetings
setup-checked = Checked: they're right
    .words = checked
setup-later = Not yet
    .words = not yet, later
setup-next = Go on
    .words = go on, next, skip
setup-back = Back
    .words = back
setup-stop = That's enough for now
    .words = enough
setup-stopped = All right. What you chose is kept; **community setup** begins again at any time.
# $name (text): the community's.
setup-done = **{ $name } is set up.** This is what counts now; **community set** changes one thing, **community setup** walks through all again.
# $tried (number): 1 if rooms are tried now, else 0.
setup-tried = { $tried ->
    [0] No staff room is set yet: until there is one, nobody of your team is told when somebody needs a person.
   *[other] I'm writing a test message to the staff room now, and tell you in private whether everything works. Then: **duty on** for whoever answers alerts, and **crisis drill** to try it out.
}

## Members read this

# $what (text): such as "buddies".
community-not-used = This community does without { $what }. These are here for you:

## A rehearsal, in the staff room. Its first words, and those of all that follows, say so: nobody may
## take it for the real thing. It goes before texts and labels that are the real ones.

# Before each button.
rehearse-mark = Rehearsal
rehearse-checkin = **Rehearsal: nobody is asked anything.** A member reads this once a day:
rehearse-reminder = **Rehearsal: no meeting begins.** A member who asked for a reminder reads this:

    Your reminder. "Evening group" begins in half an hour.
rehearse-alert = **Rehearsal: nobody is in danger.** This room reads an alert like this; a real one does not begin with "Rehearsal":
# After a press on any button of a rehearsal.
rehearse-pressed = Rehearsal: nothing was kept, and nobody was told. The real button does its work.
rehearse-begun = Rehearsal: I've written a check-in, a reminder and an alert to the staff room, each marked as a rehearsal. Nobody is paged. "crisis drill" tries the whole way, pagers too.
rehearse-no-room = There is no staff room here that I can write to, so there is nowhere to rehearse. **community set staff_room here** names one.
