### A private line between a member and the team of their community, and reports.

# --- the member: before anything is sent

# "Talk to someone". Whoever opens this may be low; two ways, no questions.
team-talk = Gladly. Whom would you like?
team-talk-team = The team here
# Which of several communities.
team-which = To the team of which community?
# $team (text): the community's name. Nothing has been sent yet.
team-name = To the team of { $team }: with your name, or without? Without it they read a number, and only a keeper of names can look yours up, where somebody's safety asks for it. Then you are told. Nothing has been sent yet.
# A report about one of the team. $team (text): the community's name.
team-name-apart = This goes to others of the team of { $team }, each in private, and not to the one it is about. With your name, or without? Nothing has been sent yet.
team-named = With my name
team-unnamed = Without my name
    .words = without my name, anonymous
team-no = Don't send
team-not-sent = Done. Nothing was sent, and I've kept nothing of it.
# "report" without words. Whoever says it may be shaken; two ways.
report-how = I'm listening. Write "report" and a few words, or tap the button. Nothing is sent before you agree.
report-tell = Tell the team
# A report: whether it is about somebody of the team, by the names that they gave. Nothing has been sent yet.
team-about = Is it about somebody of the team? Then they don't get to read it. Nothing has been sent yet.
team-about-members = No, about somebody else
team-about-other = Yes, somebody who isn't in this list
# The team takes nothing more from them. No blame.
team-blocked = The team here takes no messages from you through me at the moment. If something is urgent, "help now" shows people who listen at any hour.
# Nobody of the team is left who could read the report.
report-nobody = There is nobody of the team left whom I could give this to without the one it is about reading it. So I've sent it to nobody, and kept nothing. The platform itself takes reports: on Discord in the menu of a message or of a server, on Matrix from your homeserver's administrators. And these people listen:

# --- the member: an open line

# The line is open; they have written nothing yet. $team (text): the community's name. $how (text): one of the three below.
team-open = Your line to the team of { $team } is open, { $how }. What you write here now goes to them, and I confirm each message. "team close" ends it. It may take a while until somebody reads it; "help now" is there at any hour.
# The same; what they wrote before is on its way.
team-open-words = On its way to the team of { $team }, { $how }. What you write here from now on goes to them too, and I confirm each message. "team close" ends it. It may take a while until somebody reads it; "help now" is there at any hour.
# In the middle of a sentence: how the team reads them.
team-how-unnamed = without your name
team-how-apart = past the one it is about
team-how-named = with your name
# Their words go there again. $team, $how: as above.
team-again = Your line to the team of { $team } is open, { $how }. What you write here goes to them. "team close" ends it.
# Below each message that was carried; as quiet as can be.
team-carried = To the team.
team-carried-without-file = The words go to the team. The picture or file stayed here, since I can only carry words.
# It was quiet for two hours: words are not carried on a guess.
team-rests = I haven't sent this to anybody. Your line to the team is open, but it has been quiet for a while. To go on, tap the button and write it again.
team-go-on = Write to the team
team-closed = Closed. What you write here is for me alone again.
team-close-none = There is no open line to the team; what you write here is for me alone.
line-only-words = I can only carry words, no pictures or files. Nothing was passed on.
# $given, $longest (numbers): characters.
line-too-long = That's { $given } characters, and I can carry { $longest } at a time. Nothing was passed on; please send it in parts.
line-too-many = That's a lot at once, so I haven't passed this one on. Please give it a little while. If it can't wait, "help now" is there at any hour.

# --- the member: what comes unasked; the first line is safe on a lock screen

# Above the team's words, set apart below. $team (text): the community's name. $name (text): who wrote it.
line-answered = Somebody has answered you.

    The team of { $team } writes:
line-answered-named = Somebody has answered you.

    { $name } from the team of { $team } writes:
line-mine-close = Close the line
line-mine-write = Answer here
# Nobody has answered for hours. $team (text): the community's name.
line-told-waiting = A word about your message.

    Nobody from the team of { $team } has answered yet. I've reminded them. Please don't wait for them if it's urgent: "help now" shows people who listen at any hour.
line-told-claimed = A word about your message.

    Somebody from the team of { $team } has read it and will answer you.
line-told-closed = A word about your message.

    The team of { $team } has closed the line. What you write here is for me alone again; "team" opens a new one.
line-told-blocked = A word about your message.

    The team of { $team } has closed the line and takes no more messages through me for now. "help now" shows people who listen at any hour.
# A keeper of names has looked up who they are.
line-told-name = A word about your message.

    A keeper of names of { $team } has looked up your name, since somebody's safety seemed to ask for it. It is recorded who did so and when.
# The team's room cannot be written to.
line-told-lost = A word about your message.

    I couldn't deliver it to the team of { $team }; their room can't be reached just now. It isn't about you. "help now" shows people who listen at any hour.

# --- the team, in the staff room

# What the team calls a member who gives no name. $number (number)
line-member = Member { $number }
# After who it is, with a blank between.
line-begins-talk = would like to write with the team.
line-begins-report = reports something to the team.
line-how =
    What you write in this thread goes to them, through me. What begins with **//** stays here. Only words are carried; later edits are not.

    Here you can say: "line claim", "line hand-over", "line note", "line close", "line block".
