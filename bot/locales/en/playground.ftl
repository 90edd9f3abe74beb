### The page on which one person tries Handrail as any member of a demo community.
### Calm and plain; it is the first thing that many people see of Handrail.
### In all messages: $name (a demo person's name), $room (a room's name), $time (a time of
### day or a date with time, already in the reader's own form), $count and $longest (numbers).

# The browser tab.
playground-title = Handrail playground
# Beside the name Handrail, at the top.
playground-tag = Playground
# Always visible, so that nobody takes the demo for a real community.
playground-note = A demo on this computer; nobody else is here.
# Instead of the page, where the browser runs no scripts.
playground-no-script = The playground needs JavaScript. Please turn it on for this page and load it again.
# Instead of the page, where a foreign site asks for it.
playground-wrong-host = The playground answers only on this computer, or under a name that its configuration lists.
# Link for those who use the keyboard; visible once focused.
playground-skip = Skip to the messages
# Button on narrow screens: people, rooms and the clock.
playground-menu = People, rooms and clock
playground-language = Language
# Heading over the demo's people; one of them is chosen.
playground-people = You are
playground-role-moderator = moderator
# Read aloud at a dot beside a person who has got a message meanwhile.
playground-new-for = something new for { $name }

playground-rooms = Rooms
playground-list-channels = Channels
playground-list-direct = Direct messages
playground-list-private = Private rooms
# Read aloud behind a room's name.
playground-count = { $count } new
playground-room-welcome = welcome
playground-room-general = general
playground-room-staff = staff
# The direct messages with the bot are called like it.
playground-room-direct = Handrail
playground-room-private = private room
playground-topic-welcome = Where everybody arrives
playground-topic-general = For everything and nothing
playground-topic-staff = Only the team reads along here
playground-topic-direct = Between you and the bot
playground-topic-private = Only those who were invited read along here
# Below the messages, instead of the field to write in.
playground-room-closed = This room is closed. What was said stays readable.

# The bot as the author of a message.
playground-bot = Handrail
playground-bot-mark = program
# The list of messages of a room, for screen readers.
playground-messages = Messages in { $room }
# At a message that nobody else in the room gets.
playground-only-you = Only you can see this
playground-edited = edited
# Above a message that refers to an earlier one; the beginning of that one follows.
playground-in-answer-to = In answer to:
playground-download = Download { $name }
playground-empty-direct = Nothing here yet. Say hello, or choose a button below.
playground-empty-room = Nothing has been said here yet.

# The pinned card in the welcome channel.
playground-card-title = Welcome
playground-card-text = Handrail is a program that stays at your side: a daily check-in if you want one, a way to a person, meetings, and help lines at any hour. Everything starts with you, and everything can be stopped.
playground-card-call = Your answers go to your direct messages with Handrail.
playground-start = Start

# The four buttons that lead everywhere.
playground-quick = Where to
playground-quick-checkin = Check in
playground-quick-talk = Talk to someone
playground-quick-meetings = Meetings
playground-quick-help = Help now

playground-write = Write to { $room }
# Inside the empty field.
playground-write-hint = Write, or type / for commands
playground-send = Send
# Read aloud while commands are suggested.
playground-suggestions = { $count } commands; choose with the arrow keys

# Heading over the demo's clock.
playground-clock = Playground time
playground-clock-hour = + 1 hour
playground-clock-evening = Today { $time }
playground-clock-tomorrow = Tomorrow { $time }
playground-clock-at = Another time
playground-clock-go = Go
playground-clock-note = It only goes forward. What falls due is sent at once.
# Read aloud after the clock was moved.
playground-clock-is = It is now { $time }.

# Forms.
playground-form-optional = optional
playground-form-send = Send
playground-form-cancel = Cancel
# The small cross in the corner, for screen readers.
playground-form-close = Close
playground-form-counter = { $count } of { $longest } characters
playground-form-too-long = This is longer than { $longest } characters. Please shorten it a little.
playground-form-missing = Please fill this in.
# Below the field for a place: an echo to see whether it is the right one.
playground-form-place-now = It is { $time } there.

playground-connecting = Connecting …
playground-offline = Handrail isn't answering right now. I keep trying; what you write is kept until then.

# Short lines that appear when something could not be done.
playground-problem-room = You can't write there at the moment.
playground-problem-button = That button is no longer there.
playground-problem-form = That form is no longer there.
playground-problem-too-long = That is too long to send in one piece. Please split it.
playground-problem-backwards = The clock only goes forward.
playground-problem-too-far = That is more than a year ahead. Please take smaller steps.
playground-problem-ours = Something went wrong on our side. Please try it once more.
