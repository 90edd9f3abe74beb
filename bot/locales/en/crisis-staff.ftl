### What the team of a community reads and says about a crisis, and what members hear of the team.
### The team reads it in a hurry, perhaps at night: short lines, what to do first. Members are in
### need when they read theirs: honest, warm, no promise that nobody keeps.

## The alert

# The word before everything that belongs to a drill.
alert-drill-word = Drill.
alert-drill = **Drill: nobody is in danger.** This is how an alert looks. Somebody of the team, please press "I'm on it" within five minutes.
alert-title-emergency = **Emergency: somebody may be in danger right now.** A program's reading; it may be wrong. Please look at once.
alert-title-high = **Somebody may need a person soon.** A program's reading; it may be wrong.
# $at (text): an hour.
alert-late = Written at { $at }, while I was away; I read it only now.
# Before the account of the member.
alert-who = Who:
# Before a link, or the name of a room.
alert-where = Where:
alert-where-link = the message
alert-where-direct = Where: in direct messages with me. I never show those by myself; they are asked whether you may read it.
# $topics (text): what it seems to be about, apart by commas.
alert-why = Why: it reads like { $topics }.
alert-about-suicide = thoughts of suicide
alert-about-self-harm = self-harm
alert-about-overdose = an overdose
alert-about-domestic-violence = violence at home
alert-about-sexual-violence = sexual violence
alert-about-substance = a strong urge to use
alert-about-unclear = somebody who cannot go on
alert-about-somebody-else = about somebody else
alert-reach-private = They got a private answer with help lines, and know that you were told.
alert-reach-offered = Their direct messages are closed. They were offered a private answer behind a button, and may not have opened it.
alert-reach-none = **NOT REACHED:** my private answer did not arrive. You may be the only ones who can write to them.
alert-reach-unknown = I am still trying to reach them privately.
alert-at-home = **Somebody else may be reading their messages.** I send them nothing more by myself; begin with something harmless.
alert-young = **Possibly under 18:** no private direct messages, please; two of you, where the team can see it.
# The number where the country's own is not known.
alert-emergency-number = the local emergency number

# $number (text): the emergency number. The same in all scripts.
alert-script-suicide =
    - Write to them yourself, soon: "It sounds as if you carry a lot, and I'm glad you wrote. Are you thinking about suicide?" Asking openly does not put the thought there.
    - In danger now (something at hand, something done, a goodbye and then silence): they, or somebody near them, call { $number }. Stay with them until help is there.
    - A welfare check brings strangers, often police, to the door. It can save a life; it can also hurt somebody, or their trust. If there is time, ask them first; if you send one, tell them.
alert-script-overdose =
    - Ask at once: awake? Breathing normally? Alone? Slow or no breathing, blue lips, can't be woken: { $number } now.
    - Until help comes: naloxone if opioids may be in it, onto their side, somebody stays. Nobody is in trouble for saying what it was.
    - If they stop answering, call { $number } yourself with whatever you know of the place.
alert-script-violence =
    - First only: "Is it safe to write?" Nothing about why, until they say so.
    - In danger now: { $number }. Else they decide, also about staying; don't press them, and don't speak to the other person.
    - Police at the door can make the next day worse. If there is time, ask them before you call.
alert-script-substance =
    - Ask first: "Are you safe right now? Did you take anything?" Drowsy, or hard to wake: that is an emergency, { $number }.
    - Company helps most. An urge rises and passes: "Shall I stay here with you until it eases?"
    - No lecture. After a pause the amount from before can be too much; that is worth saying.
alert-script-other =
    - The one who wrote is worried about somebody. Ask: who is with that person now? Is it urgent enough to call { $number }?
    - Help them to ask openly ("Are you thinking about suicide?", "Are you safe where you are?"), to stay, and to tell somebody who can be there.
    - Then ask how they are themselves.

## Who is on it: the alert's last line. Before or after it stands the name of one of the team.

alert-state-open = Nobody is on it yet.
alert-state-called = , can you have a look? Nobody is on it yet.
alert-state-handing = { " " }hands this over. Who takes it?
# $since (text): an hour.
alert-state-claimed = { " " }is on it, since { $since }.
alert-state-handled = Handled:{ " " }
alert-state-dismissed = Not a crisis, says{ " " }
alert-state-closed = This is over.

