### What the team of a community is told.

staff-invite-declined = Somebody invited me to a room that isn't on my list, so I stayed out. If I should be there, the operator can add it to the configuration.
staff-account-restricted = The platform has stopped me from writing to members unasked, for now. Check-ins rest; whoever writes to me still gets an answer. The operator's log says more, and may need to ask the platform.

# What the team did with its commands, the newest first. $community (text). $count (number).
audit = { $count ->
        [0] Nobody of the team has used a command in { $community } yet.
        [one] The latest command of the team in { $community }:
       *[other] The latest { $count } commands of the team in { $community }, the newest first:
    }
# Below the list.
audit-whole = The log is whole: no entry was changed or taken out.
# $number (number): the entry's number.
audit-broken = Entry { $number } doesn't follow from the one before: somebody changed the database by other means. Please tell those who run this bot.
# In place of who did it.
audit-somebody = somebody who has left
audit-nowhere = Please ask in a room of your community.

command-moderation-audit = What the team did with its commands
    .example = moderation audit
