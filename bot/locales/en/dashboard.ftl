### The moderators' dashboard, and messages of a team to all members.

# Described in menus and help. Read by moderators.
command-community-status = How the bot and this community are, in plain words
    .example = community status
command-community-report = The last four weeks: check-ins, meetings, buddies, alerts
    .example = community report
command-community-staff = Who is on the team, who is on duty, and who may what
    .example = community staff
command-community-broadcast = Write to all members in private; you see it first. Also "send" and "stop"
    .example = community broadcast On Friday we meet an hour later.
argument-announcement = your words to all members; or "send", "stop"

# --- community status: to a moderator, calm. Only what stands out; each is one line of a list.

# $count (number): how many lines follow.
status-head = { $count ->
        [one] One thing is worth a look:
       *[other] { $count } things are worth a look:
    }
status-well = All is well: nothing is open, and nothing waits.
# Below either. $when (text): day and time on the community's clock.
status-backup = The last backup was made on { $when }.
# $platform (text): such as "Discord".
status-away = I'm not connected to { $platform } at the moment. I keep trying.
status-stuck = Some answers have been waiting to go out for more than five minutes.
status-alarm-disk = The disk I run on is nearly full. The operator has been warned.
status-alarm-certificate = A certificate ends soon. The operator has been warned.
status-alarm-backup = The last backup is too old. The operator has been warned.
# $count (number): alerts that nobody has taken.
status-alerts-open = { $count ->
        [one] One alert is open, and nobody has taken it.
       *[other] { $count } alerts are open, and nobody has taken them.
    }
# $count (number): alerts that somebody is on.
status-alerts-taken = { $count ->
        [one] Somebody is looking after one alert.
       *[other] { $count } alerts are being looked after.
    }
status-nobody-listed = Nobody is on the roster, so I can call nobody. "duty add" puts somebody on it.
status-nobody-on-duty = Nobody is on duty right now.
# $count (number): lines; $hours (number): how long the oldest has waited.
status-lines = { $count ->
        [one] One member has written to the team and has no answer yet; they wrote { $hours } h ago.
       *[other] { $count } members have written to the team and have no answer yet; the first wrote { $hours } h ago.
    }
# $count (number): reports about a buddy.
status-reports = { $count ->
        [one] One report about a buddy waits to be looked at.
       *[other] { $count } reports about buddies wait to be looked at.
    }
# $count (number): a multiple of five.
status-unmatched = At least { $count } people look for a buddy and went without one in a round.
# $name (text): the meeting's; $when (text): day and time on the community's clock.
status-no-host = Nobody leads "{ $name }" on { $when } yet.
# $count (number): further ones.
status-no-host-more = Nor { $count } more in the next seven days.
status-no-country = No country is set, so I can show members no help lines of their own. "community set country" mends that.
# $count (number): lines.
status-unchecked = { $count ->
        [one] One help line that members see has not been checked by anybody: "lines check".
       *[other] { $count } help lines that members see have not been checked by anybody: "lines check".
    }

# --- community report: to a moderator; each is one line of a list.

report-head = The last four weeks:
# $count (number): a multiple of five; $week (text): the Monday of the last whole week.
report-checkins = Check-ins: in the week of { $week }, about { $count } members on one day or more.
report-checkins-few = Check-ins: too few in the week of { $week } for me to name a number.
# $held, $skipped, $before (numbers).
report-meetings = Meetings: { $held } took place, { $skipped } were called off. In the four weeks before, { $before } took place.
# $rounds (number); $pairs (number): a multiple of five.
report-rounds-pairs = Buddies: { $rounds ->
        [one] one round
       *[other] { $rounds } rounds
    }, with at least { $pairs } pairs proposed.
report-rounds = Buddies: { $rounds ->
        [0] no round.
        [one] one round.
       *[other] { $rounds } rounds.
    }
# $count (number).
report-alerts = Alerts: { $count ->
        [0] none.
        [one] one.
       *[other] { $count }.
    }
report-claimed-at-once = Half of those that somebody took were taken within a minute.
# $minutes (number): the median.
report-claimed = Half of those that somebody took were taken within { $minutes } min.
# $count (number).
report-not-claimed = { $count ->
        [one] One was taken by nobody.
       *[other] { $count } were taken by nobody.
    }

# --- community staff: to a moderator.

# Above the list of people. $count (number): how many.
staff-roster = { $count ->
        [0] Nobody is on the roster yet. "duty add" puts somebody on it.
        [one] On the roster:
       *[other] On the roster, in the order of calling:
    }
staff-on-duty = on duty
staff-off-duty = not on duty
# Above the list of keepers. $count (number): how many.
staff-keepers = { $count ->
        [0] Nobody keeps names: without a keeper, who writes to the team unnamed stays so.
       *[other] Keepers of names:
    }
staff-rights =
    Who may what: owners set up, name keepers, export and remove the community. Moderators look after it: meetings, help lines, rounds, members at rest, messages to all, this page. Those on the roster answer alerts and lines to the team.

    Moderators and owners are told to me by the platform, and by "community set moderators".

# --- community broadcast: to a moderator.

broadcast-how = "community broadcast" and your words behind it: I show you what members would read, and send nothing until you say so. At most one a day.
# Above the message as members will read it. $count (number): a multiple of five; 0: five or fewer.
broadcast-preview = { $count ->
        [0] This would go to a few members, in private, within the day. Nothing is sent yet. It reads:
       *[other] This would go to about { $count } members, in private, within the day. Nothing is sent yet. It reads:
    }
# On the buttons below it. The words behind ".words" also count when typed.
broadcast-send = Send it
    .words = send, yes
broadcast-drop = Don't send
    .words = no, don't send
broadcast-dropped = Nothing was sent.
broadcast-nothing = There is nothing to send: show me your words first, with "community broadcast" before them. A preview stands for half an hour.
broadcast-nobody = There is nobody to send that to at the moment.
broadcast-once-a-day = There has been a message to all within the last 24 hours. One a day is as much as I send.
broadcast-going = It is going out, a few at a time. "community broadcast stop" calls back what isn't sent yet.
# On a button.
broadcast-stop = Call it back
    .words = stop
# $count (number): a multiple of five; 0: five or fewer.
broadcast-so-far = { $count ->
        [0] So far only a few members have it.
       *[other] So far about { $count } members have it.
    }
broadcast-stopped = { $count ->
        [0] Called back. Only a few members had it already, or nobody.
       *[other] Called back. About { $count } members had it already.
    }
broadcast-nothing-going = Nothing is going out.

# --- what a member reads, unasked: the first line is safe on a lock screen.

broadcast-head = A message to everybody in your group.
# Below the team's own words. $community (text).
broadcast-signed = The team of { $community }. It went to all members; to answer, say "talk".
# On the button.
broadcast-no-more = No more of these
# Answer to it.
broadcast-off = Done: no more messages of that team to everybody. All else stays as it is.
# On the button below that.
broadcast-again = Send them again
broadcast-on-again = Done: you get the team's messages to everybody again.
