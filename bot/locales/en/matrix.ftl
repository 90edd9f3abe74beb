# Below a question in a Matrix room: its options stand above as a numbered list, and the same
# numbers are set as reactions. Read by everybody in the room; short, so that it does not weigh
# more than the question.
matrix-reply-hint = Tap a number below, or answer with the number or the words.

# The same below a single option; other answers are often possible too.
matrix-reply-hint-one = Tap the 1 below, or answer in words.

# The same when there are more options than reactions: some can only be typed.
matrix-reply-hint-typed = Type the number or the word.

# The same where a poll follows below, which some programmes do not show.
matrix-reply-hint-poll = Vote in the poll below. If you can't see it, reply to this message with the number or the word.

# Answer to a picture, a voice message or a file in direct messages; at most once a day. Somebody
# may have put much into it, so no "error"; and it may have been urgent.
matrix-text-only =
    I can't see pictures or listen to voice messages: I'm a program that only reads text. If you put it in words, I'll read them.

    If it's urgent, write **help now**.

# The reason that is shown when the bot goes out of direct messages where nothing was said for
# long. Not encrypted, so it says nothing of why they talk. Nothing is expected of the member.
matrix-idle = It has been quiet here, so I'm stepping out of this room. Nothing else changes; when there is something to say, I'll invite you to a new one, and you can invite me any time.
