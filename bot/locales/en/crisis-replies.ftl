### What somebody in a crisis reads, unasked, in private. Nothing of what they wrote is repeated,
### no method is named, nobody is diagnosed. A first line may be seen on a locked screen.

# To somebody who may be in danger themselves.
reply-opening-self = A private note, only for you. I'm a program, I read your message, and I'm glad that you wrote it.
# To somebody who worries about another person.
reply-opening-other = A private note, only for you. I'm a program, and I read your message. It is good that you look out for somebody.
# The bot was away for a while. $when (text): day and hour at which they wrote.
reply-late = I was away when you wrote ({ $when }) and have read it only now. I'm sorry. If things have changed, please take what helps and leave the rest.

## What to do until somebody is there

# Life in danger, no other topic.
reply-stay = Please don't stay alone with this: go to where somebody is, or keep somebody on the phone. If there is something near you that could hurt you, move away from it.
# They took too much themselves.
reply-overdose-self = Please call now, even if you feel all right so far. Unlock the door, lie on your side, and don't stay alone: get somebody beside you. Tell them what you took. If there is naloxone, tell them where.
reply-overdose-other = Call first. If there is naloxone, give it. If they breathe, roll them onto their side; if they don't, the people on the phone talk you through it. Stay until help is there.
reply-self-harm = If you are hurt, please let somebody look at it today. You needn't tell more than you want to.
# A strong urge to use.
reply-substance = An urge rises and falls, mostly within half an hour. Can you move away from where it is, and be with somebody meanwhile, or on the phone? If it has happened already: the amount from before can be too much by now, so please don't be alone.
# Violence at home; read only after "Safe to read here?" was answered with yes.
reply-violence = It isn't your fault, and you decide what happens next. If somebody else looks at this device, delete this message after reading; help is also there for people who stay.
reply-sexual-violence = What was done to you is not your fault. You decide whom you tell, and what happens next.
reply-other = You could ask them directly: "Are you thinking of ending your life?" Asking puts no such idea into anybody's head. Listen, stay with them or on the line, and tell somebody you both trust. You needn't carry this alone; the numbers are for you, too.
reply-violence-other = Believe them, ask what they need, and let them decide. Please don't confront whoever hurts them, which can make it more dangerous. The numbers are for you, too.

## Around the help lines

# Against the usual barriers.
reply-barrier = You needn't be sure that it is serious, and you may hang up or stop writing at any time.
reply-trusted = Is there somebody you trust? "Can you talk?" is enough to write to them.
# Who is told. $team (text): the community's name. In these two the team has a person on duty.
reply-told-room = I'm alerting the team of { $team }, with a link to your message. Nobody has answered yet, so please don't wait for them.
reply-told-direct = I'm alerting the team of { $team }, without your words. Nobody has answered yet, so please don't wait for them.
reply-told-nobody = I have told nobody.
# They wrote again, no graver, a moment after a reply.
reply-again = I've read that, too. The numbers I sent you still stand, at any hour. I'm only a program; a person would be better company now.

# All that is shown at first when the danger may be at home: not a word of what it is about.
reply-safe = Safe to read here?
reply-safe-yes = Yes, show me

## Buttons below a reply

reply-talk = Talk to someone
reply-more = More help
reply-misread = You misread me
reply-show = Show the team what I wrote

## A soft offer to somebody who does not sound well; nobody hears of it

reply-soft = That sounds like a lot to carry. I'm only a program, so: would a person help? I have told nobody.
reply-lines = Help lines
reply-soft-off = Don't ask me that

## What they hear of the team, later. $team (text): the community. $name (text): one of the team.

reply-seen = Somebody from the team of { $team } has seen this and means to write to you. If it can't wait, please don't wait: say "help now".
reply-seen-by = { $name } from the team of { $team } has seen this and means to write to you. If it can't wait, please don't wait: say "help now".
# Before help lines.
reply-unanswered = Nobody from the team has answered yet. Please don't wait for us:
# A button.
reply-tomorrow = Write to me tomorrow
# A day later, only if they wished it. The first line may be read by others.
reply-day-after = Hello. You asked me to write today.

    How is it now? You needn't answer. I'm only a program, but these lead to people:

## After a button was pressed

# $team (text): the community's name.
crisis-talk-asked = I've asked the team of { $team } that somebody writes to you. Nobody has answered yet, so please don't wait for them.
# Nobody of a team can be asked right now; help lines follow.
crisis-talk-nobody = I can reach no team for you right now, and I'd rather say so. Is there somebody you trust? "Can you talk?" is enough to write to them. And these people listen:
# They say that they were misread.
crisis-misread = Thank you for setting that right, and sorry: I'm a program, and I do misread. Nothing of your words was kept.
crisis-misread-told = Thank you for setting that right, and sorry: I'm a program, and I do misread. The team reads now that you say so. If I should never alert a team about you, say "alerts off".
crisis-soft-off = All right, I won't ask that again. "help now" works at any time, and "offers on" brings it back.
# The reply that they would like to read is not known any more; help lines follow.
crisis-gone = That was a while ago. These help at any time:
form-crisis-show = Show the team
form-crisis-show-words = What may the team read?
    .hint = Paste what you wrote, or say it anew. It goes to the team at once, and I keep none of it.
# $team (text): the community's name.
crisis-shown = I've handed that to the team of { $team }, and kept none of it. Nobody has answered yet, so please don't wait for them.
crisis-shown-nobody = There is no team that I could show it to right now, so nobody has read it, and I kept none of it.

## What a member decides

command-alerts = Whether a team is alerted when you seem in danger
    .example = alerts off
argument-wanted = on or off
alerts-on = If you seem to be in danger, I answer you in private and alert the team. "alerts off" ends that.
alerts-off = I'll alert nobody about you any more. If you seem to be in danger, I still answer you in private. "alerts on" brings it back.
command-offers = Whether I ask if a person would help, when you don't sound well
    .example = offers off
offers-on = Gladly. If you don't sound well, I'll ask whether a person would help, at most once a day.

## What joining members are told of rooms that are read

# Stands below the first screen where a community has such rooms.
watched-rooms = In these rooms a program reads along for signs that somebody is in danger. It then writes to them in private and may alert the team. What is said there is not stored:
# A message for everybody in a watched room, posted by a moderator, to be pinned. $team (text): the community's name.
watched-notice = In this room a program reads along for signs that somebody is in danger. It then writes to that person in private, with help lines, and may alert the team of { $team }. Nothing that is said here is stored. In a message to me, "alerts off" ends alerts about you.
watched-not-here = This room is not read along by me, so there is nothing to tell about it.
command-watched-notice = Post a message here that says that I read along
    .example = watched notice
