### Mentors: offering to be one, what the team decides, how it is carried, and ending.

# --- Offering

# What is expected. Honest and unhurried; reading it and not offering is a good outcome too.
mentor-expected = A mentor walks with somebody who is newer on the way: by being there, listening, and telling how it went for you. Good that you think about it.

    What is asked of you:
    - A year or longer on your own way, by your own count. I believe you.
    - Time for a talk now and then, about once a week with each person.
    - Boundaries. You may say no, set hours, and be away. No money, no dating, nothing secret from the team.
    - No therapy and no advice on medicine. You're a companion; for the rest there are others, and saying so is part of it.
    - What they tell you stays with you, unless somebody's life is in danger.

    In a crisis it isn't yours to hold alone. Say **help now** for help lines, or let them say it; call the emergency number if a life is in danger; and tell the team.

    You decide how many you walk with, you can rest at any time, and each month I ask how you are carrying it.
# Read before they offer it.
mentor-who-sees = Who sees what:
    - The team: your account, how many you'd walk with, your languages, and what you write to it in the form. It decides.
    - Somebody I propose to you: your topics, languages and parts of the week, without your name, until you both say yes.
    - How you are carrying it: only you. The team hears that it's heavy if you tell me to pass that on, and never what you talk about.
    - I keep it encrypted. "mentor end" removes it.
mentor-apply = I've been on the way a year: offer it
    .words = yes, apply, offer it, offer
mentor-not-yet = Not yet
    .words = no, not yet, later
mentor-later = That's a good answer too. "mentor join" is here whenever you like.
mentor-where = In which of your communities?
mentor-applied = Thank you for offering it. Your team has your request, and I tell you as soon as it has decided. "mentor end" takes it back.
# They said something else of themselves.
mentor-changed = Noted. It counts from now on.
mentor-back = Good to have you. When somebody may suit you, I ask you both.
# $words (text): what was typed.
mentor-unclear = I don't know what "{ $words }" means here. Hours go by words like evenings, weekday mornings or weekends; languages by their names.

form-mentor-join = Walking with somebody
form-mentor-join-topics = What do you know from your own life?
    .hint = A few words with commas between, like: alcohol, grief. Somebody who shares one finds you.
form-mentor-join-hours = When could you usually talk?
    .hint = Like evenings, weekends. By your own clock. Empty or "-": any time.
form-mentor-join-languages = Which languages could you talk in?
    .hint = Like English, Spanish. Empty or "-": the one we speak.
form-mentor-join-capacity = With how many at a time, at most?
form-mentor-join-capacity-1 = 1
form-mentor-join-capacity-2 = 2
form-mentor-join-capacity-3 = 3
form-mentor-join-capacity-4 = 4
form-mentor-join-capacity-5 = 5
form-mentor-join-about = Something for the team
    .hint = What it should know of you. Only the team reads it, until it decides. Empty or "-": nothing.

# --- In the staff room. Behind the name of the one who offers it.
# $count (number): how many they would walk with. $languages (text): names of languages.
mentor-request-offers = offers to be a mentor, and says that it has been a year or longer. { $count ->
    [one] With one person at a time
   *[other] With up to { $count } people at a time
    }, in: { $languages }.
mentor-request-decide = Would you let newer members walk with them? A moderator decides; I tell them kindly either way.
mentor-button-approve = Yes, welcome
    .words = yes, approve
mentor-button-decline = Not now
    .words = no, not now, decline
# Behind the name, in place of the request.
mentor-request-approved = is a mentor now. I've told them.
mentor-request-declined = isn't a mentor for now. I've told them kindly; a word from one of you would mean more.
mentor-request-over = This is decided already, or they took it back.
mentor-request-not-yours = That's for your community's moderators, in the team's own room.
mentor-request-own = This one is about you, so somebody else of the team decides it.

# --- To the one who offered it. The first line is safe on a lock screen.
mentor-approved = News from your team.

    It said yes: you're a mentor now, and we're glad of you. When somebody may suit you, I ask you both first, and a no needs no reason. Once a month I ask how you are carrying it.
mentor-declined = News from your team.

    Thank you for offering to walk with others. For now the team would like to leave it at that. It says nothing about your worth or your way, and there can be many reasons; you can ask anybody of the team. Your offer is removed, and you can make it again another time.
