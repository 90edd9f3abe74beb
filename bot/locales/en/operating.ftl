### What teams are told after an outage, and what operators are warned of.

# To the staff room after an outage; sober, and only what is known. Safe on a lock screen.
# $platform: Discord, Matrix, or "here". $began, $ended: day and time on the community's clock.
outage-away =
    I was away from { $began } to { $ended }.

    In that time no room on { $platform } was watched, and I answered nobody there. If something happened meanwhile, please look for yourselves.
# The same, where only my database was out of reach. Values as above.
outage-database =
    I couldn't keep anything from { $began } to { $ended }.

    I was connected to { $platform } and read along, but what people asked me for then may not have been done.
# What came of it for messages. $late: sent late. $gone: let go, since they made sense only at their
# time. $waiting: still waiting to go out.
outage-toll =
    { $late ->
        [0] No message went out late;
        [one] One message went out late;
       *[other] { $late } messages went out late;
    } { $gone ->
        [0] none was let go.
        [one] one was let go, because its time had passed.
       *[other] { $gone } were let go, because their time had passed.
    } { $waiting ->
        [0] {""}
        [one] One is still waiting.
       *[other] { $waiting } are still waiting.
    }
# In place of a platform's name, for the page on this machine.
outage-here = this page

# To the operator: on the console, and in their room. Short; what is wrong, and what to do.
# $what: "data" or "backups". $free: GiB that are free.
alarm-disk = The disk with the { $what } folder is nearly full: { $free } GiB are free. Make room, or move it to a larger disk.
# $what: "web" or "matrix". $days: until it ends; 0: today, or it has.
alarm-certificate = The certificate of the { $what } address ends in { $days } days. See why it is not renewed.
# $what: the platform. $why: what the log says, in English.
alarm-platform = Not connected to { $what } for a quarter of an hour or more: { $why }. If the token or the password was refused, give a new one and start again.
# $days: since the last good backup.
alarm-backup = The last good backup is { $days } days old. See the log for why later ones did not succeed.
alarm-backup-none = There is no good backup yet. Set one up; docs/operating.md says how.
# $country: ISO 3166.
alarm-lines = Nobody has made sure of the help lines for { $country } for a long time. Please ask somebody of the community to call or look, and to say so.
# $name: the alarm's code, such as disk:data.
alarm-well = Well again: { $name }
