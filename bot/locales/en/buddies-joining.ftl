### Looking for a buddy: joining, the profile, status, resting, leaving.

joining-welcome = A buddy is one other member who knows something like what you know. Two short questions and I can look for somebody: which topics, and when.

    I ask you both before you hear of each other. A no needs no reason, and nobody is told who said it. This is for people who are 18 or older.
# Read before they say yes.
joining-who-sees = Who sees what:
    - Before you both say yes: what you have in common, and coarse things such as languages and times. Never a name.
    - After that: how to reach you. Across platforms I carry your words, and your account stays yours.
    - Moderators: only numbers. In a small group a facilitator pairs by hand, and sees who is looking and that two share something, never what.
    - It's encrypted. "buddy profile" changes it, "buddy leave" removes it.
joining-begin = Begin
    .words = yes, ok, begin, start
joining-where = In which of your communities?
joining-already = You're already among the buddies here. What would you like?
joining-no-community = Buddies come from a community that uses me, and I don't know of one of yours yet. Could you say "buddy join" in a room of your community?
joining-not-among = You haven't asked me for a buddy yet. "buddy join" begins; it takes less than a minute.
# $words (text): what was typed.
joining-unclear = I don't know what "{ $words }" means here. Could you take the number or the words of an option, several with commas between them? What you chose before is still there.
# $given, $longest (numbers): characters.
joining-own-too-long = That was { $given } characters, and up to { $longest } fit for each. A few words, with commas between them, find others best. What you chose before is still there.
# $most (number)
joining-own-too-many = That was more of your own words than I can match; up to { $most } work. What you chose before is still there.

## The questions

joining-ask-pool = Are you looking for somebody who knows it from their own life, or somebody who is also close to a person living with it?
joining-ask-topics = Which topics do you know from your own life? If you're here for somebody close to you: what do they live with? Choose as many as you like. "A buddy need not share them" is fine too, as is no diagnosis of your own.
joining-ask-hours = When could you usually write or talk? By your own clock; choose as many as you like.
joining-ask-stage = Where are you on your way, roughly? There's no wrong place to be.
joining-ask-languages = Which languages could you talk with a buddy in?
joining-ask-voice = Would you like to write only, or might you also talk?
joining-ask-interests = What else do you like? It makes first words easier.
joining-ask-gender = Would you tell me your gender, in words that fit you? It's only used if you, or the other person, would like a buddy of the same gender.
joining-ask-wish = Shall a buddy have the same gender as you?
joining-ask-age = About how old are you? People often like somebody near their age.
joining-ask-agree = If nobody fits, what would still be all right with you? It only counts where the other person agrees to the same.
joining-ask-mentor = Would you like a mentor as well: somebody who has been on the way for a year or longer?

# $chosen (text): the options.
joining-chosen = Chosen so far: **{ $chosen }**
joining-seen-shared = Who sees this: somebody I propose to you, only where you both said it. Moderators: only numbers; in a small group a facilitator sees that two share something, never what.
joining-seen-buddy = Who sees this: somebody I propose to you, without your name. Moderators: only numbers; in a small group a facilitator sees that two share something, never what.
joining-seen-nobody = Who sees this: nobody. I only use it to find who fits.
joining-write-several = You can answer all at once: numbers or words with commas between them. "skip" goes on.
joining-write-own = A number, one of these, or words of your own. "keep" leaves it as it is.

joining-own-button = In my own words
    .words = own, my own
joining-done-button = Done
    .words = done, next, ready, skip
joining-skip-button = Skip
    .words = skip, next
joining-keep-button = Leave it as it is
    .words = keep, skip, leave it
form-buddy-words = In your own words
form-buddy-words-words = A few words, commas between
    .hint = For example: night shifts, new parent. They replace earlier own words; empty: none.

joining-wish-needs-gender = For a buddy of the same gender I need to know yours. Without it, I leave the wish aside.

## The profile

joining-summary = That's enough to look for somebody. This is your profile; the rest is how most begin, and you can change it now or later:
joining-look-button = Look for somebody
    .words = look, yes, go