alert-button-mine = I'm on it
alert-button-take = Take it over
alert-button-hand = Hand over
alert-button-handled = Handled
alert-button-nocrisis = Not a crisis
alert-button-surelynot = Yes, not a crisis

## While nobody is on it. Before it stand the names of those who are called.

alert-call-next = Nobody has answered this alert yet. Can you?
alert-call-all = Still nobody has answered this alert. Whoever can, please press "I'm on it".
# To one of the team, in direct messages; others may see their screen. $community (text): its name.
alert-call-direct = { $community }: you are needed in the staff room. Nobody has answered yet.
alert-call-direct-drill = Drill. { $community }: please look into the staff room.

    Nobody is in danger.
# A page, perhaps on a screen that others see: no name, nothing about what it is.
page-emergency = { $community }: urgent, nobody has answered in the staff room. Please look there now.
page-high = { $community }: nobody has answered in the staff room. Please look there.
page-drill = Drill. { $community }: this page is a test, nothing to do.

## What comes later, in the staff room

alert-again = They wrote again; no graver than before.
alert-abuse = Somebody wished another person dead in a watched room. I took it for abuse, not for a crisis; I said nothing there:
# After the member's account.
alert-wants-to-talk = would like one of you to write to them.
alert-shown = They agreed that you read what they wrote:
alert-misread = They say I misread them. Please have a look all the same.
# After a name.
alert-claim-ended = An hour has gone by. Still on it? If so, please press "I'm on it" again; else somebody else can.
alert-day-after = This was a day ago. Has anybody asked them how they are today?
alert-day-after-nobody = A day ago nobody took this alert. Please ask this member how they are, and talk about who is reachable.

## Answers to presses; the team sees them, but for the first two and the last

alert-unknown = I can't find this alert in my notes. If it came just now, please look after it, and press again in a minute.
alert-over = This one is over.
# After a name.
alert-somebody-is = is on it. Please talk to each other; if they can't be reached, you can take it over.
alert-taken = It's yours now. Thank you.
alert-sure = Was it not a crisis at all? Then I forget it, and keep only which rules I went by. If somebody was in need and it is done, "Handled" is the one.
# $rules (text): names, apart by commas.
alert-dismissed = Forgotten. My rules were: { $rules }. If one is often wrong, two of you can silence it: "crisis silence" and its name.
error-not-staff = Only the team can do that, in the staff room.

## What the member hears of the team

crisis-tomorrow-set = I will, about this time tomorrow. Until then "help now" works at any hour.

## Drills

command-crisis-drill = Rehearse an alert: somebody must answer within five minutes
    .example = crisis drill
drill-begun = The drill has begun. Whoever presses "I'm on it" within five minutes passes it for the whole team.
drill-missed = Drill: nobody pressed "I'm on it" within five minutes, so it is not passed. Better now than on the day. Please look at who is on duty ("duty") and whether their app rings for this room, then try again: "crisis drill".
# $until (text): a day.
drill-passed = Drill passed. Until { $until } I watch the rooms you chose and alert you; before that I'll ask for the next one.
drill-passed-nobody = Drill passed, and it counts until { $until }. But nobody is on the roster, so I watch nothing and alert nobody yet: say "duty on".
drill-due = It's time for a drill: in three days the last one is too old, and I stop watching rooms and alerting you. It takes a minute: "crisis drill".
drill-lapsed = The last drill is more than a month ago, so I no longer watch rooms or alert you. Whoever writes to me still gets help lines. To go on: "crisis drill".

## Duty

group-duty = who of the team can be called
group-crisis = drills, own terms, rules (the team)
command-duty-list = Who is on duty, and who else can be called
    .example = duty
command-duty-on = Be on duty until you say otherwise
    .example = duty on
command-duty-off = Be off duty until you say otherwise
    .example = duty off
command-duty-until = Be on duty until an hour
    .example = duty until 22:00
command-duty-hours = When you are usually there: days, from, to
    .example = duty hours mon-fri 18:00 22:00
command-duty-name = What members in need are told of you: a first name, or nothing
    .example = duty name Sam
