### Two accounts of one person. Calm and exact: somebody may be pressed by another to type a code.

# $code (text): eight signs. $minutes (number): how long it means something.
link-code = On your other account, write this to me within { $minutes } minutes:

    link { $code }

    Then I ask you here once more. Give this code to nobody else: whoever types it asks to be the same person as you.
# To an account that is nobody's yet.
link-begin-there = Have you joined from another account? Say "link" there, and write the code to me here.
# On the account on which a code was typed. $platform (text): where the code was made.
link-ask = That code was made by an account on { $platform }. If you say yes, that account and this one are the same person to me: one check-in, one history, and either can read all of it.

    Only say yes if the other account is your own. If somebody else gave you this code, say no; they would see what you told me.
# Above a list of what this account holds, if it holds anything.
link-ask-held = This is what both would share from this account. Where there can be only one of something, such as the answer of a day, the other account's stays:
link-agree = Yes, both are mine
    .words = yes
link-decline = No
    .words = no
# Said yes to; the other account has the last word.
link-agreed = Thank you. I've asked your other account; say yes there too, and it's done.
# To the account that made the code, above the other account's name. First line: safe to be seen by others.
link-confirm = Is this account yours too? If you didn't type a code there just now, say no.
link-mine = Yes, that is me
    .words = yes
link-not-mine = No
    .words = no
link-done = Done: both accounts are you now. I write to the one I wrote to before; "link here" on the other changes that.
link-done-there = Done: this account is one with your other one now. "link here" makes me write to you here.
link-declined-here = All right, nothing was joined.
link-declined = Nothing was joined.
# Somebody pressed yes on the account that made the code, before it was typed anywhere.
link-not-yet = Nobody has typed the code yet. Please write it to me on your other account.
link-code-unclear = I don't know that code: it may be too old, or a sign is wrong. "link" on your first account makes a new one.
link-refused = These two can't be made one: they are the same already, or they have been buddies of each other.
link-here = From now on I write to you here.
link-removed = This account no longer belongs to you, as far as I know. What I keep stays with your other account.
link-only-one = This is your only account. If you want to go: "stop" ends everything, "privacy erase" removes it.

group-link = two accounts that are both you
command-link = Use Handrail from a second account
    .example = link
command-link-here = Have messages sent to this account
    .example = link here
command-link-remove = Take this account away from your others
    .example = link remove
argument-code = the code from your other account
privacy-part-linking = Accounts that are about to be joined
