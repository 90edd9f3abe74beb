### `tidy`: what Handrail wrote goes from the member's private chat.

# The answer, the one line that stays; it says nothing of what was there. Only the member sees it.
tidying = Tidying up what I wrote here. A long chat takes a while. I can't remove what you wrote yourself, nor what a notification has shown already. Nothing that you keep here is lost.

argument-span = How far back: today, week or all
command-tidy = Remove what I wrote in this chat
    .example = tidy week
