### Sharing: a member shows something to a buddy, another member or a channel, for a time.

## What is understood, in plain form; options apart by commas.

share-words-buddy = my buddy, buddy, my buddies
share-words-here = here, this channel, this room, everybody here
share-words-with = with, to
share-words-for = for
share-words-until = until, till
share-words-one = a, an, one
share-words-day = day, days
share-words-week = week, weeks
share-words-month = month, months

## What can be shared, inside a sentence.

share-item-today = the word of the day
share-item-note = the note of the day
share-item-week = the week in words

## Whom, inside a sentence. Readers first, as the owner reads it; then the owner, as readers do.

share-reader-buddy = your buddy
share-reader-channel = everybody in that channel
share-reader-gone = somebody who has left since
share-owner-buddy = Your buddy

## Before anything is shared. Nothing has happened yet, and the text says so.

# $item, $who, $until (texts)
share-preview = Nothing is shared yet. This is what it would be: { $item }, for { $who }, until the end of { $until }.
# What follows is shown as they would see it.
share-preview-now = They would see now:
share-preview-empty = There is nothing for today yet, so they would see nothing until there is.
# Where it is for more than today. $until (text): a day.
share-preview-later = And each day until { $until } what you note then, without my asking you again.
share-preview-who = Nobody else sees it, the team included, and you can take it back at any moment. What somebody has read or copied can't be taken back.
share-yes = Share it
    .words = yes, share
share-no = Leave it
    .words = no, cancel
# $until (text): a day.
share-done = Shared, until the end of { $until }. "share history" shows who has seen it.
share-not-done = Left as it is; nothing was shared.
share-changed = Something has changed since you looked, so here is what it would be now. Nothing is shared yet.
share-already = That is shared already. "share list" shows it.
# $most (number)
share-too-many = You share { $most } things, and more wouldn't fit on a list. "share stop" ends one of them.

## What could not be done

share-unclear = I need a reader, and a time if you like. For example: share today with my buddy for a week
share-nobody = I know nobody of that name whom you could share with here. A mention of their account works best, and both of you have to be members of the same community.
share-no-buddy = You have no buddy right now. "buddy join" looks for one.
share-not-here = A channel works where you say it: go to the channel and say "share today here" there.

## The owner looks, and takes back

share-list-mine = You share:
share-list-theirs = Shared with you:
share-list-empty = You share nothing, and nobody shares anything with you.
# $item, $who, $until (texts)
share-line = { $item }, for { $who }, until { $until }
share-line-from = { $who }: { $item }, until { $until }
# Labels of buttons. $item, $who (texts)
share-stop-one = Stop: { $item }, { $who }
share-see-one = See: { $item }, { $who }
share-stop-all = Stop all of it
share-stop-which = Which of them shall end?
share-none = You share nothing right now.
# Messages that showed it are being removed.
share-taken-back = Taken back: nobody can open it any more. What showed it is being removed, where I may. I can't take back what was read, copied, or shown by a notification; "share history" says what was opened.
# Nothing had shown it.
share-taken-back-unseen = Taken back. As far as I know, nothing of it had arrived anywhere.
share-history = Who has seen what you share, as far as I know:
share-history-empty = Nobody has seen anything that you share, as far as I know.
# $at (day and time), $item, $who (texts)
share-seen-opened = { $at }: { $who } opened { $item }
share-seen-delivered = { $at }: { $item } arrived at { $who }
share-seen-channel = { $at }: { $item } stood in a channel

## What readers get. The first line is safe on a lock screen that somebody else reads.

# A card: it says that there is something, not what. $who, $item, $until (texts)
share-card = There is something for you to look at, whenever you like.

    { $who } shows you { $item }, until { $until }. If you open it, they can see that you did.
share-see = Look
    .words = look, see
share-see-again = Look again
share-mute = No more of this
    .words = mute
# An open card; what is shown follows, then share-opened-until.
share-opened = { $who } shows you:
# $until (text): a day.
share-opened-until = Shown to you alone, until { $until }. Please leave it here.
share-nothing-yet = Nothing for today yet.
# Where it comes as a message of its own.
share-coming = On its way to your direct messages.
# In a channel, above what is shared. $who (text)
share-post = { $who } would like to share this here:
# To the reader, after it ended; why is nobody's business.
share-over = That isn't shown any more.
# What a reader sees of the week. $first, $last (days), $words (text): how often which word was given;
# $days (number): with an answer.
share-week = { $first } to { $last }: { $days ->
    [one] one check-in. { $words }
   *[other] { $days } check-ins. { $words }
}
share-muted = I won't tell you of what they share any more, and they aren't told.
share-unmute = Tell me again
    .words = unmute
share-unmuted = I'll tell you again when they share something.

argument-shared = What: today, note, week or dates
argument-whom = With whom, and for how long
group-share = show something of yours, for a time
command-share-new = Show something of yours to a buddy, a member or a channel; you see it first
    .example = share today with my buddy for a week
command-share-list = See what you share, and what is shared with you
    .example = share list
command-share-stop = Take back what you share
    .example = share stop
command-share-history = See who has seen what you share
    .example = share history
