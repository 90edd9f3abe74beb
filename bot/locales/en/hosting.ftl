### Meetings that are held in a room's chat: what the room reads, and what whoever leads is told.

# --- In the room, around a meeting. Everybody reads it; calm, short, no hurry in it.
# $name (text): the meeting's name. $minutes (number): how many are left.
hosting-opens-soon = { $minutes ->
    [one] **{ $name }** begins in a minute.
   *[other] **{ $name }** begins in { $minutes } minutes.
}
hosting-closes-soon = { $minutes ->
    [one] One minute left. Whoever is speaking, take it to finish.
   *[other] { $minutes } minutes left. There's still time for a word.
}
# A meeting was cancelled or moved after the room was told that it begins soon.
hosting-off = **{ $name }** does not begin now after all. "meetings" shows when it is.
# The first message of a meeting; it has two buttons. Listening is as welcome as speaking.
# $topic (text); $has (number): 1 if there is a topic.
hosting-open = { $has ->
    [1] **{ $name }** is open. Today: { $topic }.
   *[other] **{ $name }** is open.
    }

    To speak, raise a hand: write **!** or press the button. "done" passes the word on. Just listening is fine too.
hosting-raise = Raise a hand
hosting-done = Done
# What people write when they have said what they wanted to; apart by commas, whole messages.
hosting-done-words = done, i'm done, pass
# $closes (number): 1 if the room closes now, 0 if the bot cannot close it.
hosting-closed = { $closes ->
    [1] **{ $name }** is over, and the room closes. Thank you all for being here.
   *[other] **{ $name }** is over. Thank you all for being here.
}
# The bot was away at the end.
hosting-closed-late = { $closes ->
    [1] **{ $name }** was to end a while ago; I was away, sorry. The room closes now.
   *[other] **{ $name }** was to end a while ago; I was away, sorry.
}
# After the minutes that a share has; nobody is cut off, nobody is named.
hosting-share-time = { $minutes ->
    [one] That's about a minute. Take your time to finish.
   *[other] That's about { $minutes } minutes. Take your time to finish.
}
# Behind a name: the floor is theirs.
hosting-floor-yours = the word is yours. "done" when you've said what you wanted to.
hosting-floor-free = The word is free. Write **!** if you would like it.
hosting-extended = { $minutes ->
    [one] We go on for a minute longer.
   *[other] We go on for { $minutes } minutes longer.
}
# $topic (text).
hosting-topic-now = Our topic: { $topic }.
# In the room, to somebody who is not a member of the bot's; it says nothing about them.
hosting-welcome = { $has ->
    [1] Welcome, good that you're here. We are talking about { $topic }. Listening is enough; write **!** if you would like to speak.
   *[other] Welcome, good that you're here. Listening is enough; write **!** if you would like to speak.
}
# In private, to a member who came later.
hosting-late = { $has ->
    [1] Good that you came. { $name } has begun; it is about { $topic }. Listening is enough; write ! in the room if you would like to speak.
   *[other] Good that you came. { $name } has begun. Listening is enough; write ! in the room if you would like to speak.
}

# --- A round of milestones: whoever wants to presses, and the room reads it. Kept nowhere.
hosting-milestones = Milestones. If you would like the room to know of one, press it: everybody sees your name beside it. Each day counts, and so does coming back.
hosting-milestone-day = A day
hosting-milestone-week = A week
hosting-milestone-month = A month
hosting-milestone-quarter = Three months
hosting-milestone-half = Half a year
hosting-milestone-months9 = Nine months
hosting-milestone-year = A year
hosting-milestone-years = More years
hosting-milestone-other = One of my own
# $period (text): one of those above.
hosting-milestone-said = { $period }. How good to have you here.
hosting-milestone-thanks = The room knows. Thank you for sharing it.

# --- Raised hands; to one person, or in answer to them in the room.
# $number (number): their place in the queue.
hosting-hand-up = { $number ->
    [one] Your hand is up; you're next.
   *[other] Your hand is up; you're number { $number }.
}
hosting-hand-now = The word is yours.
hosting-hand-yours = You have the word. "done" passes it on.
hosting-hand-down = Your hand is down. It can go up again any time.
hosting-hand-thanks = Thank you for sharing.
hosting-not-here = No meeting is open in this room.

