### Communities that leave or are left, and members who are put to rest. Read by owners and the team.

# Described in menus and help.
command-community-export = A file with this community's settings, meetings and counts
    .example = community export
command-community-remove = Remove this community and everything kept about it
    .example = community remove
command-community-keep = Keep this community after all
    .example = community keep
command-member-rest = Send a member nothing more: somebody who was banned, or has died
    .example = member rest @robin
command-member-wake = Go on with a member who was put to rest
    .example = member wake @robin
argument-phrase = The phrase that I ask for
argument-resting = Their account

# To an owner or a moderator who wrote outside of any community I know.
leaving-no-community = Please say that in a room of the community it is about.

# Answer to "community export"; the file hangs below it. Only the owner sees it.
leaving-exported =
    Here is the community as a file: its settings, its meetings, and how many people there are.

    Nothing of any member is in it: no names, and nothing that anybody said.
# Read aloud to those who do not see the file.
leaving-export-file = The community's settings and meetings, as JSON

# The words that an owner has to type. $name: the community's.
leaving-phrase = remove { $name }
# Answer to "community remove"; sober. $phrase: what to type.
leaving-remove-sure =
    This would remove the community and all I keep about it: settings, meetings, answers to meetings, buddies and rounds, the roster, alerts, your own help lines. It can't be brought back from here.

    Members keep what is their own, such as their check-ins; each of them ends that with "stop".

    For a file first: "community export". To go on, type: community remove { $phrase }

    After that there is a day in which anybody of the team can keep it.
# Something else was typed. $phrase: what to type.
leaving-remove-other = Those aren't quite the words, so nothing happened. To go on, type: community remove { $phrase }
# It was asked for already.
leaving-remove-going-on = That is under way already. Until then anybody of the team can keep it.
# Answer to the owner. $when: day and time on the community's clock.
leaving-removal = This community will be removed at { $when }. Until then everything goes on, and anybody of the team can keep it.
# On the button.
leaving-keep-button = Keep it
# Answer to "community keep".
leaving-kept = It stays, with everything as it was.
leaving-keep-nothing = Nobody asked for this community to be removed.
# To the staff room. $when: day and time on the community's clock.
leaving-team-removal =
    The owner asked me to remove this community at { $when }, with its settings, meetings, buddies and roster.

    Until then any of you can keep it, by the button or with "community keep".
leaving-team-kept = This community stays ({ $when }): somebody of the team decided to keep it.

# To the operator, when the bot was put out of a community's last space. $day: when it is erased.
leaving-operator-asleep = I was put out of a community's last space, so it sleeps: nothing is sent for it. What I keep about it is erased on { $day }, unless I'm invited again before.
# To the staff room, when the bot is back. $day: since when it was away.
leaving-awake = I'm back. Since { $day } I wasn't here, and sent nothing for this community; its settings, meetings and buddies are as they were.

# To a moderator; nobody else sees these. Quiet: somebody may have died.
rest-nobody-called = I know no member of this community by that. On Discord, choose the account; on Matrix, write it in full, such as @robin:example.org.
rest-already = They rest already.
rest-everywhere = Done. I send them nothing more, and mention them nowhere. Whoever had them as a buddy hears gently that this has ended, without a reason. "member wake" brings it back.
rest-here = Done. Nothing of this community reaches them any more, and I mention them nowhere here. Their own check-ins, or another community's messages, may go on. Whoever had them as a buddy here hears gently that this has ended, without a reason. "member wake" brings it back.
rest-not-resting = They don't rest; nothing was changed.
rest-woken = Done. Things go on for them as before, but for what they had stopped themselves. Buddies, and their place on the roster, come back only when somebody asks for that.
