### Awaiting native review.
### Véase en/looking-back.ftl.

looking-back-lighter = Más llevadero que de costumbre: { $times }.
looking-back-heavier = Más pesado que de costumbre: { $times }.
looking-back-weeks = La semana más llevadera empezó el { $lightest }, la más pesada el { $heaviest }.
looking-back-morning = por la mañana
looking-back-afternoon = por la tarde
looking-back-evening = al anochecer
looking-back-night = por la noche

looking-back-drawing = Enseguida llega aquí una imagen.
looking-back-drawing-direct = Enseguida llega una imagen a tus mensajes directos.
looking-back-here = Aquí está la imagen que pediste.
looking-back-page-here = Aquí está la página que pediste. A quién se la enseñas lo decides tú.
looking-back-not-drawn = No he podido dibujarlo ahora; es cosa mía, no tuya. Pídemelo más tarde, por favor; tus días siguen todos aquí.
looking-back-still-drawing = Todavía dibujo lo que pediste antes; llega enseguida.
looking-back-title = Tus días
looking-back-page-title = Preguntas diarias
looking-back-span = Del { $first } al { $last } · { $days ->
    [one] una respuesta
   *[other] { $days } respuestas
}
looking-back-by-day = Día a día
looking-back-by-week = Semana a semana
looking-back-days = Cada día
looking-back-times = Momentos, junto a lo habitual
looking-back-above = más llevadero
looking-back-usual = habitual
looking-back-below = más pesado
looking-back-no-answer = sin respuesta
looking-back-too-few = Horas: cuándo se respondió. Un círculo pequeño: muy pocos días.
looking-back-in-words = En palabras
looking-back-notes = Notas, primero las últimas
looking-back-more-notes = Otras notas que aquí no caben: #
looking-back-page-footer = Cada día se respondió con una de cinco palabras: { $levels }; o con «hoy no». Lo cuenta la propia persona, tantas veces como quiso. Los promedios toman las palabras como pasos iguales, y eso es aproximado. No es un diagnóstico.
looking-back-alt = Gráfico de tus respuestas del { $first } al { $last }, { $days ->
    [one] una respuesta
   *[other] { $days } respuestas
}: { $words }.
looking-back-alt-dates = Señalado: { $dates }.

looking-back-weeks-unclear = ¿Cuántas semanas? Un número del 1 al { $most }, como «checkin history 12».

looking-back-summary-on = Con gusto: una vez por semana, primero { $next }, y solo sobre tus propios días. Una semana sin palabras queda en silencio. «checkin summary off» lo termina.
looking-back-summary-off = Hecho, no habrá más resúmenes semanales.
looking-back-summary-day-unclear = No he reconocido ese día. «checkin summary on domingo» sirve.
looking-back-summary = El resumen que pediste.

    { $days ->
        [one] Una respuesta
       *[other] { $days } respuestas
    } en siete días: { $words }.
looking-back-summary-lighter = Junto a tus cuatro semanas anteriores, esta fue un poco más llevadera.
looking-back-summary-heavier = Junto a tus cuatro semanas anteriores, esta fue un poco más pesada.
looking-back-summary-same = Muy parecida a tus cuatro semanas anteriores.
looking-back-summary-see = Ver más
    .words = más
looking-back-summary-end = No quiero más de estos
    .words = no más

looking-back-export-file = Aquí está el archivo que pediste. A quién se lo enseñas lo decides tú.
looking-back-export-direct = Te lo he enviado por mensaje directo.
looking-back-export-drawing = Estoy haciendo la página; llega enseguida por mensaje directo.
looking-back-export-alt = Tus respuestas en un archivo

looking-back-counts = En la semana del { $week }, unos { $members } miembros respondieron uno o más días.

    Es todo lo que digo a nadie sobre las preguntas diarias. El número se redondea hacia abajo de cinco en cinco, se hace una vez por semana y se queda como estaba hasta que respondan al menos cinco más o cinco menos.
looking-back-counts-few = En la semana del { $week } respondieron demasiado pocos para que yo diga un número; lo digo cuando son más de cinco, y solo si ha cambiado en cinco.
looking-back-counts-nowhere = Pregúntamelo en un canal de tu comunidad, por favor.

command-checkin-history = Ver tus días
    .example = checkin history 12
    .name = historial
    .words = historial, mis días
argument-weeks = cuántas semanas
command-checkin-summary = Un resumen por semana, o no
    .example = checkin summary on domingo
argument-weekly = on (sí) u off (no)
argument-weekday = qué día de la semana
command-checkin-export = Llevarte tus respuestas en un archivo
    .example = checkin export pdf
argument-format = csv, json, pdf o png
argument-own-words = con tus notas dentro o sin ellas
command-checkin-counts = Cuántos respondieron la semana pasada
    .example = checkin counts
