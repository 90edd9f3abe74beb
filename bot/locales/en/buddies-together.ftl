### Being buddies: words carried by the bot, times to talk, and what comes along the way.

# --- whom somebody means

# On a button. $who (number): what the other one is to the reader: 1 a mentor, 2 a mentee, 0 a buddy.
# $day (text): since when.
together-who = { $who ->
    [1] Your mentor
    [2] Whom you mentor
   *[other] Your buddy
}, since { $day }
together-which = Whom do you mean?
# Nothing has been carried yet.
together-which-first = Whom are these words for? I've passed nothing on yet. Tap a name, then write to them.
# However it ended, and whoever ended it: always the same words.
together-nobody = There is nobody at the other end right now, so I've passed nothing on. "buddy status" tells how things stand.
together-own-room = You have a room of your own. There you can write to each other without me.

# --- words carried

# Above somebody's words, set apart below. $who (number): as in together-who.
together-carried = { $who ->
    [1] Words for you from your mentor:
    [2] Words for you from somebody you mentor:
   *[other] Words for you from your buddy:
}
together-answer = Answer
together-talk = Talk with them for a while
together-said = Passed on.
together-said-without-file = The words are passed on. The picture or file stayed here, since I can only carry words.
# After the button. $who (number): as in together-who.
together-talk-on = From now on I pass on what you write here to { $who ->
    [1] your mentor
    [2] the one you mentor
   *[other] your buddy
}. Commands and answers to my questions stay with me. It ends when you tap, or after an hour without a word from you; I tell you then.
together-talk-off = Stop passing on
together-talk-ended = Done. What you write here is for me alone again.
together-talk-was-off = What you write here is for me alone; I was passing nothing on.
# After an hour without a word.
together-talk-over = It has been quiet for an hour. What you write here is for me alone again.
# A picture or a file was sent.
together-only-words = I can only carry words, no pictures or files. Nothing was passed on.
# $given, $longest (numbers): characters.
together-too-long = That's { $given } characters, and I can carry { $longest } at a time. Nothing was passed on; please send it in parts.
together-lost = A word about a message of yours.

    I couldn't deliver what you wrote to your buddy; they can't be reached just now. It isn't about you.
form-buddy-reply = Your answer
form-buddy-reply-words = What shall I pass on?
    .hint = Only your buddy gets to read it.

# --- the first words

# Both said yes, and the bot carries their words.
together-met = Good news for you.

    Both of you said yes. I carry your words to each other here. Neither of you sees the other's account; "buddy account" changes that once both want it. The team doesn't read along. I look at each message only to see whether somebody is in danger.
# In a room of their own.
together-room = Welcome, both of you. This room is for you.
together-openers = Something to begin with, if you like:

    - What would you like to be called here?
    - What made you look for a buddy just now?
    - What should the other one rather not do, even if it's well meant?

    45 minutes, up to twice a week, is a rhythm that suits many; "buddy rhythm" changes it, and "buddy times" finds a time. You needn't save anybody: "buddy help" tells what to do when it gets too much. "buddy end" needs no reason.

# --- prompts of the first two weeks; each with a first line that is safe on a lock screen

together-prompt-1 = A thought for the two of you.

    What does a good ordinary day look like for you? And what helps when it isn't one?
together-prompt-2 = A thought for the two of you.

    How would the other one notice that you aren't well? What would be good to hear then, and what wouldn't?
together-prompt-3 = A thought for the two of you.

    What went better than expected lately, however small?
together-prompt-4 = A thought for the two of you, the last one from me.

    What would you like to do or say differently from here on? How often do you want to talk?
together-prompts-stop = No more of these
together-prompts-stopped = All right, no more of these for the two of you.

# --- questions along the way; only the one who answers sees the answer

together-talked = A short question, just for you.

    Have you two talked yet? Only you see what you answer.
together-talked-yes = We have
together-talked-no = Not yet
together-talked-how = Glad to hear it. And how was it for you?
together-good = Good
together-unsure = I'm not sure
together-talked-good = Lovely. I won't ask that again.
together-talked-unsure = Thank you for saying so. It can take a few talks, and it may also simply not fit. What would help?
together-talked-not = That's fine; beginnings take time. What would help?
together-way-times = Find a time
together-way-silent = My buddy is quiet
together-way-help = I'm worried about them
together-end = I'd rather end it
together-still = A short question, just for you.

    Is it still good with your buddy? Only you see what you answer.
together-still-yes = Yes, still good
together-still-no = Not any more
together-still-good = Good to know. I'll ask again in four weeks.
together-still-sure = Thank you for saying so. Shall I end it kindly? Nobody has to give a reason, and I don't tell what you answered.
together-still-end = Yes, end it kindly
together-still-keep = No, go on
together-ended = It's over now. I'll tell the other one gently, without a reason. Thank you for the time you gave.

