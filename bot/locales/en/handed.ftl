### Words between two buddies that one of them hands over with a report, and how two moderators come
### to read them. Sober and exact: both sides should know beforehand what happens.

command-buddy-words = Hand over what a buddy wrote, after you reported them
    .example = buddy words
command-buddies-words = Read words that were handed over; it takes two of you
    .example = buddies words

## Who reported a buddy

# On the button below the thanks for a report. The words behind ".words" also count when typed.
handed-button = Hand over what they wrote
    .words = words, hand over
# Before anything is handed over; nothing has happened yet.
handed-how =
    If you like, you can hand over what was written between you. You needn't, and your report stands without it.

    I keep no words that I have carried, so please copy what matters into the field. Nobody of the team can open it alone: one moderator asks, saying why, another one has to agree, and then both read it, once. After that it is removed, and after 14 days in any case.

    Please know that you both are told afterwards that words were read, and by how many, never by whom. Whoever wrote them may guess that you handed them over.
handed-hand = Hand words over
handed-keep = Rather not
    .words = no, keep
handed-kept = Nothing was handed over. Your report stands as it is.
handed-done = Thank you. It is kept encrypted until two of the team have agreed to read it, or for 14 days. If you are in danger, "help now" shows who can help right away.
handed-no-report = This belongs to a report of the last two weeks. "buddy report" tells the team about your buddy; after that you can hand words over, if you like.
handed-too-much = The team has enough of yours to read for now. Once they have, you can hand over more.

form-handed-words = What was written
form-handed-words-words = The words that matter
    .hint = Copied from your chat; at most 1500 characters.

## The team

# In the staff room; names nobody.
handed-waits = Somebody handed words over with a report about a pair of buddies. "buddies words" is the way to them; it takes two of you.
# In the staff room; names nobody, and not the reason.
handed-asked-for = One of you would like to read words that were handed over. It takes a second moderator, within 24 hours: "buddies words".
handed-nothing = Nothing that was handed over waits for you.
# To one moderator. $day (text): when; $count (number): how many wait; $length (number): characters.
handed-shown = Words between two buddies, handed over on { $day }: { $length } characters. { $count ->
        [one] Nothing else waits.
       *[other] { $count } wait in all.
    } To read them it takes two of you: you ask and say why, somebody else agrees within 24 hours. Then you both read them once, and they are removed. The two members learn that two of the team have read them, not who. Both acts stand in the log of the team.
handed-ask = Ask to read
handed-agree = Agree and read
    .words = agree, yes
handed-leave = Leave it
    .words = no, leave
handed-left = Nothing was read. It stays where it is.
# $until (text): day and time.
handed-asked = You have asked. As soon as another moderator agrees, the words come to you in a direct message; until { $until }, then somebody has to ask again.
# To another one; the reason follows. $until (text): day and time.
handed-second = Another moderator would like to read words between two buddies. Your yes counts until { $until }: then you both read them, once. Their reason:
# Above the account of who wrote them, and the words.
handed-read = As they were handed over with a report; I can't check them, and keep nothing of them. Said to be written by:
handed-gone = They are not there any more: read by two of you, or let go.
# One line of "community status". $count (number): how many wait.
status-handed = { $count ->
        [one] Words handed over with a report wait for two of you: "buddies words".
       *[other] { $count } times words handed over with a report wait for two of you: "buddies words".
    }

form-handed-reason = To read what was handed over
form-handed-reason-reason = Why it is needed
    .hint = Another moderator reads it; nobody else does.

## Both members

# Unasked. The first line is safe on a lock screen that somebody else reads.
buddy-told-read = A note for you, nothing to do.

    Words that you and a buddy wrote to each other were handed to the team with a report, and two of the team have read them. Who they are is not told. I keep nothing of these words. "share history" shows when it was, "team" reaches the team.
# In the access log: as what they read it, and what it was.
share-reader-team = one of the team
share-item-relayed = words between you and a buddy that were handed over