joining-change-button = Change something
    .words = change
joining-later-button = Not yet
    .words = later, not yet, no
joining-later = All right. I keep what you said and don't look yet. "buddy join" goes on from here.
joining-which = What would you like to change?
joining-profile = This is what you told me. Choose a line to change it:
# $item (text): what was asked. $value (text): the answer.
joining-changed = Kept. { $item }: { $value }
# $next (text): a sentence about the next round.
joining-looking = I'm looking for somebody for you. { $next } I'll ask you in private before anybody hears of you.

    One thing makes it likelier that I find somebody: what would be all right if nobody fits otherwise?
# $when (text): day and time.
joining-next = The next round is on { $when }.
joining-next-unknown = When the next round is, your team decides.
joining-profile-button = My buddy profile
joining-status-button = How is it going?
joining-join-button = Look for a buddy
joining-pause-button = Pause the search
joining-back-button = Look again
    .words = back

joining-item-pool = Here for
joining-item-topics = Topics
joining-item-hours = When
joining-item-stage = On the way
joining-item-languages = Languages
joining-item-voice = Writing or talking
joining-item-interests = Interests
joining-item-gender = Gender
joining-item-wish = Buddy's gender
joining-item-age = Age
joining-item-agree = If nobody fits
joining-item-mentor = A mentor as well
# In a proposal, of the other one.
joining-theirs-hours = When, by their clock
# On the reader\'s own clock.
joining-both-hours = When you are both free

# Where nothing was said: what that means.
joining-nothing-topics = any
joining-nothing-hours = any time
joining-nothing-stage = not said
joining-nothing-languages = any
joining-nothing-interests = not said
joining-nothing-gender = not said
joining-nothing-age = not said
joining-nothing-agree = then I rather wait

## The options; `.words` are what also means them when typed

joining-option-pool-peer = Myself
    .words = me, peer, own life
joining-option-pool-family = Somebody close to me
    .words = family, friend, partner, relative

joining-option-topics-alcohol = Alcohol
    .words = drinking, booze
joining-option-topics-opioids = Opioids
    .words = heroin, fentanyl, oxy, painkillers
joining-option-topics-stimulants = Cocaine, meth, speed
    .words = cocaine, coke, meth, crystal, speed, stimulants, crack
joining-option-topics-cannabis = Cannabis
    .words = weed, marijuana
joining-option-topics-medicines = Sleeping pills, benzos
    .words = benzos, pills, sleeping pills, tranquillisers, medicines, medication
joining-option-topics-nicotine = Nicotine
    .words = smoking, vaping, cigarettes, tobacco
joining-option-topics-gambling = Gambling
    .words = betting
joining-option-topics-screens = Games and screens
    .words = gaming, games, screens, internet, phone
joining-option-topics-eating = Eating and body
    .words = eating, food, body image, anorexia, bulimia, binge eating
joining-option-topics-sex = Sex, love, porn
    .words = sex, porn, love
joining-option-topics-depression = Low mood, depression
    .words = depression, low mood, depressed
joining-option-topics-anxiety = Anxiety, panic
    .words = anxiety, panic, worry, ocd
joining-option-topics-trauma = Trauma
    .words = ptsd, abuse, violence
joining-option-topics-grief = Grief
    .words = loss, bereavement
joining-option-topics-moods = Highs and lows, bipolar
    .words = bipolar, mania, moods
joining-option-topics-voices = Hearing voices, psychosis
    .words = psychosis, voices, schizophrenia
joining-option-topics-selfharm = Self-harm
    .words = self harm, selfharm, self-injury
joining-option-topics-suicide = Thoughts of suicide
    .words = suicide, suicidal thoughts, suicidality
joining-option-topics-mind = ADHD, autism
    .words = adhd, autism, neurodivergence, asperger
joining-option-topics-illness = Long illness, pain
    .words = illness, pain, chronic pain, chronic illness, disability
joining-option-topics-loneliness = Loneliness
    .words = lonely, alone, isolation
joining-option-topics-any = A buddy need not share them
    .words = any, anything, not my own, need not share

