### What is held about a member: seen, taken along, erased. Nobody here is in a hurry; the words
### are exact, and never plead with anybody to stay.

# Above a list of what there is.
privacy-held = What I hold about you, and nothing else:
# Below it.
privacy-who-sees = You see all of it. Moderators see none of it unless you shared it or asked the team for help. Those who run this bot look after the machine and are asked not to read along; it is encrypted where it is kept. On Discord, and in rooms without encryption, the platform itself can read what we write.

    Notes are let go after a year and words after three, sooner if those who run this bot say so.

    What your community's rooms and other people keep for themselves is not mine to show or to remove.
privacy-export-button = Send me all of it
    .words = export
privacy-erase-button = Erase it
    .words = erase, delete
privacy-keep-button = Keep it after all
    .words = keep

# To somebody who never joined, or was erased.
privacy-nothing = I hold nothing that belongs to you: you haven't joined, or it was erased.

# One line a feature.
privacy-part-members = You: account, language, time zone, communities, what you agreed to
privacy-part-buddies = Buddies: your profile, pairs, blocks and reports
privacy-part-checkins = Check-ins: the words you tapped, and notes
privacy-part-meetings = Meetings: what you said you would come to, reminders, turns in the chair
privacy-part-hosting = Meetings in chat: raised hands and greetings
privacy-part-helplines = Help lines: your country and what you prefer
privacy-part-crises = Hard moments: when, how grave, and what the team did; not your words
privacy-part-crisis-team = The team's roster, if you are on it
privacy-part-community-lines = Help lines that you proposed
privacy-part-resources = Other help that you listed
privacy-part-moderation = Moderation
privacy-part-pin = A PIN: how it is checked, never the digits
privacy-part-tidying = Tidying up
privacy-part-dates = Dates that matter, what came between, and milestones
privacy-part-goals = Goals
privacy-part-looking-back = Pictures that you asked for, and the weekly summary
privacy-part-sharing = What you share, with whom, and who saw it
privacy-part-teamline = Lines to the team: when, and under which name; not the words
privacy-part-dashboard = Team messages to everybody that you want no more of
privacy-part-communities = A set-up that you began
privacy-part-resting = That you are at rest
privacy-part-leaving = Communities that are leaving
privacy-part-alarms = Alarms of those who run this bot
privacy-part-privacy = That your data waits to be erased

# Two files come with it.
privacy-exported = Here is everything: a page to read, and the same as a file for programmes. Whoever opens these files can read them, so mind where you keep them.
# Title of the page.
privacy-export-title = What Handrail holds about me

# Before anything is erased. $phrase (text): what has to be typed.
privacy-erase-ask = I can erase everything I hold about you, in every community: check-ins, notes, dates, buddies, all of it. The key with which it is encrypted is destroyed, so that nobody can bring it back; copies in backups go within 30 days.

    From the moment you confirm I send you nothing more. For 24 hours you can still change your mind. To confirm, type: { $phrase }
# The button that opens the form.
privacy-erase-type = Type it
# The phrase. Short, and nothing that is said by chance.
privacy-erase-phrase = erase everything
form-erase = Erase everything
form-erase-phrase = To confirm, type: erase everything
    .hint = Exactly these two words.
# $phrase (text): what would do.
privacy-erase-unclear = Nothing was erased. To confirm, type exactly: { $phrase }
# $when (text): day and hour on the member's clock.
privacy-erase-planned = Done. I send you nothing more, and everything is erased on { $when }. Until then "privacy keep" takes it back.
# Below the list of what is held. $when (text): as above.
privacy-erasure-due = All of this will be erased on { $when }, unless you say "privacy keep".
privacy-kept = Kept: nothing will be erased. I stay silent until you say "start".
privacy-nothing-to-keep = Nothing of yours is waiting to be erased.
# To "start" while the data waits to be erased.
privacy-erase-decide = Your data is waiting to be erased. If you would rather stay, say "privacy keep" first, then "start".
# The last message ever; sent when everything is gone.
privacy-erased = It's done: I hold nothing of yours any more. If you ever want to come back, "start" begins anew. Take good care of yourself.

command-privacy-show = What I hold about you, and who sees it
    .example = privacy
command-privacy-export = Everything I hold about you, as files
    .example = privacy export
command-privacy-erase = Erase everything I hold about you
    .example = privacy erase
command-privacy-keep = Take an erasure back while there is time
    .example = privacy keep
group-privacy = what I hold about you: seeing it, taking it along, erasing it
command-privacy-history = Who saw what you shared, and when
    .example = privacy history
