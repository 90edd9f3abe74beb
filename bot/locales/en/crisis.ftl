### Help lines. Short lines: whoever reads them has little strength to spare.

# $country (text). $number (text): the emergency number.
lines-emergency = If a life is in danger ({ $country }): call **{ $number }**.
lines-people = People who listen:
# $number (text): as it is dialled.
lines-call = call { $number }
lines-text = text { $number }
lines-chat = chat
# $directory (text): a web address.
lines-elsewhere = Somewhere else? Say "help now" and the country's name, or look here: { $directory }. These lines come from public lists; if one doesn't answer, please try the next.
lines-anywhere = If a life is in danger, call your local emergency number (112 in much of Europe, 911 in North America).

    Lines for your country: say "help now" and its name, or look here: { $directory }
lines-unknown-country = I don't know a country of that name.
command-help-now = Help lines and the emergency number
    .example = help now
argument-country = a country, if not your own
