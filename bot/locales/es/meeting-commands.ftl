# Véase en/meeting-commands.ftl. Awaiting native review.

meeting-time-there = { $time } en { $city }
meetings-list-week = Reuniones de los próximos siete días:
meetings-list-today = Reuniones de hoy:
meetings-list-now = Ahora mismo; llegar tarde está bien:
meetings-list-about = Estas encajan:
meetings-nothing-week = No hay ninguna reunión prevista en los próximos siete días.
meetings-nothing-today = Hoy no hay más reuniones.
meetings-nothing-now = Ahora mismo no hay ninguna reunión.
meetings-nothing-about = Ninguna de ellas tiene otra fecha.
meetings-more = { $count ->
    [one] Y una más. Un tema o un nombre la encuentra, como «meetings Nuevos».
   *[other] Y { $count } más. Un tema o un nombre las encuentra, como «meetings Nuevos».
}
meetings-none-such = No conozco ninguna reunión ni ningún tema llamado «{ $words }».
meetings-none-yet = Todavía no conozco ninguna reunión. Por ahora, lo mejor es mirar en los canales de tu comunidad.
meetings-nowhere = Las reuniones son de una comunidad. Pregúntame en sus propias salas, o únete primero allí.
meetings-view-today = Hoy
    .words = hoy, esta noche
meetings-view-week = Esta semana
    .words = semana, esta semana
meetings-view-now = Ahora mismo
    .words = ahora, ahora mismo

meeting-minutes = { $count ->
    [one] un minuto
   *[other] { $count } minutos
}
meeting-count-coming = { $count ->
    [0] todavía nadie ha dicho que viene
    [one] viene una persona
   *[other] vienen { $count }
}
meeting-count-maybe = { $count ->
    [one] quizá venga una persona
   *[other] quizá vengan { $count }
}
meeting-count-free = { $count ->
    [0] no quedan plazas
    [one] queda una plaza
   *[other] quedan { $count } plazas
}
meeting-count-waiting = { $count ->
    [one] una persona espera plaza
   *[other] { $count } esperan plaza
}
meeting-has-link = en línea; quien dice que viene recibe el enlace poco antes
meeting-kind-open = abierta a todo el mundo
meeting-kind-closed = cerrada, para quienes lo viven
meeting-kind-topic = cada vez sobre un tema
meeting-kind-family = para familiares y amistades
meeting-kind-newcomers = para quienes empiezan
meeting-kind-workshop = taller
meeting-kind-social = simplemente estar juntos
meeting-kind-one-on-one = de dos en dos
meeting-you-coming = Dijiste que vienes.
meeting-you-maybe = Dijiste que quizá.
meeting-you-waiting = Estás esperando una plaza.
meeting-choice-show = Mostrarla
    .words = mostrar
meeting-choice-coming = Voy
    .words = voy, sí
meeting-choice-maybe = Quizá
    .words = quizá, tal vez
meeting-choice-not = Esta vez no
    .words = no, no voy
meeting-choice-remind = Recuérdamela
    .words = recordar
meeting-choice-ics = Archivo de calendario
    .words = archivo, calendario

meeting-said-coming = Anotado. Los demás solo ven el número, no quién.
meeting-said-coming-link = Anotado. Los demás solo ven el número, no quién. Te enviaré el enlace 15 minutos antes.
meeting-said-coming-in = Anotado. Por aquí se entra, solo para ti:
meeting-said-maybe = Anotado como quizá. Nadie espera nada.
meeting-said-waiting = No quedan plazas. Estás en la lista, y te escribiré si se libera una.
meeting-said-not = De acuerdo, esta vez no.
meeting-passcode = Código: { $passcode }

meeting-told-remind = Tu recordatorio de las { $time }.
meeting-told-way-in = Lo tuyo de las { $time }: por aquí se entra, solo para ti.
meeting-told-place = Lo tuyo de las { $time }: se ha liberado una plaza, y es tuya.
meeting-told-cancelled = Lo tuyo de las { $time } del { $day } no tendrá lugar.
meeting-told-moved = Lo tuyo de las { $time } del { $day } ha cambiado de hora. Ahora es:
meeting-told-changed = Un cambio de planes.

    «{ $name }» es distinta desde ahora. «meetings» la muestra como es.