command-duty-leave = Leave the roster
    .example = duty leave
command-duty-remove = Take somebody off the roster
    .example = duty remove Sam
argument-hour = an hour, such as 22:00
argument-begins = from when, such as 18:00
argument-ends = until when, such as 22:00
argument-shown = a name for members; leave it out for "somebody from the team"
argument-helper = their name, or their account, as "duty" shows it

duty-list = On duty first, then the others, in the order in which I call:
duty-list-none = Nobody is on duty now, so members are promised nobody. The others, in the order in which I call:
duty-nobody = Nobody is on the roster yet, so I watch no room and alert nobody.
duty-line-on = on duty
# $at (text): an hour.
duty-line-until = on duty until { $at }
duty-line-off = off duty
duty-watching = I watch the rooms you chose and alert you; the last drill was passed.
duty-not-watching = I watch no room and alert nobody: that takes a staff room and a drill ("crisis drill") within the last month.
duty-on = You're on duty until you say "duty off". Thank you.
# $until (text): an hour.
duty-until = You're on duty until { $until }. Thank you.
duty-off = You're off duty. Rest well.
duty-off-nobody = You're off duty. Rest well. Nobody else is on now, so members are promised nobody.
# $hours (text): days and hours. $zone (text): a time zone's name.
duty-hours-set = You count as on duty: { $hours } ({ $zone }). "duty on" and "duty off" come before that.
# $name (text): as they wrote it.
duty-name-set = Members in need will read "{ $name } from the team".
duty-name-none = Members in need will read "somebody from the team".
duty-left = You're off the roster, and I've kept nothing about you there.
duty-removed = They're off the roster.
# In the staff room, after a name: they're in the community no longer.
duty-gone = is no longer in this community, so I've taken them off the roster.
# Below that, if it was the last one.
duty-gone-last = Nobody is on the roster now, so I watch no room and alert nobody. Who can be called? "duty on" is enough.
duty-remove-unknown = Nobody on the roster is called that, or more than one is. "duty" shows the names.
duty-not-on-roster = You aren't on the roster.
duty-button-on = On duty
duty-button-off = Off duty

## Own terms, rules, report

command-crisis-term = Words that mean trouble in this community: add, remove, list
    .example = crisis term add code red
argument-do = add, remove or list
argument-term = a word or a few
command-crisis-silence = Let a rule alert no more; takes two moderators
    .example = crisis silence craving
command-crisis-unsilence = Let a silenced rule alert again
    .example = crisis unsilence craving
argument-rule = the rule's name, as "Not a crisis" told it
command-crisis-report = How often the team called each rule's alerts right
    .example = crisis report
term-added = Added. Whoever writes this gets a private answer, and you an alert.
term-there = That one is on the list already.
term-removed = Removed.
term-not-there = That one isn't on the list.
term-none = This community has no terms of its own.
term-list = This community's own terms:
term-unclear = A term has 3 to 80 characters. A few words are better than one: they alert to less that is harmless.
# $most (number): how many there can be.
term-too-many = There are { $most } terms already, more than anybody can look after. Please remove one first.
rule-unknown = I have no rule of that name. "Not a crisis" and "crisis report" show the names.
rule-emergency = That rule is about lives at stake, and nobody silences it, not even two of you. If it is often wrong, please tell those who run me.
# $rule (text): its name. Everybody in the staff room reads these.
rule-proposed = One moderator proposes that the rule "{ $rule }" alerts no more. If another agrees within seven days, say "crisis silence { $rule }".
rule-needs-another = You proposed that yourself. It takes another moderator.
rule-silenced = Two moderators agree: the rule "{ $rule }" alerts no more in this community. "crisis unsilence { $rule }" brings it back.
rule-silent = The rule "{ $rule }" is silent already.
rule-not-silent = Nobody has silenced the rule "{ $rule }".
rule-lifted = The rule "{ $rule }" alerts again.
report-empty = Nothing to report yet: no alert was marked as handled or as no crisis.
report-intro = How often you called an alert right, by rule:
# $rule (text). $right, $all (numbers): alerts.
report-line = { $rule }: { $right } of { $all }
# $rules (text): names, apart by commas.
report-silent = Silenced here: { $rules }