mentor-relieved = News from your team.

    It has ended your time as a mentor here. Those you walked with have been told gently, without a reason, and what you said for it is removed. Thank you for what you gave. If you'd like to know why, anybody of the team can tell you; if it hits you hard, "talk" and "help now" are there.
mentor-status-button = How it stands
    .words = status

# --- What mentors ask
mentor-not-one = You're no mentor here yet. "mentor join" tells what it is, and you can still say no.
mentor-none = You're no mentor here. If you've been on the way for a year or longer, you could walk with somebody newer.
mentor-join-button = What is it?
    .words = what is it
mentor-waits = Your offer is with the team, and I tell you as soon as it has decided. "mentor end" takes it back.
# $taken (number): with how many they walk. $capacity (number): with how many at most.
mentor-status = { $taken ->
    [0] You walk with nobody right now
    [one] You walk with one person
   *[other] You walk with { $taken } people
    }; { $capacity ->
    [one] one at most, as you wished.
   *[other] { $capacity } at most, as you wished.
    }
mentor-status-rests = You're resting: nobody new, until you say so.
# $until (text): a day.
mentor-status-rests-until = You're resting: nobody new before { $until }.
# After a mentoring ended. $until (text): a day.
mentor-status-cools = One has ended not long ago, so there's nobody new before { $until }. If you'd like somebody sooner, say "mentor back".
# $count (number): how many more they could take.
mentor-status-free = { $count ->
    [one] There's room for one more; if somebody may suit you, I ask you both.
   *[other] There's room for { $count } more; if somebody may suit you, I ask you both.
}
mentor-status-heard = The team knows that it's heavy for you, since you wanted that. "mentor load" changes it.
mentor-profile = This is what I go by when I look for somebody for you:
mentor-change-button = Change it
    .words = change, change it
# $count (number): at most. $taken (number): with how many they walk.
mentor-capacity-set = Noted: { $count ->
    [one] one person at a time.
   *[other] up to { $count } people at a time.
}
mentor-capacity-below = Noted: { $count ->
    [one] one person at a time.
   *[other] up to { $count } people at a time.
    } You walk with { $taken } now, and nobody is sent away; there's just nobody new until there is room.
mentor-rests = Rest well. Nobody new until you say so; whom you walk with stays with you.
# $until (text): a day.
mentor-rests-until = Rest well. Nobody new before { $until }; whom you walk with stays with you.
mentor-rest-button = Nobody new for now
    .words = rest
mentor-back-button = Somebody new is welcome
    .words = back, i'm back
mentor-load-button = How I'm carrying it
    .words = load, how i'm carrying it
mentor-end-button = End
    .words = end

# --- How they are carrying it. The first line is safe on a lock screen.
mentor-load = A quiet question, with time to think.

    How are you carrying what you do as a mentor? Whatever you say stays with you; I keep nothing of it unless you want the team to know.
mentor-load-fine = Fine
    .words = fine, good, ok
mentor-load-heavy = It's heavy
    .words = heavy, it's heavy
mentor-load-lower = Lower my load
    .words = lower, less, lower my load
mentor-load-tell = Let the team know
    .words = tell, tell them, let them know
mentor-load-keep = Keep it between us
    .words = keep, keep it between us
mentor-fine = Good to hear. Thank you for what you give.
mentor-heavy = Thank you for saying so. It's heavy at times, and that says nothing about how well you do it.

    What might help: fewer people at once, a rest ("mentor rest"), or somebody to talk to yourself ("talk"). Would you like the team to know that it's heavy? Only that, with your name; never what you talk about.
# $count (number): with how many at most from now on.
mentor-lowered = Done: nobody new until you say "mentor back", and then { $count ->
    [one] one person at a time.
   *[other] up to { $count } people at a time.
    } If one mentoring is too much, "mentor end" ends it gently.

    Would you like the team to know that it's heavy? Only that, with your name; never what you talk about.
mentor-heard = I've told the team that it's heavy for you right now, and nothing else. "mentor load" takes that back.
mentor-kept = It stays between us.
# In the staff room, behind the mentor's name.
mentor-team-hears = says that being a mentor is heavy right now, and wanted you to know. I know nothing more than that. A kind word, or an hour of listening, might be good.

# --- Ending
mentor-end-which = Which one do you mean?
# On a button. $day (text): a date.
mentor-end-since = Since { $day }
mentor-end-all = All of it: I stop being a mentor
    .words = all, everything