meeting-told-ended = Un cambio de planes.

    «{ $name }» ha llegado a su fin. «meetings» muestra qué más hay.
meeting-told-paused = Un cambio de planes.

    «{ $name }» descansa un tiempo. Te diré cuándo sigue.
meeting-told-resumed = Un cambio de planes.

    «{ $name }» sigue. «meetings» muestra cuándo.

meeting-remind-set = Te recordaré «{ $name }», { $before } antes de que empiece.
meeting-remind-set-topic = Te recordaré todas las reuniones sobre «{ $name }», { $before } antes de que empiecen.
meeting-remind-next = La próxima:
meeting-remind-next-late = La próxima empieza antes de cuando te avisaría, así que este es tu recordatorio:
meeting-remind-stop = Sin recordatorio
meeting-remind-off = No habrá más recordatorios de «{ $name }».
meeting-remind-off-all = No habrá más recordatorios de reuniones.
meeting-remind-none = No tienes recordatorios de reuniones. «remind me» y un nombre crean uno.
meeting-remind-list = Te recuerdo:
meeting-remind-line = { $name }, { $before } antes
meeting-span-minutes = { $count ->
    [one] un minuto
   *[other] { $count } minutos
}
meeting-span-hours = { $count ->
    [one] una hora
   *[other] { $count } horas
}
meeting-span-days = { $count ->
    [one] un día
   *[other] { $count } días
}
meeting-before-words = antes, de antelación
meeting-lead-unclear = ¿Cuánto tiempo antes? Algo como **15 minutos** o **1 hora** sirve, hasta un día.

calendar-entry = Reunión
calendar-cancelled = Cancelada: { $name }
calendar-name = Reuniones
calendar-neutral = Esta es la dirección de tu propio calendario de reuniones. Las entradas se llaman solo «Reunión»; «calendar names» muestra sus nombres.

    { $address }

    Quien tenga la dirección puede leer el calendario, así que guárdala para ti. Los calendarios solo buscan novedades unas pocas veces al día.
calendar-named = Esta es la dirección de tu propio calendario de reuniones, con sus nombres.

    { $address }

    Quien tenga la dirección puede leer el calendario, así que guárdala para ti. Los calendarios solo buscan novedades unas pocas veces al día.
calendar-off-button = Que deje de funcionar
calendar-off = Hecho. La dirección ya no lleva a ninguna parte.
calendar-none = No tienes ninguna dirección de calendario.
calendar-not-here = Aquí no están preparadas las direcciones de calendario. El «Archivo de calendario» bajo una reunión sí funciona.
calendar-file = Aquí está el archivo; tu programa de calendario lo abre.
calendar-export = Todas las reuniones como archivo de calendario. No contiene enlaces ni códigos.

meeting-unknown = No sé qué reunión es. Hay: { $names }.
meeting-several = ¿Cuál? Encajan: { $names }. También sirve el número de «meeting list», como #2.
meeting-no-community = Dilo, por favor, en una de las salas de tu comunidad, para que sepa de qué reuniones hablas.
meeting-over = Esa ya pasó, o no tiene lugar.
meeting-none-ahead = Esa reunión no tiene ninguna fecha por delante.
meeting-add-no-name = El cuándo está claro; ¿cómo se llama? Algo como **cada martes 19:00 Nuevos** sirve.
meeting-add-how = Dilo en una línea, como **meeting add cada martes 19:00 Nuevos**, o rellénalo.
meeting-add-form = Rellenar
    .words = rellenar, formulario
meeting-add-sure = **{ $name }**: { $rule }. Las próximas fechas: { $dates }. ¿Es así?
meeting-add-yes = Sí, añádela
    .words = sí
meeting-add-no = No
    .words = no
