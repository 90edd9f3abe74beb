### Quiet hours: when nothing unasked comes to a member. Calm and short; nobody needs a reason.

command-quiet = Hours in which nothing unasked comes to you; or "off"
    .example = quiet 22:00 7:00
    .words = do not disturb, quiet time
argument-resting-hours = from when until when, such as 22:00 7:00; or "off"

# After the member chose them. $begins, $ends (text): times on their own clock.
quiet-set = Quiet from { $begins } to { $ends }, on your clock.
# What counts, when they ask. $begins, $ends (text): times.
quiet-shown = Your quiet hours: { $begins } to { $ends }, on your clock.
# The same where the community has such hours and the member chose none.
quiet-shown-usual = Quiet hours: { $begins } to { $ends } on your clock, as your community set them. "quiet 23:00 6:30" chooses your own.
# Below each of them: what waits, and what doesn't.
quiet-what =
    Then I write nothing unasked. What can wait comes afterwards, in order, also what your buddy wrote; if you write to your buddy, their words reach you at once.

    Still there at any hour: help in a crisis, alerts if you are on duty, my answers to you, the team that you wrote to, and what you set an hour for, such as a meeting's reminder. A meeting that you said you'd come to, or lead, may also need to tell you something in time.
# Below that, if a question of theirs lies within. $at (text): the hour of the first; $count (number): of questions.
quiet-own-hour = { $count ->
        [one] Your check-in stays at { $at }: you chose that hour. "checkin time" changes it.
       *[other] Your check-ins stay, the first at { $at }: you chose those hours. "checkin time" and "checkin evening" change them.
    }
# After "off". What waited is on its way.
quiet-off = No quiet hours: things come when they come.
quiet-none = You have no quiet hours. "quiet 22:00 7:00" sets some, on your own clock.
# On the buttons below; the words behind ".words" also count when typed.
quiet-choice-off = No quiet hours
    .words = off, none, no
quiet-choice-usual = As my community has it
    .words = usual, default, community

# The name of a part of what is held, in a list.
privacy-part-quiet = Your quiet hours
