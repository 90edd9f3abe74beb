### Awaiting native review.
### Véase en/discord.ftl.

discord-unlisted =
    Hola, y gracias por la invitación. Soy un pequeño programa de apoyo entre iguales, y esta copia mía funciona para otras comunidades. No puedo quedarme aquí: lo que la gente me cuente lo guardaría alguien a quien nadie de aquí ha elegido. Por eso me voy, y no guardo nada de lo que se ha dicho aquí.

    { $known ->
        [0] Handrail es software libre; cualquiera puede poner en marcha su propia copia.
       *[other] Si quieren tenerme aquí, pregunten a quienes me administran: { $operator }. O pongan en marcha su propia copia; Handrail es software libre.
    }

    Si eres tú quien me administra: el identificador de este servidor es { $server }, y no está en "guilds", en la sección [discord].

discord-hello = Hola. Aquí es donde te escribiré. Ahora no hay nada que hacer.

discord-kept = Tengo una respuesta solo para ti. Tus mensajes directos están cerrados para mí, así que está detrás de este botón; solo la verás tú.
discord-kept-show = Muéstramela

discord-kept-others = Esta respuesta es para otra persona, por eso no puedo mostrártela. Si necesitas algo, pregúntame sin más.

# The name of a private thread with one member, for those who would rather not have direct
# messages. It stands in their list of channels, where somebody may look over their shoulder.
discord-aside = Solo para ti

# The name of a thread below a message of mine in a room, for what follows from it. All who see the
# room see it: it must not hint at what it is about, or about whom. Awaiting native review.
discord-thread = Seguimiento
