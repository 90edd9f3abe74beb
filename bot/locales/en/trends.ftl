### The picture below "community report", in a staff room: how the last weeks went. Sober; numbers,
### no judgement.

# Above the picture, in the staff room.
trends-here = The same weeks as a picture:
trends-title = Week by week
# $first, $last (text): the Mondays of the first and the last week.
trends-span = The weeks of { $first } to { $last }
# Titles of its two parts; also in the words for those who don't see it.
trends-checkins = Members who checked in, rounded down to fives
trends-meetings = Meetings that took place
# Below, if a week is left blank.
trends-gaps = A week without a point: five members or fewer checked in, so no number is told.
# In place of a number, behind the day on which a week begins.
trends-no-number = no number
