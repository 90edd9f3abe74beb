# Below a question in a Matrix room: its options stand above as a numbered list, and the same
# numbers are set as reactions. Read by everybody in the room; short, so that it does not weigh
# more than the question.
matrix-reply-hint = Tap a number below, or type it or the word.

# The same when there are more options than reactions: some can only be typed.
matrix-reply-hint-typed = Type the number or the word.
