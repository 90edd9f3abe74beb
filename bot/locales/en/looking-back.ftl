### Looking back on one's own days: in words, as a picture, by the week, to take along.
### Only ever beside the member's own days; nothing is good or bad, at most lighter or heavier.

# --- what stands out, below the history, beside a picture, on a page

# $times (text): weekdays and parts of the day, apart by commas.
looking-back-lighter = Lighter than usual: { $times }.
looking-back-heavier = Heavier than usual: { $times }.
# $lightest, $heaviest (texts): the Mondays of two weeks.
looking-back-weeks = The lightest week began on { $lightest }, the heaviest on { $heaviest }.
looking-back-morning = morning
looking-back-afternoon = afternoon
looking-back-evening = evening
looking-back-night = night

# --- the picture

# Below the words of the history; the picture follows in a moment, in direct messages.
looking-back-drawing = A picture of it follows here.
looking-back-drawing-direct = A picture of it follows in your direct messages.
# With the picture. Safe on a lock screen.
looking-back-here = Here is the picture you asked for.
looking-back-page-here = Here is the page you asked for. Whom you show it to is up to you.
# It could not be drawn, three times; our fault.
looking-back-not-drawn = I couldn't draw that just now, and that's my mistake, not yours. Please ask again later; your days are all here.
# Somebody asked again and again.
looking-back-still-drawing = I'm still drawing what you asked for before; it comes in a moment.
looking-back-title = Your days
looking-back-page-title = Check-ins
# $first, $last (texts): dates; $days (number): with an answer.
looking-back-span = { $first } to { $last } · { $days ->
    [one] one answer
   *[other] { $days } answers
}
looking-back-by-day = Day by day
looking-back-by-week = Week by week
looking-back-days = Each day
looking-back-times = Times, beside the usual
# Short: the middle of a chart and its two sides.
looking-back-above = lighter
looking-back-usual = usual
looking-back-below = heavier
# Short: the key to a day without an answer.
looking-back-no-answer = no answer
# Below the chart of weekdays and hours.
looking-back-too-few = Hours: when the answer was given. A small circle: too few days to tell.
looking-back-in-words = In words
looking-back-notes = Notes, newest first
# "#" becomes a number.
looking-back-more-notes = Further notes that find no room here: #
# On the page for a counsellor. $levels (text): the five words, the hardest first.
looking-back-page-footer = Each day answered with one of five words: { $levels }; or with "not today". Told by the person themselves, as often as they liked. Averages count the words as steps of equal size, which is rough. This is no diagnosis.
# Read to those who do not see the picture. $first, $last (texts): dates; $days (number);
# $words (text): how often which word was given.
looking-back-alt = Chart of your check-ins from { $first } to { $last }, { $days ->
    [one] one answer
   *[other] { $days } answers
}: { $words }.
# $dates (text): dates with their names.
looking-back-alt-dates = Marked: { $dates }.

# $most (number): of weeks that can be shown.
looking-back-weeks-unclear = How many weeks? A number from 1 to { $most }, like "checkin history 12".

# --- the weekly look back

# $day (text): a weekday; $next (text): day and hour.
looking-back-summary-on = Gladly: once a week, { $next } next, about your own days only. A week without a word stays quiet. "checkin summary off" ends it.
looking-back-summary-off = Done, no more weekly look backs.
looking-back-summary-day-unclear = I didn't recognise that day. "checkin summary on Sunday" works.
# Unasked, so the first line is safe on a lock screen.
# $days (number): with an answer; $words (text): how often which word was given.
looking-back-summary = The look back you asked for.

    { $days ->
        [one] One answer
       *[other] { $days } answers
    } in seven days: { $words }.
# Beside the member's own four weeks before; neither is an achievement.
looking-back-summary-lighter = Beside your four weeks before, this one was a little lighter.
looking-back-summary-heavier = Beside your four weeks before, this one was a little heavier.
looking-back-summary-same = Much like your four weeks before.
looking-back-summary-see = See more
    .words = more
looking-back-summary-end = No more of these
    .words = no more

# --- to take along

# After "checkin export"; the file itself comes in direct messages.
looking-back-export-file = Here is the file you asked for. Whom you show it to is up to you.
looking-back-export-direct = I've sent it to your direct messages.
looking-back-export-drawing = I'm making the page; it comes in your direct messages in a moment.
# Beside a file for those who do not see it.
looking-back-export-alt = Your check-ins as a file

# --- the community's count, for moderators

# $members (number): a multiple of five; $week (text): the Monday of that week.
looking-back-counts = In the week of { $week }, about { $members } members checked in on one day or more.

    That is all I tell about check-ins, to anybody. The number is rounded down to fives, made once a week, and stays as it was until at least five more or fewer have checked in.
looking-back-counts-few = Too few members checked in during the week of { $week } for me to name a number; I tell it for more than five, and only when it has changed by five.
looking-back-counts-nowhere = Please ask me that in a channel of your community.

# --- the commands

command-checkin-history = See your days
    .example = checkin history 12
argument-weeks = how many weeks
command-checkin-summary = A look back once a week, or not
    .example = checkin summary on Sunday
argument-weekly = on or off
argument-weekday = on which day of the week
command-checkin-export = Take your check-ins along as a file
    .example = checkin export pdf
argument-format = csv, json, pdf or png
argument-own-words = with your notes in it, or without
command-checkin-counts = How many checked in last week
    .example = checkin counts