meeting-add-dropped = No se ha añadido. Puedes decirlo de otra manera.
meeting-added = **{ $name }** está en la lista. Próximas: { $dates }. El enlace, el tema o el número de plazas se añaden con «meeting edit».
meeting-list-button = Todas las reuniones
meeting-list = Las reuniones, con los números con que puedes nombrarlas:
meeting-list-none = Todavía no hay reuniones. «meeting add» crea la primera.
meeting-list-paused = en pausa
meeting-list-over = sin más fechas
meeting-list-drafts = { $count ->
    [one] Un borrador de un archivo espera un sí: «meeting import».
   *[other] { $count } borradores de archivos esperan un sí: «meeting import».
}
meeting-cancel-which = ¿Cuál de { $name }? La próxima es el { $day }. Añade el día, por favor; «meeting end» termina toda la serie.
meeting-cancelled = { $name } no tendrá lugar: { $when }. { $told ->
    [0] Nadie había pedido aviso.
    [one] Se avisa a una persona.
   *[other] Se avisa a { $told } personas.
} Próximas: { $dates }.
meeting-moved = { $name } cambia: de { $old } a { $new }. { $told ->
    [0] Nadie había pedido aviso.
    [one] Se avisa a una persona.
   *[other] Se avisa a { $told } personas.
}
meeting-move-past = Esa hora ya pasó. Elige una que esté por venir.
meeting-not-that-day = Ese día no tiene lugar. Las próximas fechas: { $dates }.
meeting-paused = { $name } está en pausa. Sigue el { $until }. { $told ->
    [0] Nadie había pedido aviso.
    [one] Se avisa a una persona.
   *[other] Se avisa a { $told } personas.
}
meeting-paused-open = { $name } está en pausa hasta «meeting resume». { $told ->
    [0] Nadie había pedido aviso.
    [one] Se avisa a una persona.
   *[other] Se avisa a { $told } personas.
}
meeting-resumed = { $name } sigue. Próximas: { $dates }. { $told ->
    [0] Nadie había pedido aviso.
    [one] Se avisa a una persona.
   *[other] Se avisa a { $told } personas.
}
meeting-ended = { $name } ha terminado. { $told ->
    [0] Nadie había pedido aviso.
    [one] Se avisa a una persona.
   *[other] Se avisa a { $told } personas.
}
meeting-edited = { $name } ha cambiado. { $told ->
    [0] Nadie necesita aviso.
    [one] Se avisa a una persona.
   *[other] Se avisa a { $told } personas.
}
meeting-edited-when = { $name } ha cambiado: { $rule }. Las próximas fechas: { $dates }. { $told ->
    [0] Nadie había pedido aviso.
    [one] Se avisa a una persona.
   *[other] Se avisa a { $told } personas.
}
meeting-link-unclear = Eso no es una dirección web. Empieza con https://.
meeting-kind-unclear = Estos tipos sirven: { $kinds }.
meeting-number-unclear = Sirve un número del 1 al { $most }.
meeting-name-missing = Una reunión necesita un nombre.
form-new-meeting = Una reunión nueva
form-new-meeting-name = Cómo se llama
form-new-meeting-when = Cuándo
    .hint = cada martes 19:00, primer y tercer jueves 19:30 hora de Madrid, 4 de diciembre 18:00
form-new-meeting-topic = Tema, si lo tiene
    .hint = Se pueden pedir recordatorios de todas las reuniones de un tema.
form-new-meeting-link = Enlace, si es en línea
    .hint = Solo lo recibe quien dice que viene, poco antes.
form-new-meeting-passcode = Código, si lo hay

command-meetings = Reuniones
    .example = meetings hoy
command-coming = Decir que vienes a una reunión
    .example = coming Nuevos
command-maybe = Decir que quizá vengas a una reunión
    .example = maybe Nuevos
command-not-coming = Decir que al final no vienes
    .example = not coming Nuevos
command-remind-me = Recibir recordatorios de una reunión o un tema
    .example = remind me Nuevos 15 minutos
command-remind-list = Ver qué se te recuerda
    .example = remind list
command-remind-off = No recibir más recordatorios
    .example = remind off Nuevos
command-calendar = Tener un calendario propio de reuniones
    .example = calendar
command-meeting-add = Añadir una reunión
    .example = meeting add cada martes 19:00 Nuevos
