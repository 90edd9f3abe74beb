### Awaiting native review.
### Véase en/checkin-silence.ftl.

missing-word = Hola de nuevo.

    No hay nada que recuperar; tus días están todos aquí. ¿Sigo preguntando?
missing-yes = Sí
    .words = sí, si
missing-less = Menos a menudo
    .words = menos
missing-pause = Pausa de una semana
    .words = pausa
missing-stop = No preguntar más
    .words = no preguntes más
missing-goes-on = Con gusto. Sigue como antes.
missing-stopped = Ya no pregunto. Todo lo demás se queda, tus días también. «checkin resume» lo empieza de nuevo.
# After an answer, where the daily question had fallen asleep by itself. $next (text): day and hour.
missing-woken = Qué bien saber de ti. Vuelvo a preguntarte: { $next }.
# Label of the button below it.
missing-quiet = Mejor no
missing-asleep = Una nota breve, y después guardo silencio.

    Tu pregunta diaria descansa desde ahora. Tus días se quedan donde están. El botón de abajo, o «checkin resume», la despierta cuando quieras.

missing-after-set = { $count ->
    [0] Hecho. No diré nada de los días sin respuesta; tras dos semanas la pregunta descansa.
    [one] Hecho. Tras una pregunta sin respuesta preguntaré una vez si seguimos.
   *[other] Hecho. Tras { $count } preguntas sin respuesta preguntaré una vez si seguimos.
}
missing-after-unclear = Puede ser un número del 1 al { $most }, o «off».

hearing-ask = Una pregunta de tu compañero o compañera.

    Si durante unos días no responde a mi pregunta diaria, ¿puedo decírtelo? Solo eso, nunca lo que escribió. No tienes que hacer nada, y un no está bien.
hearing-yes = Sí, dímelo
    .words = sí, si
hearing-no = No, gracias
    .words = no
hearing-agreed = Gracias. Te lo diré una vez, si llega el caso.
hearing-silent = Una nota breve, como acordamos.

    Tu compañero o compañera lleva unos días sin responder a mi pregunta diaria. Es todo lo que sé, y puede no significar nada. Quizá un hola tuyo venga bien; si hoy no es el día, también está bien.
hearing-off = No me lo digas más
    .words = no más
hearing-off-done = De acuerdo, no te diré nada de eso.
hearing-asked = He preguntado a tu compañero o compañera. Solo sabrá que llevas unos días sin responder, una pregunta después de que yo te pregunte a ti, y solo si dice que sí. «checkin buddy off» lo termina.
hearing-nobody = Todavía no hay a quién preguntar: ahora no tienes compañero ni compañera. «buddy join» busca a alguien.
hearing-ended = Hecho. Ya nadie sabrá de ello.

checkin-evening-question = Buenas noches, son las { $hour }.

    Una mirada atrás, si te apetece; no se espera nada.
checkin-evening-intention = Esta mañana escribiste:
checkin-evening-on = Hecho. Tu próxima mirada atrás: { $next }. La pregunta de la mañana trata ahora del día que viene; «checkin extras intention on» guarda una pequeña intención.
checkin-evening-off = Hecho. Una pregunta al día.

command-checkin-evening = Añadir una mirada atrás por la noche
    .example = checkin evening 20:30
    .name = noche
command-checkin-after = Elegir cuándo pregunto si seguimos
    .example = checkin after 5
    .name = tras
command-checkin-buddy = Que tu compañero sepa si llevas días en silencio
    .example = checkin buddy on
    .name = compañero
argument-questions = un número de preguntas, u off
