### A PIN before what others should not see on a shared or watched phone. Nobody has one unless they
### asked for it. No first line says what is behind it.

# Instead of something that is behind the PIN; only the member sees it.
pin-asked = Your PIN first, please.

    The button opens a field for it. You can type it here instead; where I may, I remove that message at once.
pin-enter = Enter the PIN
    .words = pin
# After the right one, where nothing can go on by itself. $at (text): day and time.
pin-open = Thank you. Open until { $at }. Please ask once more for what you wanted.
# $left (number): tries that are left.
pin-wrong = That wasn't it. { $left ->
        [one] One more try, then it rests for a while.
       *[other] { $left } more tries, then it rests for a while.
    } "pin forgot" helps if it's gone.
# After too many wrong ones; the right one doesn't help either. $at (text): day and time.
pin-rests = Too many tries, so the PIN rests until { $at }. That way nobody can guess their way through. "pin forgot" helps if it's gone.
# $shortest, $longest (numbers): digits.
pin-unclear = A PIN has { $shortest } to { $longest } digits and nothing else. Nothing was changed.

# Before one is chosen: what it does, and what it can't.
pin-choose = A PIN, then.

    It is asked for before your history, your export, pictures and what you share; then for ten minutes it isn't asked for again. What stands in this chat already can be read without it: "tidy" removes what I wrote. Four to eight digits, and not the ones of your phone, please.

    Best use the button: what you type in its field doesn't stay in this chat. If you type it here, I remove it where I may; otherwise please remove it yourself.
pin-choose-button = Choose the PIN
    .words = choose
# After the old one was right.
pin-choose-other = That's the one. Now the new PIN: four to eight digits.
pin-set-done = Done: from now on I ask for your PIN first. If you ever forget it, "pin forgot" takes it off after a day.
pin-set-already = You have a PIN. "pin change" takes another, "pin remove" takes it off.
pin-change-asked = Gladly. The PIN that you have now, please.
pin-remove-asked = Gladly. Your PIN once more, please, and then it's off.
pin-removed = Your PIN is off. "pin set" chooses a new one.
pin-none = You have no PIN. "pin set" chooses one.

# Somebody said that they forgot it; it may be somebody else with their phone. $at (text): day and time.
pin-goes = All right, that happens. Your PIN goes at { $at }.

    Why wait a day: if somebody else holds your phone right now, you have time to notice. The right PIN, or the button, keeps it.
pin-keep = Keep the PIN
    .words = keep
pin-kept = Your PIN stays.
# A day later, unasked. Safe on a lock screen that somebody else reads.
pin-gone = Done as asked yesterday: there is no PIN any more. If that wasn't you, "pin set" chooses a new one.

form-pin = Your PIN
form-pin-digits = PIN
    .hint = Four to eight digits.
form-pin-new = A new PIN
form-pin-new-digits = PIN
    .hint = Four to eight digits; not those of your phone.

group-pin = digits before what others shouldn't see
command-pin-set = Choose a PIN before your history, export and pictures
    .example = pin set
command-pin-change = Choose another PIN
    .example = pin change
command-pin-remove = Have no PIN any more
    .example = pin remove
command-pin-forgot = Take off a PIN that you forgot; that takes a day
    .example = pin forgot
