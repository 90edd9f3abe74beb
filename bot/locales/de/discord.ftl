### Awaiting native review.
### Siehe en/discord.ftl.

discord-unlisted =
    Hallo, und danke für die Einladung. Ich bin ein kleines Programm für gegenseitige Unterstützung, und diese Ausgabe von mir wird für andere Gemeinschaften betrieben. Hier kann ich nicht bleiben: Was man mir erzählt, läge sonst bei jemandem, den hier niemand ausgesucht hat. Deshalb gehe ich wieder und behalte nichts von dem, was hier gesagt wurde.

    { $known ->
        [0] Handrail ist freie Software; alle dürfen es selbst betreiben.
       *[other] Wenn ihr mich gern hier hättet, fragt bitte die, die mich betreiben: { $operator }. Oder betreibt mich selbst; Handrail ist freie Software.
    }

    Falls du mich selbst betreibst: Die Kennung dieses Servers ist { $server }, und sie steht nicht unter "guilds" im Abschnitt [discord].

discord-hello = Hallo. Hier schreibe ich dir künftig. Jetzt ist nichts zu tun.

discord-kept = Ich habe eine Antwort nur für dich. Deine Direktnachrichten sind für mich geschlossen, deshalb steht sie hinter diesem Knopf; nur du siehst sie.
discord-kept-show = Zeig sie mir

discord-kept-others = Diese Antwort ist für jemand anderen, deshalb kann ich sie dir nicht zeigen. Wenn du etwas brauchst, frag mich einfach.

# The name of a private thread with one member, for those who would rather not have direct
# messages. It stands in their list of channels, where somebody may look over their shoulder.
discord-aside = Nur für dich

# The name of a thread below a message of mine in a room, for what follows from it. All who see the
# room see it: it must not hint at what it is about, or about whom. Awaiting native review.
discord-thread = Wie es weitergeht
