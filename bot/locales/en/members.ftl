### Joining, leaving, pausing, language, place, help.

# The first screen: unhurried, honest. Whoever reads it may be having a bad day.
join-welcome = Hi, I'm Handrail. I can ask you once a day, here in private, how you are. One tap answers; skipping is fine too.

    Good to know:
    - I'm a program. I'm no emergency service, and nobody sits behind this chat.
    - If a message sounds as if you were in danger, I answer with help lines, and I may alert your community's team; never with your words. "alerts off" ends the alerts.
    - I keep your hour, your time zone and the word you tap each day. The word is encrypted, and moderators don't see it.
    - "stop" ends everything at once, "pause" gives you a rest.

    This is for people who are 18 or older.
join-start = Start
    .words = start, join
join-again = Start again
    .words = start
join-adult = I'm 18 or older: begin
    .words = yes, begin, 18, i'm 18 or older
join-not-adult = I'm younger
    .words = no, younger, i'm younger
join-what-is-kept = What do you keep?
    .words = about, what do you keep
join-about = What I keep: your language, your time zone and the hour you chose; encrypted, which account is yours and the word you tap each day; notes, encrypted too, only if you ask me to. Everybody's data has a key of its own. When data is erased, that key is destroyed.

    Who sees it: you. The people who run this bot look after the machine and are asked not to read along. Moderators see none of it unless you share it. If somebody reports a message of yours, the team reads what it says.

    Danger: I look at what is written to me for signs that somebody is in danger, and never store it. If I find some, I keep when it was, how grave, which of my rules saw it, and what the team did.

    How to end it: "stop". You can come back later, or not.

    On Discord and in rooms without encryption, the platform itself can read what we write.
join-young = Thank you for being honest. This place is for adults for now, and I haven't kept anything. These people are there for you, and talking to them is free:
join-already = You're already in. What would help right now?
join-back = Welcome back. Everything is where you left it, and I'll ask again at your hour.

form-join = Your daily check-in
form-join-hour = At what time shall I ask you each day?
    .hint = For example 9:00, 7:30 pm or noon.
form-join-place = Which town or city's clock do you live by?
    .hint = For example Chicago or Berlin. Empty or "-": I guess, and ask. Only the time zone is kept.
# $now (text): the local time there. $hour (text): the hour chosen.
join-sure = It is now { $now } for you, right? Then I'll ask you each day at { $hour }.
join-sure-yes = Yes, ask me at that hour
    .words = yes, y, right, ok
join-sure-change = Change something
    .words = no, change
# $first (text): day and time of the first check-in.
join-done = You're in. Your first check-in: { $first }. Until then, these lead everywhere:

# Several places are called so.
place-which = Which of these is yours?
# $city, $country (text). $now (text): the time there.
place-option = { $city }, { $country } (now { $now })
# $now (text): the local time.
place-changed = Done. It is now { $now } for you. Your hours stay as they are, on the new clock.

stopped = Stopped. I won't write to you any more. What is yours stays safe and unread; "start" brings everything back. Take care of yourself.
# To somebody who never joined.
stopped-nothing = There is nothing to stop: I keep nothing about you, and I only write when you write to me.
# $community (text): its name.
stopped-here = Stopped for { $community }. Your daily check-in with me goes on; "stop" alone ends that too.
# $until (text): the first day asked again.
paused = Resting. I'll ask again on { $until }, not before.
paused-open = Resting. I won't ask until you say "resume".
resumed = Gladly. I'll ask again at your hour.
language-changed = Gladly. I'll speak English with you from now on.
# $names (text): the languages.
language-unknown = I don't speak that one yet. I know: { $names }.

help-intro = This is what I understand:
help-outro = Buttons do the same. "help stop" tells more about one of them.
talk-not-yet = I can't connect you with a person from here yet. Is there somebody you trust whom you could write to? "Help now" shows people who listen, many of them day and night.

## What each command does (in `help` and in menus), with a line to copy

command-start = Join, or come back
    .example = start
    .words = join, begin, sign up
command-stop = End everything at once; you can come back
    .example = stop
    .words = stop all, stop please, stop everything, unsubscribe, leave me alone
command-pause = Take a rest until a day you name
    .example = pause until Friday
command-resume = Go on after a rest
    .example = resume
    .words = continue, go on
command-place = Live by another place's clock
    .example = place Chicago
command-language = Choose the language I speak with you
    .example = language español
command-about = What I keep and who sees it
    .example = about
command-help = What I understand
    .example = help
    .words = menu, commands
command-talk = Talk to someone
    .example = talk
argument-what = everything, or only here
argument-until = a day, like Friday or 4 December
argument-where = a town or city
argument-name = the language's name

# In `help`: one line for several commands. $example (text): a line to copy.
group-checkin = your daily check-in
help-example = For example: { $example }
argument-about = a word of mine, to hear more about it
# A message for everybody in a room, posted by a moderator.
join-invitation = Hi, I'm Handrail, a program. If you like, I ask you once a day in private how you are; one tap answers, and nobody here sees it. "Start" leads to a direct message, "Help now" shows help lines.
command-welcome = Post a message here that lets people begin
    .example = welcome
# The platform lets no direct message of ours through; said where they joined, in private.
join-closed = I can't write to you in private: your direct messages are closed to me. Could you open them for members of this server, and then press the button again? Nothing is kept until then.