# --- For whoever leads; only they see it.
hosting-opened = { $name } is open. "host next", "host topic", "host note", "host extend" and "host close" work here.
hosting-open-already = { $name } is open already.
hosting-closing = It ends now.
hosting-extend-done = { $minutes ->
    [one] A minute more.
   *[other] { $minutes } minutes more.
}
hosting-extend-unclear = How many minutes? From 1 to 120, like "host extend 10".
hosting-next-done = Passed on.
hosting-queue-empty = Nobody has the word, and no hand is up.
# A list of names follows.
hosting-queue-speaks = Speaking:
hosting-queue-waits = Waiting:
hosting-topic-set = The room knows the topic.
hosting-topic-is = { $has ->
    [1] The topic is: { $topic }.
   *[other] No topic is set. "host topic gratitude" sets one.
}
# A list of words follows.
hosting-notes = These can be posted, like "host note milestones":
hosting-note-posted = Posted.
hosting-note-unknown = No text is kept under that word. "host note" shows which there are.
hosting-no-meeting-here = No meeting is held in this room. A moderator can say "host room" with its name here.

# --- For moderators; only they see it.
# $name (text): the meeting's name.
hosting-room-on = { $name } is held in this room. At its start I let everybody write, and afterwards I put the rights back exactly as they were. If I lack the right to, your team is told within a minute.
hosting-room-closed = { $name } is held in this room, and I keep it closed between meetings. "host room" with its name and "off" puts everything back as it was. If I lack the right to, your team is told within a minute.
hosting-room-off = { $name } is not held in chat any more. The room's rights go back to what they were.
hosting-room-where = Please say that in the room where it is to be held; not in a thread, and not in direct messages.
hosting-room-busy = It is open at the moment. "host close" ends it first.
hosting-not-hosted = That meeting is not held in chat. Say "host room" with its name in the room where it is to be.
hosting-set-done = Noted for { $name }.
hosting-value-unclear = I can't tell what is meant. Things like "share 3", "greeting off" or "topic gratitude" work; "none" empties it.
hosting-text-behind = Write the text behind it, in as many paragraphs as you like.
hosting-role-owners = Only an owner can have me lend a role.

# --- To the team's room. $name (text): the meeting's name.
hosting-cannot-open = I may not change who can write in the room of **{ $name }**, so I can't open or close it. The meeting takes place all the same; the room stays as it is. On Discord I need Manage Permissions and Send Messages in that channel; on Matrix as much power as changing permissions takes, and at least 50.
hosting-cannot-close = I could not put back who may write in the room of **{ $name }**. Please look at its permissions.
hosting-cannot-write = I can't write in the room of **{ $name }**. Please let me, so that I can open its meetings.

# --- Commands: what each does, in a list and in menus.
command-host-room = Hold a meeting in this room
    .example = host room Newcomers
command-host-set = How a meeting in chat is held
    .example = host set Newcomers share 3
command-host-keep = Keep a text to post by a word
    .example = host keep Newcomers crosstalk We speak of ourselves and give no advice.
command-host-open = Begin the meeting of this room now
    .example = host open
command-host-close = End the meeting of this room now
    .example = host close
command-host-extend = Let the meeting go on for longer
    .example = host extend 10
command-host-next = Give the word to the next raised hand
    .example = host next
command-host-queue = Who speaks and who waits
    .example = host queue
command-host-note = Post a kept text, or begin the milestones
    .example = host note milestones
command-host-topic = Say what the meeting is about
    .example = host topic gratitude
command-hand = Raise a hand in a meeting
    .example = hand
command-hand-down = Lower your hand again
    .example = hand down
command-hand-done = Say that you've said what you wanted to
    .example = hand done
group-hand = to be heard in a meeting in chat
group-host = hold meetings in chat (facilitators)
argument-between = closed between meetings, or off
argument-between-closed = closed between meetings
argument-between-off = not in chat any more
argument-part = what to change
argument-part-opening = opening reading
argument-part-closing = closing reading
argument-part-topic = topic
argument-part-share = minutes for each share
argument-part-greeting = welcome
argument-part-role = role of whoever leads
argument-content = the text or value; "none" empties it
argument-note = a key word
argument-minutes = how many minutes
argument-theme = what it is about
form-hosting-text = A text for the meeting
form-hosting-text-text = The text
    .hint = Your community's own words. Empty takes it away.
