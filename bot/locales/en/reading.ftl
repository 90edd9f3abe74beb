# Answers to words that cannot be read as a time, a day, a while or a place.
# Only the person sees them, mostly in the middle of something else. No blame: the reader is
# a program and says what it can read. Examples must be ones that it does read.

time-unclear = I can't read that as a time of day. Something like **9:00**, **7 pm** or **21:30** works.
hours-unclear = I can't read that as from when until when. Something like **22:00 7:00** or **10 pm to 7 am** works.
span-unclear = I can't tell how long to wait. Something like **1 h**, **30 min** or **tonight** works; a day at most.
day-unclear = I can't tell which day that is. Something like **Friday**, **tomorrow**, **in 3 days** or **4 December** works.

# $first, $second (date): the two days that 3/4 may mean.
day-two-ways = That could be { DATETIME($first, dateStyle: "long") } or { DATETIME($second, dateStyle: "long") }. With the month's name I can tell, like **4 December**.

# $day (date): the day that was read.
day-past = { DATETIME($day, dateStyle: "long") } is over already. Which day from today on do you mean, like **tomorrow** or **Friday**?

# Where a day that is over is asked for.
# $day (date): the day that was read.
day-future = { DATETIME($day, dateStyle: "long") } is yet to come. Which day up to today do you mean, like **yesterday** or **3 May 2024**?

place-unclear = I don't know that place. The nearest big city works best, like **Chicago** or **Berlin**; a country is fine too.

# Somebody typed "EST" or "GMT+2". Such letters mean different clocks in different countries, and
# the clock behind them may change twice a year; a city settles both.
place-abbreviation = Letters like that can mean several clocks. Which big city shares your time? Something like **New York**, **London** or **Madrid** works.