command-meeting-list = Ver todas las reuniones con sus números
    .example = meeting list
command-meeting-edit = Cambiar algo de una reunión
    .example = meeting edit Nuevos topic Primeros pasos
command-meeting-cancel = Cancelar una reunión de un día
    .example = meeting cancel Nuevos viernes
command-meeting-move = Mover una reunión a otra hora
    .example = meeting move Nuevos viernes 20:00
command-meeting-skip = Saltarse la próxima reunión
    .example = meeting skip Nuevos
command-meeting-pause = Poner en pausa una reunión
    .example = meeting pause Nuevos 15 de diciembre
command-meeting-resume = Seguir con una reunión en pausa
    .example = meeting resume Nuevos
command-meeting-end = Terminar toda la serie de una reunión
    .example = meeting end Nuevos
command-meeting-export = Recibir todas las reuniones como archivo de calendario
    .example = meeting export
group-meeting = las reuniones de tu comunidad (para quienes facilitan)
group-remind = recordatorios de reuniones
argument-meeting = el nombre de una reunión, o su número, como #2
argument-thing = el nombre de una reunión, o un tema
argument-before = cuánto antes, como 15 minutos o 1 hora
argument-which = hoy, semana, ahora, un tema o un nombre
argument-said = cuándo y qué, como cada martes 19:00 Nuevos
argument-detail = qué cambiar
argument-value = cómo queda; vacío, para quitarlo
argument-day = un día, como viernes o 4 de diciembre
argument-to = la nueva hora, como viernes 20:00; o de un día a otro
argument-entries = names, neutral u off

meeting-event-where = Pregunta a Handrail: «meetings»

meeting-import-questions = Mira esto primero, por favor:
meeting-import-waiting = { $count ->
    [one] Es el último borrador que espera.
   *[other] Esperan { $count }, contando este.
}
meeting-import-no-when = El archivo no dice cuándo.
meeting-import-take = Añadirla tal cual
    .words = añadir, sí
meeting-import-zone = Es la hora de nuestra comunidad
    .words = nuestra hora, zona
meeting-import-when = Decir día y hora
    .words = cuándo
meeting-import-leave = Dejarla fuera
    .words = dejar fuera, no
meeting-import-all = Añadir todas las que no tienen preguntas
    .words = todas
meeting-import-not-now = Más tarde
    .words = más tarde
meeting-import-taken = «{ $name }» está en la lista.
meeting-import-taken-all = { $count ->
    [one] Una más está en la lista.
   *[other] { $count } más están en la lista.
}
meeting-import-left = Queda fuera. Aunque se lea otra vez el archivo, no volverá.
meeting-import-later = Con gusto. «meeting import» sigue.
meeting-import-none = No espera ningún borrador. Vienen de archivos que lee quien lleva este bot, con «handrail meetings import».
form-meeting-when = ¿Cuándo es?
form-meeting-when-when = Día y hora, con ciudad si hace falta
    .hint = cada martes 19:00, primer y tercer jueves 19:30 hora de Madrid, 4 de diciembre 18:00
command-meeting-import = Confirmar reuniones de un archivo
    .example = meeting import

meeting-announced = Todo el mundo es bienvenido tal como está. Dime «meetings» y te cuento más.
meeting-announce-on = Avisaré en esta sala { $minutes } minutos antes de cada «{ $name }».
meeting-announce-off = Ya no se anuncia «{ $name }».
meeting-announce-where = Dilo, por favor, en la sala donde se debe anunciar.
command-meeting-announce = Anunciar una reunión en esta sala
    .example = meeting announce Nuevos

meeting-not-cancelled = Ahí no hay ninguna fecha cancelada por delante.
meeting-restored = { $name } tendrá lugar después de todo. Próximas: { $dates }. { $told ->
    [0] Nadie había pedido aviso.
    [one] Se avisa a una persona.
   *[other] Se avisa a { $told } personas.
}
meeting-told-restored = Lo tuyo de las { $time } tendrá lugar después de todo.
command-meeting-restore = Hacer que una reunión cancelada tenga lugar
    .example = meeting restore Nuevos viernes
