### Help lines. Short lines: whoever reads them has little strength to spare.

# $country (text). $number (text): the emergency number.
lines-emergency = If a life is in danger ({ $country }): call **{ $number }**.
# $police (text): another number, against violence.
lines-emergency-police = If a life is in danger ({ $country }): call **{ $number }**. If somebody threatens you, the police: **{ $police }**.
# Nobody knows the country. $directory (text): a web address.
lines-anywhere = If a life is in danger, call your local emergency number (112 in much of Europe, 911 in North America).

    Lines for your country: say "help now" and its name, or look here: { $directory }
lines-people = People who listen:
# $number (text): as it is dialled.
lines-call = call { $number }
# $key (text): a digit to press once the call is answered.
lines-call-press = call { $number }, then press { $key }
lines-text = text { $number }
# $word (text): what to write, as it stands.
lines-text-word = text { $word } to { $number }
lines-chat = chat
# Around the clock.
lines-always = any hour
# Stands in brackets behind a line's hours.
lines-closed = closed right now
lines-directory = Help lines by country: { $directory }
# Nobody of this project or this community has made sure of the lines.
lines-public = These numbers come from public lists; if one doesn't answer, please try the next.
# $day (date): when somebody made sure of the lines; for several the earliest.
lines-checked = Somebody made sure of these numbers, on { DATETIME($day, dateStyle: "long") } or later. If one doesn't answer, please try the next.

## help now

# Stands at the end. $directory (text): a web address.
lines-elsewhere = Somewhere else? Say "help now" and the country's name, or look here: { $directory }
lines-unknown-country = I don't know a country of that name.
# Asked once, of members. $country (text): whose lines stand above.
lines-ask-country = Is this your country: { $country }? I use it for help lines, and for nothing else. No answer is fine too.
lines-button-mine = Keep { $country } as mine
lines-button-country = Another country
lines-button-text = I'd rather write
lines-button-call = I'd rather call
lines-button-topics = For something else
lines-which-topic = What is it about? You needn't be sure. Nothing of it is kept.
command-help-now = Help lines and the emergency number
    .example = help now
argument-country = a country, if not your own
form-country = Help lines
form-country-country = Which country are you in?
    .hint = its name, or a big city in it

## country, prefer

command-country = Your country, for help lines
    .example = country Germany
# Without a country: what is kept. $country (text).
country-is = For help lines I go by { $country }. "country" and a name changes it; "country forget" removes it.
country-none = I keep no country for you. I go by your community's, or by your clock's. "country" and a name tells me yours.
country-kept = Kept: help lines for { $country }, from now on.
country-forgotten = Forgotten. For help lines I go by your community's country, or by your clock's.
    .words = forget, none
# Nothing is lost; what was kept stays.
country-unknown = I don't know a country of that name, so nothing has changed. The country's own name works, or a big city in it: **country Germany**, **country Chicago**.
command-prefer = Help lines that one writes to, or calls
    .example = prefer text
argument-way = text, call or either
argument-way-text = write
argument-way-call = call
argument-way-either = either
prefer-text = Noted: lines that you can write to come first.
prefer-call = Noted: lines that you can call come first.
prefer-either = Noted: I show both, the nearest first.

## lines: only for the team

group-lines = the help lines your members see
command-lines-add = Add a help line of your own
    .example = lines add "Harbour eating support" "0808 801 0677, text HELP to 85258" "eating disorders" 24/7
command-lines-remove = Take a line of your own away, by its number in "lines list"
    .example = lines remove 1
command-lines-list = Your community's own help lines
    .example = lines list
command-lines-check = What your members would see in a crisis, to be checked by you
    .example = lines check
argument-line = what the line is called
argument-reach = numbers and web addresses, with commas between
argument-topic = what it is for
argument-hours = 24/7, or like Mon-Fri 10:00-18:00; Sat 10:00-14:00
argument-number = its number in the list
lines-no-community = Which community is this for? Please say it in one of its rooms; only you will see the answer.
# $number (number): its place in the list.
lines-added = Added, as number { $number }. Members of this community see it from now on. "lines list" shows all, "lines remove { $number }" takes it away.
lines-known = That line is there already; nothing has changed.
lines-none = No lines of your own yet. **lines add** brings one in; the country's lines are shown without it.
lines-own = Your community's own lines:
lines-removed = Taken away: { $name }.
# $count (number): how many lines there are.
lines-no-such = { $count ->
        [0] There are no lines of your own to take away.
        [one] There is one line of your own: **lines remove 1**.
       *[other] Your own lines have the numbers 1 to { $count }; "lines list" shows them.
    }
# $most (number)
lines-too-many = { $most } lines of your own are as many as I keep. Take one away first, with **lines remove**.
# $number (text): what was written, for this and the next three.
line-letters = { $number } has letters in it, and not every phone shows letters on its keys. Could you write it in digits? Nothing has been added yet.
line-unclear = I can't read { $number } as a number or as a web address that begins with https://. Could you write it once more? Nothing has been added yet.
line-prefixed = { $number } is a short number with a country's prefix in front, and can't be dialled like that. Please leave the prefix out. Nothing has been added yet.
line-ended = { $number } is the old number of the 988 line in the United States; **988** itself is shown already. Nothing has been added.
# $topics (text): all of them.
line-topic-unknown = I don't know that topic. These I know: { $topics }. Nothing has been added yet.
line-hours-unclear = I can't read these hours. "24/7" works, and "Mon-Fri 10:00-18:00; Sat 10:00-14:00". Nothing has been added yet.
lines-check = This is what members here would see. Please look each line up, or ring it: is the number right, does somebody answer, at these hours?
lines-check-pages = Their own pages:
lines-check-never = Nobody of this community has checked all of these yet.
lines-check-last = Last checked here on { DATETIME($day, dateStyle: "long") }.
lines-check-yes = I've checked these: they're right
argument-state = done, once you have checked them
argument-state-done = done
lines-check-where = I can't see here that you belong to the team. Please say **lines check done** in one of your community's rooms.
lines-check-no-country = I don't know which country this community is in, so I can't tell what its members would see. Whoever runs this bot can set it: country, under [[community]] in the configuration.
# $count (number). $day (date): when to look again.
lines-check-kept = { $count ->
        [one] Thank you. Noted that you made sure of this line; it counts until { DATETIME($day, dateStyle: "long") }.
       *[other] Thank you. Noted that you made sure of these { $count } lines; it counts until { DATETIME($day, dateStyle: "long") }.
    }
