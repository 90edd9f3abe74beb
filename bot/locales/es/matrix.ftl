# Debajo de una pregunta en una sala de Matrix: las opciones están arriba en una lista numerada y
# los mismos números están puestos como reacciones. Lo lee toda la sala; breve.
# Awaiting native review.
matrix-reply-hint = Toca un número aquí abajo, o responde con el número o la palabra.

# Lo mismo debajo de una sola opción; a menudo también cabe otra respuesta.
# Awaiting native review.
matrix-reply-hint-one = Toca el 1 de abajo o responde con palabras.

# Lo mismo cuando hay más opciones que reacciones: algunas solo se pueden escribir.
matrix-reply-hint-typed = Escribe el número o la palabra.

# Lo mismo cuando debajo sigue una encuesta, que algunos programas no muestran.
# Awaiting native review.
matrix-reply-hint-poll = Vota en la encuesta de abajo. Si no la ves, responde a este mensaje con el número o la palabra.

# Respuesta a una imagen, un mensaje de voz o un archivo en mensajes directos; como mucho una vez
# al día. Puede que alguien haya puesto mucho en ello, así que nada de "error"; y puede ser urgente.
# Awaiting native review.
matrix-text-only =
    No puedo ver imágenes ni oír mensajes de voz: soy un programa que solo lee texto. Si lo escribes con palabras, las leo.

    Si es urgente, escribe **ayuda ahora**.

# El motivo que aparece cuando el bot sale de unos mensajes directos en los que no se ha dicho nada
# en mucho tiempo. No va cifrado, así que no dice de qué se habló.
# Awaiting native review.
matrix-idle = Aquí ha habido silencio un tiempo, así que salgo de esta sala. No cambia nada más: cuando haya algo que decir te invitaré a una nueva, y tú puedes invitarme cuando quieras.
