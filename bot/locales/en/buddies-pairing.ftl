### Buddies, from the proposal to the end.

# A proposal. Its first line is safe on a lock screen that somebody else reads. What the other one
# shares follows, then buddy-proposal-until.
buddy-proposal-one = A question for you, with time to think.

    Somebody here might suit you as a buddy:
buddy-proposal-two = A question for you, with time to think.

    Two people here might suit you, as buddies in a group of three:
buddy-proposal-mentor = A question for you, with time to think.

    Somebody with experience might suit you as a mentor:
buddy-proposal-mentee = A question for you, with time to think.

    Somebody might suit you, to walk with as their mentor:
# Below the coarse words, where a facilitator asked for it.
buddy-proposal-accompanied = Somebody of the team would be in your room with you, and reads along.
# $until (text): day and time.
buddy-proposal-until = No names before everybody has said yes. A no needs no reason, and I never tell who said what. Open until { $until }.
buddy-answer-yes = Yes, gladly
    .words = yes, ok
buddy-answer-no = Not this time
    .words = no, not now
buddy-answer-sees = Who sees what?
    .words = who sees what, privacy
buddy-sees-room = Before everybody has said yes, the other one reads about you what you read about them: a few coarse words, no name. After that I open a private room for you, and there you see each other's accounts. The team may be able to look into that room, as into any other. Nobody is ever told who said no, or did not answer.
buddy-sees-relay = Before everybody has said yes, the other one reads about you what you read about them: a few coarse words, no name. After that I carry your words from one to the other, and neither sees the other's account until both of you want that. Nobody is ever told who said no, or did not answer.

# After a yes. $until (text): day and time.
buddy-said-yes = Thank you. If it comes about, you'll hear from me before { $until }; otherwise then. Until then you can change your mind.
# After a no.
buddy-said-no = That's fine, and it stays between us. Until { $until } you can change your mind.
# What the private room is called; other people may see it in a list on the screen.
buddy-room-name = A place for you
buddy-both-yes = How good: all of you said yes. I'm bringing you together right now.
buddy-together-already = You have found each other already. "buddy end" ends it, whenever you like.
buddy-proposal-over = That question isn't open any more. There'll be others.

# News, each with a first line that is safe on a lock screen.
buddy-told-no-pair = Thank you for your yes.

    This time it didn't come about; that happens often, and says nothing about you. I go on looking for you.
buddy-told-lapsed = My question has closed by itself.

    Not answering is fine. I go on looking for you.
buddy-told-rests = My question has closed by itself.

    It seems not to be the moment, and that's fine. I'll ask you nothing more about buddies until you say so; one tap is enough.
buddy-told-ended = Something has changed, and it's nothing you did.

    Your buddy goes on alone from here. Nobody has to give a reason for that. I'm looking for somebody new for you, and you're first in line.
buddy-told-ended-mentoring = Something has changed, and it's nothing you did.

    Your mentoring has ended. Nobody has to give a reason for that. "buddy status" shows how things stand for you, and the team is there if you'd like to talk about it.
buddy-told-room = Good news for you.

    All of you said yes. I've opened a private room for you; you'll find it among your rooms and threads.
buddy-told-lasting = Good news for you.

    All of you want it to last. So it does; I won't look for anybody else for you.
# Below news.
buddy-next-again = Look for somebody
    .words = again, look
buddy-next-rest = Not for now
    .words = rest, not now

buddy-none = You have no buddy right now.
buddy-which = Which one do you mean?
# On a button. $day (text): a date.
buddy-which-since = Since { $day }

# Asked before it is ended.
buddy-end-sure = Shall I end it? It needs no reason. The other one is told gently, and is first in line for somebody new.
buddy-end-sure-mentoring = Shall I end this mentoring? It needs no reason, and the other one is told gently.
buddy-end-yes = End it
    .words = yes, end
buddy-end-no = Go on together
    .words = no
buddy-ended = It's ended. Thank you for the way you walked together. I look for nobody until you say so.
buddy-ended-mentoring = It's ended. Thank you for the way you walked together.
buddy-goes-on = Then you go on together.
buddy-rests = All right. I look for nobody until you say so.

# After "buddy keep", before the other one has said the same.
buddy-keep-noted = Noted, and I tell nobody. If the other one says so too, I'll tell you both, and it lasts.

buddy-again-sure = You have a buddy. Shall that end, so that you meet somebody new? The other one is told gently, and is first in line.
buddy-again-yes = Meet somebody new
    .words = yes
buddy-again-no = Stay together
    .words = no
buddy-again-looking = Gladly. You're part of the next round; I'll write when there's somebody.
buddy-again-not-joined = First I need to know a little about you: say "buddy join".

buddy-blocked = Done. Nothing of theirs reaches you through me any more, and you'll never be proposed to each other again. They aren't told.
buddy-reported = Thank you for telling me. It has ended at once, you'll never be proposed to each other again, and somebody from the team will look at it. They aren't told who reported what. If you are in danger, "help now" shows who can help right away.

# --- For the team.

# In the staff room; no word of what happened.
buddies-report-waits = Something about a pair of buddies needs a moderator's eye. "buddies reports" shows it, in private.
buddies-reports-nowhere = Please say that in your community, so that I know which one is meant.
# $count (number): reports that wait. $frozen (number): people who are left out without one.
buddies-reports = { $count ->
    [0] No report waits.
    [one] One report waits.
   *[other] { $count } reports wait.
} { $frozen ->
    [0] Nobody else is kept out of rounds.
    [one] One more person is kept out of rounds until somebody decides.
   *[other] { $frozen } more people are kept out of rounds until somebody decides.
} Words of a report are shown once, to one of you, and then removed.
buddies-look-report = Look at the oldest
    .words = look, report
buddies-look-frozen = Who is kept out
    .words = frozen
buddies-report-none = Nothing waits any more; somebody else may have looked.
# $day (text): a date. The words follow, then the account that it is about.
buddies-report-shown = Reported on { $day }. These words are shown this once:
buddies-report-wordless = Reported on { $day }, without words.
# The account follows.
buddies-frozen = Kept out of rounds, without a report that waits:
# $count (number): people.
buddies-blocked-by = { $count ->
    [0] Nobody has blocked them.
    [one] One person has blocked them.
   *[other] { $count } people have blocked them.
} They aren't proposed to anybody until you decide, and they aren't told why.
buddies-freeze-keep = Keep them out
    .words = keep
buddies-freeze-lift = Let them take part
    .words = lift
buddies-freeze-kept = They stay out of rounds. "buddies reports" leads back here.
buddies-freeze-lifted = They take part again from the next round on.
buddies-freeze-gone = That has been decided already.

command-buddy-end = End it with your buddy; no reason needed
    .example = buddy end
command-buddy-keep = Say that it may last
    .example = buddy keep
command-buddy-again = Look for a buddy again, or for somebody new
    .example = buddy again
command-buddy-block = Never hear from your buddy again; they aren't told
    .example = buddy block
command-buddy-report = Tell the team about your buddy, in private
    .example = buddy report They keep asking for money
command-buddies-reports = What about pairs needs a moderator's eye
    .example = buddies reports