joining-option-hours-weekday-morning = Weekday mornings, 6–11 am
    .words = weekday mornings, weekday morning
joining-option-hours-weekday-midday = Weekday middays, 11 am–5 pm
    .words = weekday middays, weekday midday, weekday afternoons, weekday afternoon, weekday noons
joining-option-hours-weekday-evening = Weekday evenings, 5–10 pm
    .words = weekday evenings, weekday evening
joining-option-hours-weekday-night = Weekday nights, 10 pm–6 am
    .words = weekday nights, weekday night
joining-option-hours-weekend-morning = Weekend mornings, 6–11 am
    .words = weekend mornings, weekend morning
joining-option-hours-weekend-midday = Weekend middays, 11 am–5 pm
    .words = weekend middays, weekend midday, weekend afternoons, weekend afternoon, weekend noons
joining-option-hours-weekend-evening = Weekend evenings, 5–10 pm
    .words = weekend evenings, weekend evening
joining-option-hours-weekend-night = Weekend nights, 10 pm–6 am
    .words = weekend nights, weekend night
joining-option-hours-any = Any time
    .words = any, always, whenever, anytime
joining-option-hours-mornings = Mornings
    .words = mornings, morning
joining-option-hours-middays = Middays
    .words = middays, midday, afternoons, afternoon, daytime, noon
joining-option-hours-evenings = Evenings
    .words = evenings, evening
joining-option-hours-nights = Nights
    .words = nights, night, late
joining-option-hours-weekdays = Weekdays
    .words = weekdays, weekday, workdays
joining-option-hours-weekends = Weekends
    .words = weekends, weekend, saturday and sunday

joining-option-stage-0 = Just starting
    .words = starting, just begun, beginning
joining-option-stage-1 = First weeks
    .words = weeks
joining-option-stage-2 = First months
    .words = months
joining-option-stage-3 = Most of a year
    .words = about a year
joining-option-stage-4 = One to three years
    .words = a year or more
joining-option-stage-5 = Years in
    .words = years, many years
joining-option-stage-none = Rather not say
    .words = none, not say

joining-option-voice-text = Only writing
    .words = text, writing, text only
joining-option-voice-voice = Also talking
    .words = voice, talking, calls, both

joining-option-interests-music = Music
joining-option-interests-outdoors = Walking, being outdoors
    .words = walking, hiking, outdoors, nature
joining-option-interests-sport = Sport
    .words = sports, running, yoga, gym, football
joining-option-interests-books = Books
    .words = reading
joining-option-interests-films = Films and shows
    .words = films, movies, shows, tv
joining-option-interests-games = Games
    .words = gaming, board games
joining-option-interests-cooking = Cooking, baking
    .words = cooking, baking, food
joining-option-interests-pets = Animals
    .words = pets, dogs, cats
joining-option-interests-crafts = Crafts, making things
    .words = crafts, knitting, woodwork, diy
joining-option-interests-art = Art
    .words = drawing, painting, photography
joining-option-interests-writing = Writing
    .words = poetry, journaling
joining-option-interests-garden = Gardening
    .words = garden, plants
joining-option-interests-faith = Faith, meditation
    .words = faith, religion, meditation, spirituality
joining-option-interests-technology = Technology, science
    .words = technology, science, computers, programming
joining-option-interests-travel = Travel
    .words = travelling
joining-option-interests-parenting = Having children
    .words = parenting, kids, children

joining-option-gender-woman = Woman
    .words = female, f
joining-option-gender-man = Man
    .words = male, m
joining-option-gender-nonbinary = Non-binary
    .words = non binary, nonbinary, enby
joining-option-gender-none = Rather not say
    .words = none, not say

joining-option-wish-any = Any gender
    .words = any, no
joining-option-wish-same = The same as mine
    .words = same, yes

joining-option-age-0 = 18–24
    .words = 18-24
joining-option-age-1 = 25–34
    .words = 25-34
joining-option-age-2 = 35–44
    .words = 35-44
joining-option-age-3 = 45–54
    .words = 45-54
