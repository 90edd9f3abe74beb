### Awaiting native review.
### Véase en/quiet.ftl.

command-quiet = Horas en las que no te llega nada sin pedirlo; o «no»
    .example = quiet 22:00 7:00
    .words = horas de silencio, silencio
    .name = silencio
argument-resting-hours = desde cuándo hasta cuándo, como 22:00 7:00; o «no»

quiet-set = Silencio de { $begins } a { $ends }, según tu reloj.
quiet-shown = Tus horas de silencio: de { $begins } a { $ends }, según tu reloj.
quiet-shown-usual = Horas de silencio: de { $begins } a { $ends } según tu reloj, tal como las puso tu comunidad. Con «quiet 23:00 6:30» eliges las tuyas.
quiet-what =
    En ese tiempo no escribo nada sin que lo pidas. Lo que puede esperar llega después, en orden, también lo que escribe tu compañero o compañera; si le escribes tú, sus palabras te llegan enseguida.

    Sigue a cualquier hora: la ayuda en una crisis, las alertas si estás de guardia, mis respuestas, el equipo al que escribiste y aquello para lo que elegiste una hora, como el aviso de una reunión. De una reunión a la que dijiste que vas, o que diriges, quizá también tenga que avisarte a tiempo.
quiet-own-hour = { $count ->
        [one] Tu pregunta diaria sigue a las { $at }: esa hora la elegiste tú. «checkin time» la cambia.
       *[other] Tus preguntas diarias siguen, la primera a las { $at }: esas horas las elegiste tú. «checkin time» y «checkin evening» las cambian.
    }
quiet-off = Sin horas de silencio: todo llega cuando llega.
quiet-none = No tienes horas de silencio. «quiet 22:00 7:00» las pone, según tu propio reloj.
quiet-choice-off = Sin horas de silencio
    .words = no, ninguna, off
quiet-choice-usual = Como en mi comunidad
    .words = normal, comunidad

privacy-part-quiet = Tus horas de silencio