mentor-end-sure = Shall I end it? It needs no reason, and the other one is told gently.
# $count (number): with how many they walk.
mentor-end-all-sure = { $count ->
    [0] Shall I take it back? You wouldn't be a mentor any more, and I remove what you said for it.
    [one] Shall I end it? You wouldn't be a mentor any more, and I remove what you said for it. The one you walk with is told gently, without a reason.
   *[other] Shall I end it? You wouldn't be a mentor any more, and I remove what you said for it. Those you walk with are told gently, without a reason.
}
mentor-end-yes = Yes, end it
    .words = yes, end it
mentor-end-no = No, leave it
    .words = no, leave it
mentor-goes-on = Then it goes on as it was.
# $days (number): days without anybody new.
mentor-ended = It's ended. Thank you for the way you walked together. For { $days } days I propose nobody new, so that you can breathe out; "mentor back" if you'd like somebody sooner.
mentor-ended-all = It's done, and what you said for it is removed. Thank you for all that you gave.

# --- For those who look after the mentors
mentors-nowhere = Could you say that in a room of your community?
mentors-nobody = There are no mentors here yet. Members offer it with "mentor join", and the team decides.
mentors-list = Your mentors. Whom they walk with, and what they talk about, stays theirs.
# One of the list, behind the name. $count (number): with how many they walk. $since (text): a date.
mentors-line = { $count ->
    [0] walks with nobody right now
    [one] walks with one
   *[other] walks with { $count }
    }, mentor since { $since }.
mentors-line-rests = Resting: nobody new.
mentors-line-cools = Nobody new for some days, after one has ended.
# $count (number)
mentors-line-free = { $count ->
    [0] No room for more.
    [one] Room for one more.
   *[other] Room for { $count } more.
}
# $day (text): a date.
mentors-line-heavy = It's heavy, they said on { $day }, and wanted you to know.
# $count (number)
mentors-waiting = { $count ->
    [one] One offer waits for a moderator's answer.
   *[other] { $count } offers wait for a moderator's answer.
}
# After "buddies relieve".
mentors-relieved = Done. They mentor no more, and they and those they walked with have been told gently, without a reason. A word from one of you would be good.
mentors-nobody-called = I know no mentor of that name here. A mention works best; "buddies mentors" shows who there is.

# --- The first days of somebody new. $count (number): days.
newcomers-off = Somebody new can be paired with any member. "buddies newcomers 90" keeps their first 90 days for approved mentors.
newcomers-are = { $count ->
    [one] In their first day, somebody new is paired with approved mentors only.
   *[other] In their first { $count } days, somebody new is paired with approved mentors only.
} "buddies newcomers 0" ends that.
newcomers-set = { $count ->
    [one] Noted. In their first day among the buddies, somebody new is paired with approved mentors only.
   *[other] Noted. In their first { $count } days among the buddies, somebody new is paired with approved mentors only.
} Pairs that there are stay together.
newcomers-set-off = Noted. Somebody new can be paired with any member from the first day on.
# $most (number)
newcomers-unclear = How many days? A number from 0 to { $most }, like "buddies newcomers 90"; 0 is none.

command-mentor-join = Walk with somebody newer as their mentor: what it is, and offering it
    .example = mentor join
    .words = become a mentor, be a mentor
command-mentor-status = With how many you walk as a mentor, and what is to come
    .example = mentor status
command-mentor-profile = See and change what I know of you as a mentor
    .example = mentor profile
command-mentor-capacity = With how many you walk at most
    .example = mentor capacity 2
command-mentor-rest = Nobody new for a while; those you walk with stay
    .example = mentor rest until Friday
command-mentor-back = Somebody new is welcome again
    .example = mentor back
command-mentor-load = Say how you are carrying it, and who may know
    .example = mentor load
command-mentor-end = End one mentoring, or stop being a mentor; no reason needed
    .example = mentor end
command-buddies-mentors = Who mentors here, with how many, and who wanted you to know it's heavy
    .example = buddies mentors
command-buddies-relieve = End somebody's time as a mentor; all concerned are told gently
    .example = buddies relieve @ada
command-buddies-newcomers = For how many first days somebody new is paired with mentors only
    .example = buddies newcomers 90
argument-capacity = from 1 to 5
argument-mentee = who, if you see each other's accounts
argument-mentor = the mentor
argument-newcomer-days = how many days; 0 is none
# In the list of what can be said, behind several commands that share a word.
group-mentor = accompany others as a mentor