# In direct messages of one of the team.
line-how-apart = This comes to you in private, and to others of the team of whom it is not about. The one it is about doesn't get to read it; please keep it that way. "Answer" writes back through me.
line-claim = I'm on it
line-reply = Answer
line-close = Close
# Someone of the team wrote to them from another room. $name (text): who.
line-copy = Answered from another room of yours:
line-copy-named = { $name } answered from another room of yours:
# In the thread. $member (text): "Member 7".
line-note-arrived = Delivered.
line-note-lost = Not delivered: they can't be reached just now.
line-note-waiting = { $member } has waited four hours for an answer. They've been told so.
line-note-closed = Closed. Nothing that is written here is carried any more; in a week I forget who it was.
line-note-closed-by-member = { $member } has closed the line. Nothing that is written here is carried any more.
line-note-stopped = { $member } has said stop to everything. Nothing that is written here is carried any more.
line-note-blocked = Blocked: nothing more comes from { $member }. "line unblock" with that number lifts it.
line-note-name = A keeper of names has looked up who { $member } is. It is recorded, and they've been told.
# After who it is, with a blank between.
line-note-claimed = is on it.
line-note-handed = is on it from here.
# In the thread, for all of the team: nothing was carried.
line-noted = Noted here, and nowhere else.
line-done = Done.
line-closed-already = This line is closed; nothing was carried.
line-not-here = I don't know which line you mean. Please say it in the line's thread.
line-not-yours = That line is for others of the team, or for another room. Nothing was carried.
line-no-helper = Nobody on the roster is called that. "duty" shows who is there.
line-no-team-here = Please say that in your staff room.
line-not-keeper = That is for a keeper of names alone; "team keepers" shows who they are.
# Above the account, to the keeper alone. $member (text): "Member 7".
line-name = This is who { $member } is. Please use it for their safety only.
line-unblocked = Lifted. They may write to you again.
line-unblock-none = Nobody with that number is blocked.
# $number (number): of the line. $day (text). Followed by who looked it up.
line-lookup = Member { $number }, { $day }:
line-lookups = Whose name was looked up, and by whom:
line-lookups-none = No name has been looked up.
line-sign-names = Answers bear the name of who writes them, as "duty name" has it.
line-sign-team = Answers are signed as the team.
team-keepers = Keepers of names, who can block or look up who writes without a name:
team-keepers-none = Nobody keeps the names here yet: who writes without a name can't be blocked or looked up. The owner names somebody with "team keeper".
# $name (text)
team-keeper-added = { $name } keeps the names from now on.
team-keeper-removed = { $name } keeps them no longer.

# --- a report of a message

report-sent = Thank you. The team gets to see it, with a short quotation and your name, and I keep none of it; the one who wrote it isn't told who reported it.
report-sent-before = The team has it already, thank you.
report-in-direct = I can't tell who wrote what here. "report" with a few words goes to the team; about a buddy there is "buddy report".
report-no-team = There is no team here that I could tell, so I've sent it to nobody. The platform itself takes reports, and these people listen:
# To the team.
report-title = A message was reported.
report-title-apart = A message by one of the team was reported. This goes to the others in private; please keep it that way.
report-by = Reported by:
report-author = Written by:
report-where = Where:
report-link = the message

# --- forms, commands and arguments

form-line-report = Tell the team
form-line-report-words = What happened?
    .hint = Next I ask whether it's about one of the team
form-line-answer = Answer
form-line-answer-words = What shall I pass on?
    .hint = Goes to the member
command-team = Write to the team of your community, with your name or without
    .example = team Could somebody look at this?
command-team-close = End your line to the team
    .example = team close
command-team-keepers = Who keeps the names of those who write without one
    .example = team keepers
command-team-keeper = Let somebody on the roster keep the names
    .example = team keeper Sam
command-team-unkeeper = Somebody keeps the names no longer
    .example = team unkeeper Sam
command-report = Tell the team of something, past those it is about
    .example = report Somebody keeps writing to me in private
    .menu = Report to the team
command-line-reply = Answer the member of this line
    .example = line reply We have seen it, thank you
command-line-note = A note among the team that isn't carried
    .example = line note I know them from before
command-line-claim = Say that you are on this line
    .example = line claim
command-line-hand-over = Let somebody else of the team take this line
    .example = line hand-over Sam
command-line-close = Close this line
    .example = line close
command-line-name = Look up who writes, where safety asks for it
    .example = line name
command-line-block = Take no more messages from this member
    .example = line block
command-line-unblock = Lift a block by the member's number
    .example = line unblock 7
command-line-lookups = Whose name was looked up, when and by whom
    .example = line lookups
command-line-sign = Sign answers as the team, or with names
    .example = line sign names
group-team = your line to the people who look after this place
group-line = answering members who write to the team
argument-signed = team, or names
argument-signed-team = as the team
argument-signed-names = with names