# --- silence

# To the one who has not answered for a day; never a reproach.
together-nudge = A gentle hello.

    Somebody wrote to you yesterday and would be glad to hear from you. A word is enough, and no is a fine answer, too.
# To the one who is said to be silent.
together-silent = A gentle hello.

    Your buddy hasn't heard from you for a while. All is well if you're busy or need rest. A tap is enough.
together-silent-here = I'm here
together-silent-thanks = Thank you. I'm glad you're there.
# $day (text): a day a week from now.
together-silent-noted = Thank you for telling me. It's nothing you did. I've asked them gently. If there's no word until { $day }, I'll end it kindly and look for somebody new for both of you, and both of you are first in line.
together-rematched = A word from me.

    A week has gone by without a word, so I've ended it kindly. It's nothing you did. I'm looking for somebody new for you, and you're first in line.

# --- times to talk

# $minutes (number), $often (number): how long, and up to how often a week.
together-times = A suggestion for you.

    Here are times at which both of you could, on your own clock, for { $minutes } minutes or so, { $often ->
        [one] once a week
        [2] up to twice a week
       *[other] up to { $often } times a week
    } if you like. Tap all that would do. Once you both chose the same one, I'll remind you both.
together-times-which = These would suit both of you, on your own clock. Which would do?
together-times-none = I find no hours that both of you have in the coming week. It may be easiest to ask each other; "buddy profile" changes your hours.
together-times-no = None of these
together-times-other = All right. "buddy times" shows them again, and later others.
# $time (text): day and hour, as in the four that follow.
together-time-noted = Noted: { $time }. If the other one chooses it as well, I'll remind you both.
together-time-agreed = It's a time for both of you: { $time }. I'll remind you both half an hour before.
together-time-told = It's a time for both of you: { $time }.

    I'll remind you half an hour before.
# $hour (text), $minutes (number).
together-soon = A reminder for { $hour }.

    That's when the two of you wanted to talk, for { $minutes } minutes or so. If it doesn't suit after all, a word to each other is enough.
together-rhythm = Your rhythm: { $minutes } minutes, { $often ->
    [one] once a week
    [2] up to twice a week
   *[other] up to { $often } times a week
}. Each of you can change it: "buddy rhythm 30 minutes, 1 a week".
together-rhythm-set = Done: { $minutes } minutes, { $often ->
    [one] once a week
    [2] up to twice a week
   *[other] up to { $often } times a week
}. I'll tell the other one.
together-rhythm-told = A small change.

    The other one suggests { $minutes } minutes, { $often ->
        [one] once a week
        [2] up to twice a week
       *[other] up to { $often } times a week
    }, from now on. "buddy rhythm" changes it again.
together-rhythm-unclear = I didn't understand that rhythm. Two numbers will do, 10 to 180 minutes and 1 to 7 times a week: "buddy rhythm 45 minutes, 2 a week".

# --- accounts

together-account = A question for you, with time to think.

    The other one would like you two to be able to see each other's accounts. It happens only if you both want it; if you don't, I tell nobody.
together-account-yes = Yes, show them
together-account-no = Not for now
together-account-asked = Noted. If the other one wants it as well, I'll show each of you the other's account. I won't tell you of a no.
together-account-both = Then you both want it. I'll show each of you the other's account now.
together-account-not = That's fine, and it stays between us.
# A list of accounts follows.
together-accounts = You both wanted it. This is where you find each other:

# --- when my buddy is in danger

# The help lines follow in a message of their own.
together-help = Thank you for looking out for them. A few things that help:

    - Is a life in danger right now? Call the emergency number, if you know where they are. If you don't, tell the team.
    - Ask straight out whether they think of ending their life. Asking doesn't plant the thought.
    - Listen more than you advise. Send them the help lines below, or a line where they live: "help now" and the country.
    - Promise no secrets. You're a buddy, not the emergency service: bring in the team, and then rest.
together-help-team = Tell the team

# --- commands

command-buddy-say = Pass words on to your buddy
    .example = buddy say How was your day?
command-buddy-talk = Talk with your buddy for a while, through me
    .example = buddy talk
command-buddy-times = Find a time to talk with your buddy
    .example = buddy times
command-buddy-rhythm = How long and how often you talk
    .example = buddy rhythm 45 minutes, 2 a week
command-buddy-silent = Your buddy doesn't answer
    .example = buddy silent
command-buddy-account = See each other's accounts, once both want it
    .example = buddy account
command-buddy-help = When you're worried about your buddy
    .example = buddy help
argument-switch = on or off
argument-rhythm = minutes, and how often a week
