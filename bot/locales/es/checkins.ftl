### Awaiting native review.
### Véase en/checkins.ftl. «Check-in» se dice aquí «pregunta diaria».

checkin-question = Hola, es tu hora: { $hour }.

    ¿Qué palabra se acerca más? No se espera nada.
checkin-question-now = ¿Qué palabra se acerca más ahora mismo?

checkin-word-good = bien
checkin-word-okay = normal
checkin-word-mixed = con altibajos
checkin-word-low = mal
checkin-word-rough = difícil
checkin-word-skip = hoy no
checkin-later = pregúntame luego

checkin-thanks = Anotado: { $word }. Gracias.
checkin-thanks-changed = Cambiado a: { $word }.
checkin-thanks-skip = Hoy no, entonces. También eso es una respuesta.
checkin-thanks-hard = Anotado: { $word }. Gracias por contármelo. Aquí caben los días así.
checkin-hard-offer = Soy solo un programa, por eso: ¿ayudaría una persona, o algo pequeño que probar? Si no, también está bien.
checkin-add-note = Añadir una nota
    .words = nota
checkin-change-word = Cambiar la palabra
    .words = cambiar
checkin-change = ¿Qué palabra se acerca más?
checkin-taken-back = Retirado; no queda nada anotado de ese día. ¿Qué palabra se acerca más?
checkin-taken-back-note = Tu nota se queda, y también su palabra hasta que elijas otra. ¿Cuál se acerca más?
checkin-day-closed = Ese día queda demasiado lejos y ya no puedo cambiarlo. ¿Qué palabra se acerca más hoy?

checkin-later-when = Con gusto. ¿Cuándo?
checkin-later-1h = En una hora
    .words = 1 h, 1h, en 1 h, 1 hora, una hora
checkin-later-3h = En tres horas
    .words = 3 h, 3h, en 3 h, 3 horas, tres horas
checkin-later-tonight = Esta noche
    .words = por la noche
checkin-later-set = Vuelvo a preguntarte a esta hora: { $at }.

checkin-notes-ask = ¿Quieres que guarde tus notas? Van cifradas con una clave solo tuya, la moderación no las ve, y «checkin notes off» las quita todas. Hasta que digas que sí, no guardo ninguna.
checkin-notes-yes = Sí, guarda mis notas
    .words = sí, si
checkin-notes-no-thanks = No, gracias
    .words = no
checkin-notes-on = Desde ahora guardo tus notas. Una de antes de este sí no está guardada; envíala otra vez, por favor.
checkin-notes-no = De acuerdo, sin notas.
checkin-notes-off = He quitado tus notas y no guardaré más.
checkin-note-kept = Guardada, para ti.
checkin-note-needs-word = Una nota va con la palabra de un día. ¿Cuál se acerca más? Después envía la nota otra vez, por favor.
form-note = Una nota para ti
form-note-words = Lo que quieras recordar
    .hint = La moderación no lo ve.

checkin-time-set = Hecho. Tu próxima pregunta: { $next }.
checkin-days-set = Hecho: { $days }. Tu próxima pregunta: { $next }.
checkin-days-unclear = No he reconocido esos días. Sirve algo como «entre semana», «todos los días» o «lun, mié, vie».
checkin-days-every = todos los días, cada día, a diario, todos
checkin-days-weekdays = entre semana, días laborables, laborables
checkin-days-weekend = fin de semana, el fin de semana, fines de semana
checkin-prompt-set = Hecho. Añadiré tus propias palabras a la pregunta.
checkin-prompt-ours = Hecho. Irá una pequeña pregunta nuestra o de tu comunidad, cada día otra.
checkin-prompt-none = Hecho. Solo las palabras para elegir, y nada más.
checkin-paused = En pausa. Volveré a preguntarte el { $until }, no antes.
checkin-paused-open = En pausa. Espero hasta que digas «checkin resume».
checkin-resume-button = Volver a preguntar
checkin-resumed = Con gusto. Tu próxima pregunta: { $next }.
checkin-no-plan = Todavía no tienes pregunta diaria. «start» la prepara.

# One post a day in a channel, for all to read; only whoever presses sees what follows.
checkin-post = Buenos días a todo el mundo. Quien quiera puede hacer aquí su check-in; lo que respondas solo lo ves tú.
checkin-post-button = Hacer mi check-in

# After "checkin where".
checkin-where-dm = Hecho. Te preguntaré por mensaje directo.
checkin-where-channel = Hecho. Ya no te escribiré cada día; en el canal hay una publicación con un botón. Lo que respondas solo lo ves tú.
checkin-where-thread = Hecho. Te preguntaré en un hilo privado. El equipo puede leer los hilos, así que dejo fuera tu propia pregunta; lo que respondas solo lo ves tú.
checkin-where-missing = Aquí no existe ese lugar, así que te preguntaré por mensaje directo.
# To somebody whose direct messages are closed, and who is in a channel now.
checkin-where-offer = Tus mensajes directos están cerrados para mí, así que mi pregunta diaria no te llega ahí. ¿Te sirve otro lugar?
checkin-where-channel-button = La publicación del canal
checkin-where-thread-button = Un hilo privado

checkin-history = { $month ->
    [0] { $total ->
        [one] Un día en total
       *[other] { $total } días en total
    }
    [one] Un día este mes, { $total } en total
   *[other] { $month } días este mes, { $total } en total
}. Lo más largo sin pausa: { $longest ->
    [one] un día
   *[other] { $longest } días
}.
checkin-history-empty = Aquí todavía no hay nada, y está bien así. Tu primera palabra lo empieza.

command-checkin-now = Decir ahora cómo estás
    .example = checkin now
    .name = ahora
command-checkin-time = Elegir tu hora
    .example = checkin time 9:30
    .name = hora
command-checkin-days = Elegir tus días
    .example = checkin days lun, mié, vie
    .name = días
command-checkin-where = Elige dónde te pregunto
    .example = checkin where dm
    .name = lugar
command-checkin-prompt = Añadir una pregunta tuya
    .example = checkin prompt «¿Qué salió bien?»
    .name = pregunta
command-checkin-pause = Dejar descansar la pregunta diaria
    .example = checkin pause hasta el viernes
    .name = pausa
command-checkin-resume = Seguir con la pregunta diaria
    .example = checkin resume
    .name = seguir
command-checkin-notes = Guardar notas o quitarlas todas
    .example = checkin notes off
    .name = notas
command-note = Añadir una nota al día de hoy
    .example = note «dormí bien, llamé a Sam»
    .name = nota
    .words = nota
argument-at = una hora, como 9:30 o 7 de la tarde
argument-days = días, como entre semana o lun, mié
argument-words = tus palabras
argument-keep = on (guardar) u off (quitar)
argument-spot = dm, channel o thread
argument-spot-dm = mensajes directos
argument-spot-channel = la publicación diaria del canal
argument-spot-thread = un hilo privado
