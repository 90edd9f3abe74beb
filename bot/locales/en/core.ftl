### Texts that belong to no feature: the four doors, forms, errors.

# How this language is called, first in itself; what `language <name>` understands.
language-names = English, Englisch, inglés

## The four buttons that lead everywhere. `.words`: what also means it when typed.

door-checkin = Check in
    .words = check in, checkin
door-talk = Talk to someone
    .words = talk
door-meetings = Meetings
    .words = meeting, meetings
door-help = Help now
    .words = lines, help lines, crisis, emergency, sos

## Questions asked one after another, on platforms without forms

# $title (text): what the form is for. $question, $hint (text): the first question.
# $cancel (text): the word that ends it.
form-question-first = **{ $title }**

    { $question } { $hint }

    You can say "{ $cancel }" at any time.
form-question = { $question } { $hint }
form-cancel = cancel
form-cancelled = All right, nothing was changed.
form-again = Open the form again
# $given, $longest (numbers): characters.
form-too-long = That is { $given } characters, and { $longest } fit here. Could you make it a little shorter? I haven't saved it, so please keep your copy.
form-missing = I need a word or two here.
form-option-unclear = I didn't understand which one you mean. Could you pick one of the options?

## When something could not be done: what would do instead

error-ours = Sorry, that was my mistake and not yours: something went wrong inside, and I couldn't do that. Everything from before is safe. Please try once more in a moment.
error-storage = I can't write anything down right now, so I haven't kept that. Please try again in a few minutes. If you are in danger, please don't wait for me: call your local emergency number.
error-not-joined = That works once you have joined. Joining takes a minute, and you can leave at any time.
error-stopped = You asked me to stop, so I keep still. Would you like to start again? Everything is where you left it.
# $owners (number): 1 where it takes an owner of the community, else 0.
error-not-allowed = { $owners ->
    [1] Setting up a community is for its owners: on Discord whoever owns or may manage the server, on Matrix whoever has power level 100. Please ask one of them.
   *[other] Only this community's moderators can do that. If you think you should be able to, please ask one of them.
}
# $nearest (text): the command that was perhaps meant. $near (number): 1 if there is one, else 0.
command-unknown = { $near ->
    [0] I'm a small program and know only a few words. These lead everywhere:
   *[other] I'm a small program and don't know that one. Did you mean "{ $nearest }"? These lead everywhere:
}
# $example (text): a line to copy.
command-arguments = I didn't quite understand what goes with that. It works like this: { $example }
choice-gone = That button belongs to an older message. These work now:
undecryptable = I can't read that message: your app hasn't shared its key with me yet. Please send it once more; this answer usually mends it. If you need somebody right now, "help now" shows help lines, or call your local emergency number.

# Somebody, or their client, sends far more than a person would write. Said once; calm.
limit-reached = That was a lot at once. I'll listen again in a minute; what you sent just now I haven't taken in, so please send it again then. "help now" always works.
