### Awaiting native review.
### Véase en/linking.ftl. Las órdenes entre comillas quedan en inglés.

link-code = En tu otra cuenta, escríbeme esto antes de { $minutes } minutos:

    link { $code }

    Después te pregunto aquí una vez más. No le des este código a nadie: quien lo escribe pide ser la misma persona que tú.
link-begin-there = ¿Te uniste desde otra cuenta? Di «link» allí y escríbeme aquí el código.
link-ask = Ese código lo hizo una cuenta en { $platform }. Si dices que sí, esa cuenta y esta son para mí la misma persona: una pregunta al día, una historia, y cualquiera de las dos puede leerlo todo.

    Di que sí solo si la otra cuenta es tuya. Si el código te lo dio otra persona, di que no; vería lo que me has contado.
link-ask-held = Esto es lo que compartirían las dos desde esta cuenta. Donde solo puede haber uno, como la respuesta de un día, queda lo de la otra cuenta:
link-agree = Sí, las dos son mías
    .words = sí, yes
link-decline = No
    .words = no
link-agreed = Gracias. Le he preguntado a tu otra cuenta; di que sí también allí, y ya está.
link-confirm = ¿Es tuya también esta cuenta? Si no acabas de escribir allí un código, di que no.
link-mine = Sí, soy yo
    .words = sí, yes
link-not-mine = No
    .words = no
link-done = Hecho: ahora las dos cuentas son tú. Escribo a la de antes; «link here» en la otra lo cambia.
link-done-there = Hecho: esta cuenta es ahora una con tu otra cuenta. Con «link here» te escribo aquí.
link-declined-here = De acuerdo, no se unió nada.
link-declined = No se unió nada.
link-not-yet = Nadie ha escrito todavía el código. Escríbemelo, por favor, en tu otra cuenta.
link-code-unclear = No conozco ese código: puede ser viejo, o hay un signo mal. «link» en tu primera cuenta hace otro.
link-refused = Estas dos no pueden ser una: ya son la misma, o se acompañaron la una a la otra.
link-here = Desde ahora te escribo aquí.
link-removed = Por lo que sé, esta cuenta ya no es tuya. Lo que guardo se queda con tu otra cuenta.
link-only-one = Esta es tu única cuenta. Si quieres irte: «stop» lo termina todo, «privacy erase» lo borra.

group-link = dos cuentas que son la misma persona
command-link = Usar Handrail desde otra cuenta
    .example = link
command-link-here = Recibir los mensajes en esta cuenta
    .example = link here
command-link-remove = Separar esta cuenta de las otras
    .example = link remove
argument-code = el código de tu otra cuenta
privacy-part-linking = Cuentas que están por unirse
