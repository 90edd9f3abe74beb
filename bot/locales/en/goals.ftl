### Small goals: only for those who want them. Nothing is ever late; a smaller step and a change of
### mind are worth as much as "done".

# After "goal add" without words.
goal-add-how = A goal can be as small as you like, such as **goal add a walk on two days**. Only you see it, and I ask about it once a week at most.
goal-add-button = Add a goal
# $day (text): when it is looked at.
goal-added = Kept, for you alone. On { $day } I'll ask how it is; any answer will do.
# $most (number): how many are kept.
goal-too-many = { $most } at a time is as much as I keep. Something that is done or no longer wanted makes room.
goal-which = Which of your goals do you mean? Its number or its first words in "goal list" are enough.
# $done (number): how many are done; told only if there are any.
goal-list = What you'd like to do. Only you see this. { $done ->
    [0] {""}
    [one] One is done already.
   *[other] { $done } are done already.
}
goal-list-empty = No open goals, and none are needed. { $done ->
    [0] {""}
    [one] One is done.
   *[other] { $done } are done.
}
# Below a goal that is opened. $day (text).
goal-review-day = I'll ask on { $day }.

# Unasked, on the day that the member chose. The first line is safe on a lock screen; the member's
# own words follow it, then the question.
goal-review = Hello, today is a day you chose for a look.

    How is it with this? Whatever the answer, it is fine.
goal-done = Done
goal-step-done = The next step is done
goal-smaller = A smaller step
goal-keep = As it is
goal-other-day = Another day
goal-changed-mind = I changed my mind
# Switches that put it beside the daily question, and away from there.
goal-beside = Beside my check-in
goal-apart = Not beside my check-in
goal-is-beside = It will stand beside your daily question. Nothing is expected.
goal-is-apart = It no longer stands beside your daily question.
# A line of the daily question, for those who wished it. $words (text): the next step, or the goal.
goal-beside-line = For today, if it fits: { $words }
# Answers: glad without noise; no "finally", no "still".
goal-is-done = Done. That was yours.
goal-is-let-go = That's fine. You know best what fits.
goal-step-is-done = Noted: one step.
# $day (text): when it is looked at again.
goal-kept = All right. I'll ask again on { $day }.
goal-smaller-kept = A smaller step counts as much. I'll ask on { $day }.
goal-remove-sure = Remove this, with its steps? I can't bring it back.
goal-remove-yes = Remove it
goal-remove-no = Keep it
goal-removed = Removed.
goal-stays = It stays.

form-goal-new = A small goal
form-goal-new-words = What would you like?
    .hint = a walk on two days
form-goal-new-step = A first small step
    .hint = may stay empty: put the shoes by the door
form-goal-new-review = When shall we look at it?
    .hint = may stay empty: in a week
form-goal-step = A smaller step
form-goal-step-words = Which step would be small enough?
    .hint = five minutes around the block
form-goal-day = Another day
form-goal-day-review = When shall we look at it?
    .hint = Friday, or in two weeks

group-goal = small goals of your own
command-goal-add = Keep a small goal, if you want one
    .example = goal add a walk on two days
command-goal-list = See your goals
    .example = goal list
    .words = my goals
command-goal-done = Say that a goal is done
    .example = goal done 1
command-goal-remove = Remove a goal
    .example = goal remove 1
argument-goal = your words, or a goal's number
