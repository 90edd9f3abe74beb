### Awaiting native review.
### Véase en/tidying.ftl.

tidying = Estoy recogiendo lo que he escrito aquí. Un chat largo lleva un rato. No puedo borrar lo que has escrito tú, ni lo que ya mostró una notificación. Lo que guardas aquí no se pierde.

argument-span = Hasta cuándo atrás: today, week o all
command-tidy = Borrar lo que he escrito en este chat
    .words = recoger
    .example = tidy week
