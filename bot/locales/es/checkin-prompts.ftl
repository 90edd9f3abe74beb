### Awaiting native review.
### Véase en/checkin-prompts.ftl.

checkin-prompts-day-1 = Si te apetece: ¿qué podría hacer el día de hoy un poco más ligero?
checkin-prompts-day-2 = Si te apetece: ¿quién, o qué, te ha hecho bien estos días?
checkin-prompts-day-3 = Si te apetece: ¿qué te pide hoy el cuerpo?
checkin-prompts-day-4 = Si te apetece: ¿qué sería suficiente por hoy?
checkin-prompts-day-5 = Si te apetece: ¿qué es lo primero que te ronda hoy?
checkin-prompts-day-6 = Si te apetece: ¿qué cosa pequeña está bien tal como está?
checkin-prompts-day-7 = Si te apetece: ¿qué lugar sientes seguro, aunque sea en el pensamiento?
checkin-prompts-day-8 = Si te apetece: ¿qué dirías a alguien que tiene un día como el tuyo?
checkin-prompts-day-9 = Si te apetece: ¿qué puede esperar hasta mañana?
checkin-prompts-day-10 = Si te apetece: ¿qué sonido, olor o canción te hace bien?
checkin-prompts-day-11 = Si te apetece: ¿de qué necesitas hoy más, y de qué menos?
checkin-prompts-day-12 = Si te apetece: ¿a quién podrías saludar hoy?
checkin-prompts-day-13 = Si te apetece: ¿qué te ayudó antes en un día difícil?
checkin-prompts-day-14 = Si te apetece: ¿qué has notado hoy que nadie más ha visto?

checkin-prompts-week-1 = La semana en una línea, si te apetece: ¿qué se queda contigo?
checkin-prompts-week-2 = La semana en una línea, si te apetece: ¿qué te sostuvo?
checkin-prompts-week-3 = La semana en una línea, si te apetece: ¿qué fue más difícil de lo que parecía?
checkin-prompts-week-4 = La semana en una línea, si te apetece: ¿quién te trató bien, y fuiste tú una de esas personas?
checkin-prompts-week-5 = La semana en una línea, si te apetece: ¿qué quieres llevarte a la próxima?
checkin-prompts-week-6 = La semana en una línea, si te apetece: ¿qué puedes soltar ya?

checkin-prompts-morning-1 = Para hoy, si te apetece: ¿de qué cosa pequeña te alegrarías esta noche?
checkin-prompts-morning-2 = Para hoy, si te apetece: ¿con qué irás con suavidad?
checkin-prompts-morning-3 = Para hoy, si te apetece: ¿cuándo podrías tener diez minutos tranquilos?
checkin-prompts-morning-4 = Para hoy, si te apetece: ¿en quién podrías apoyarte, si hiciera falta?
checkin-prompts-morning-5 = Para hoy, si te apetece: ¿cuál es el primer paso pequeño?
checkin-prompts-morning-6 = Para hoy, si te apetece: ¿qué puede quedarse sin hacer?
checkin-prompts-morning-7 = Para hoy, si te apetece: ¿qué ayuda cuando se pone difícil?

checkin-prompts-evening-1 = ¿Cuál fue un buen minuto de hoy, por corto que fuera?
checkin-prompts-evening-2 = ¿Qué ayudó hoy, aunque fuera un poco?
checkin-prompts-evening-3 = ¿Qué pesó hoy y puede descansar hasta mañana?
checkin-prompts-evening-4 = ¿Con quién te cruzaste hoy?
checkin-prompts-evening-5 = ¿Qué te sorprendió hoy?
checkin-prompts-evening-6 = ¿Qué te ayudaría a descansar esta noche?
checkin-prompts-evening-7 = ¿Qué quieres recordar de hoy?

prompts-added = Guardada con el número { $number }, en: { $languages }. Quien lee otro idioma recibe una de las mías.
prompts-add-language = Añadirla en { $spoken }
prompts-scheduled = La número { $number } llega: { $when }.
prompts-retired = La número { $number } ya no llega. «prompts schedule { $number } todos los días» la trae de vuelta.
prompts-none = Todavía no hay ninguna vuestra; los miembros reciben las mías. «prompts add day ¿Qué ayudó?» añade una.
prompts-list = Vuestras preguntas:
prompts-resting = retirada
prompts-preview = Lo que puede recibir quien lee { $spoken }; cada miembro tiene su propio orden:
prompts-ours = una de las mías
prompts-or-others = { $count ->
    [one] (u otra)
   *[other] (o una de otras { $count })
}
prompts-no-community = Dilo, por favor, en una sala de tu comunidad.
prompts-no-such = No hay ninguna pregunta con ese número. «prompts list» las muestra.
prompts-too-many = Ya hay { $most } preguntas, y no guardo más.
form-prompt-words = Lo mismo en otro idioma
form-prompt-words-words = Las palabras que leerán
    .hint = Breve, abierta, y que se pueda dejar sin responder.

group-prompts = preguntas propias de la comunidad (el equipo)
command-prompts-add = Añadir una pregunta propia de la comunidad
    .example = prompts add day «¿Qué ayudó?»
    .name = añadir
command-prompts-schedule = Elegir en qué días llega una pregunta
    .example = prompts schedule 3 lun, mié
    .name = programar
command-prompts-retire = Retirar una pregunta
    .example = prompts retire 3
    .name = retirar
command-prompts-list = Ver las preguntas de la comunidad
    .example = prompts list
    .name = lista
command-prompts-preview = Ver qué reciben los miembros los próximos días
    .example = prompts preview
    .name = vista
argument-slot = day, week, morning o evening
argument-slot-day = cualquier día
argument-slot-week = fin de la semana
argument-slot-morning = mañana
argument-slot-evening = noche
argument-when = días, como lun, mié, o un día, como 24 de diciembre

group-post-thread = Buenas a todo el mundo. ¿Qué tal hoy?

    Quien quiera escribe una palabra o una línea en el hilo de abajo. Lo que se diga ahí lo puede leer todo el mundo aquí; la respuesta privada va en tus mensajes directos conmigo.
group-post-poll = Buenas a todo el mundo. ¿Qué palabra se acerca más hoy?

    Cuántas veces se eligió cada palabra lo ve todo el mundo aquí, y en algunas plataformas también quién. No se guarda con tus propios días.
group-thread = Aquí queda todo junto. Leer también está bien.
group-opens = Aquí se abre una pregunta común cada día, la primera: { $first }. Las respuestas son públicas, y el mensaje lo dice. «checkin group off» lo termina.
group-ended = Ya no se abre ninguna pregunta común aquí.
group-no-room = Dilo, por favor, en la sala donde debe abrirse.
command-checkin-group = Abrir cada día una pregunta común en esta sala
    .example = checkin group thread 9:30
    .name = grupo
argument-style = thread, poll u off
argument-style-thread = un hilo para escribir
argument-style-poll = una encuesta de cinco palabras