joining-option-age-4 = 55–64
    .words = 55-64
joining-option-age-5 = 65 or older
    .words = 65+, older
joining-option-age-none = Rather not say
    .words = none, not say

joining-option-agree-repeat = A buddy I've had before
    .words = again, repeat, before
joining-option-agree-text_only = Writing at different hours
    .words = writing, text only, text
joining-option-agree-wider_stage = Somebody much further, or newer
    .words = wider, further, newer
joining-option-agree-trio = Three of us together
    .words = three, trio

joining-option-mentor-no = No, thanks
    .words = no
joining-option-mentor-yes = Yes, gladly
    .words = yes

## Resting, status, leaving

# $until (text): the first day on which the search goes on.
joining-paused = Resting. I won't look for a buddy before { $until }. Your profile stays, and a buddy you have stays your buddy.
joining-paused-open = Resting. I won't look for a buddy until you say "buddy back". Your profile stays, and a buddy you have stays your buddy.
joining-back = Welcome back.

joining-status-not-among = You haven't asked me for a buddy. If you'd like one, it takes less than a minute.
joining-status-unfinished = Your profile isn't finished, so I'm not looking yet. Two short answers do.
joining-status-held = The search rests at the moment. If you'd like to know more, ask your team; they can help.
joining-status-resting = You're resting, so I'm not looking for anybody. "buddy back" goes on.
# $until (text)
joining-status-resting-until = You're resting until { $until }. After that I look again; "buddy back" goes on now.
joining-status-looking = I'm looking for somebody for you.
# $rounds (number): without a buddy so far.
joining-status-waited = { $rounds ->
        [one] One round has gone by without somebody who fits.
       *[other] { $rounds } rounds have gone by without somebody who fits.
    } That's about who was there, not about you, and you come first next time. More hours, or more that is all right with you, would help.
# $until (text): day and time.
joining-status-asked = I found somebody who may suit you, and asked you in private. Open until { $until }; a no needs no reason.
joining-status-waits = You said yes to somebody. I'll tell you how it goes on by { $until }.
# A name follows each of these.
joining-status-buddy = Your buddy:
joining-status-mentor = Your mentor:
joining-status-mentee = You accompany:
joining-status-unnamed = somebody who hasn't shown their account
joining-status-way-thread = You meet in the private thread that I opened for you.
joining-status-way-room = You meet in the encrypted room that I opened for you.
joining-status-way-relay = You write here to me, and I carry your words to each other.

joining-leave-sure = Shall I remove your buddy profile? What you told me about yourself is deleted, and if you have a buddy, they're told gently that it has ended, without a reason. Pausing keeps everything.
joining-leave-yes = Yes, remove it
    .words = yes, remove
joining-leave-pause = Pause instead
    .words = pause
joining-leave-no = Stay
    .words = no, stay
joining-leave-stayed = Good. Everything is as it was.
joining-left = Removed. Thank you for having been there. You can come back whenever you like.

## What each command does (in `help` and in menus), with a line to copy

group-buddy = another member to write with
command-buddy-join = Find a buddy: another member to write with
    .example = buddy join
    .words = find a buddy, find me a buddy, i want a buddy, buddies
command-buddy-profile = See and change what I know of you for finding a buddy
    .example = buddy profile hours
    .words = my buddy profile
command-buddy-status = How the search for a buddy goes, and where you meet
    .example = buddy status
    .words = my buddy
command-buddy-pause = Rest from the search for a buddy
    .example = buddy pause until Friday
command-buddy-back = Go on looking for a buddy
    .example = buddy back
command-buddy-leave = Remove your buddy profile
    .example = buddy leave
argument-item = what to change, like topics or hours
argument-item-pool = Here for
argument-item-topics = Topics
argument-item-hours = When
argument-item-stage = On the way
argument-item-languages = Languages
argument-item-voice = Writing or talking
argument-item-interests = Interests
argument-item-gender = Gender
argument-item-wish = Buddy's gender
argument-item-age = Age
argument-item-agree = If nobody fits
argument-item-mentor = A mentor as well
