# Said once to a server whose id the operator did not list, right before the bot leaves it. Read by
# whoever runs that server, who meant well: thank them, and say what would work instead.
# $known (number): 1 if the operator said how to reach them, else 0. $operator (text): how.
# $server (text): the server's id on Discord.
discord-unlisted =
    Hello, and thank you for the invitation. I'm a small program for peer support, and this copy of me is run for other communities. I can't stay here: what people tell me would be kept by somebody whom nobody here has chosen. So I'm leaving again, and keep nothing of what was said here.

    { $known ->
        [0] Handrail is free software; anybody may run their own copy.
       *[other] If you'd like me here, please ask those who run me: { $operator }. Or run your own copy; Handrail is free software.
    }

    If you run me yourself: the id of this server is { $server }, and it isn't among "guilds" in the section [discord].

# The first line in somebody's direct messages, while they join: it finds out whether messages
# arrive there. It shows on lock screens, so it says nothing of what this is about.
discord-hello = Hello. This is where I'll write to you. Nothing to do here now.

# In a channel, for all to read, below a message to the bot whose answer is for its writer alone and
# whose direct messages take nothing. It must not hint at what the answer is about.
discord-kept = I have an answer for you alone. Your direct messages are closed to me, so it's behind this button; only you will see it.
discord-kept-show = Show it to me

# Only whoever pressed that button sees this, and it was not meant for them. No blame.
discord-kept-others = This one is for somebody else, so I can't show it to you. If you need something, just ask me.

# The name of a private thread with one member, for those who would rather not have direct
# messages. It stands in their list of channels, where somebody may look over their shoulder.
discord-aside = Just for you

# The name of a thread below a message of mine in a room, for what follows from it. All who see the
# room see it: it must not hint at what it is about, or about whom.
discord-thread = Follow-up
