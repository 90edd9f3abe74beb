### Awaiting native review.
### Configurar una comunidad desde el chat. Lo leen quienes la llevan; se indica lo que leen miembros.

# En "help": de qué trata un grupo de órdenes.
group-community = configurar esta comunidad (quienes la llevan)
command-community-setup = Configurar esta comunidad, paso a paso
    .example = community setup
command-community-show = Cómo está configurada esta comunidad, y de dónde viene cada ajuste
    .example = community show
command-community-set = Cambiar un ajuste de esta comunidad
    .example = community set staff_room here
command-check-permissions = Qué permisos me faltan en qué sala, y cómo dármelos
    .example = check permissions
command-rehearse = Mostrar al equipo una pregunta, un recordatorio y una alerta; marcados como ensayo
    .example = rehearse
argument-setting = Qué ajuste, por ejemplo staff_room
argument-becomes = Cómo ha de quedar; "here" para esta sala, "none" o "default"

form-setup-rooms = Salas
form-setup-rooms-words = ¿Qué sala o salas?
    .hint = #mención, enlace o id; varias con espacios; "here" o "none"
form-setup-country = País
form-setup-country-words = ¿Qué país?
    .hint = ES, México, … o "none"
form-setup-zone = Zona horaria
form-setup-zone-words = ¿Qué ciudad o zona horaria?
    .hint = Madrid o Europe/Madrid
form-setup-moderators = Moderación
form-setup-moderators-words = ¿Qué roles, o qué nivel de poder?
    .hint = En Discord @roles o sus ids; en Matrix un nivel de 1 a 50; o "none"

community-key-name = Nombre
community-key-staff-room = Sala del equipo
community-key-watched = Salas que leo
community-key-language = Idioma
community-key-country = País
community-key-time-zone = Zona horaria
community-key-features = Qué hay aquí para miembros
community-key-moderators = Más moderación
community-key-checkin-delivery = Dónde se hace la pregunta diaria
community-key-checkin-room = Sala para la pregunta diaria
community-key-checkin-hour = Hora del mensaje diario
community-key-quiet-hours = Horas de silencio de quien no eligió las suyas
community-key-buddy-room = Sala para hilos de compañeros
community-key-milestones = Fechas señaladas por las que pregunto
community-key-milestone-room = Sala para las fechas que alguien comparte
community-key-milestone-chips = Roles para fechas señaladas
community-key-soft-offers = Ofertas discretas en salas que leo
community-key-meetings-as-events = Reuniones entre los eventos de Discord
community-feature-checkins = preguntas diarias
community-feature-buddies = compañeros
community-feature-meetings = reuniones

# $name (text): de la comunidad.
community-shown = Así está { $name }. Para cambiar algo: **community set** y la palabra entre paréntesis.
# $label, $key, $value, $source (texts).
community-line = { $label } ({ $key }): { $value } · { $source }
community-source-chat = puesto desde el chat
community-source-file = de la configuración
community-source-default = como viene
community-source-locked = fijado por quien gestiona este bot
community-none = nada
# In place of a list of milestones.
community-milestones-usual = las habituales (24 horas, una semana, 30, 60 y 90 días, meses, años)
community-not-reached = (todavía sin alcanzar, así que no la uso)
community-on = sí
community-off = no
community-lines-no-country = Líneas de ayuda: no hay país puesto, así que pregunto a cada miembro
# $count (number).
community-lines-state = { $count ->
    [0] Líneas de ayuda que ven los miembros: comprobadas
    [one] Líneas de ayuda que ven los miembros: una está sin comprobar ("lines check")
   *[other] Líneas de ayuda que ven los miembros: { $count } están sin comprobar ("lines check")
}

# $key, $value (texts).
community-set = { $key }: { $value }. Vale desde ahora.
community-about-staff = Estoy escribiendo allí un mensaje de prueba. Si no puede llegar, te diré por qué y cómo arreglarlo. Hasta que llegue no uso una sala nueva.
community-about-watched = Con franqueza: en estas salas leo cada mensaje, solo en memoria, para notar si alguien puede estar en peligro. No se guarda nada. Por favor, díselo a tus miembros. Empieza cuando alguien está de guardia ("duty on") y un simulacro ha salido bien ("crisis drill").
# $key, $value (texts).
community-locked = Quien gestiona este bot ha fijado { $key } en la configuración: { $value }. Desde aquí no se puede cambiar; pregúntale, por favor.
community-not-here = Aquí no puedo ver que lleves una comunidad. Di **community setup** en una de sus salas, donde la plataforma me dice quién eres; después podemos seguir aquí.
community-unclear-room = No he reconocido ninguna sala. Vale una mención (#sala), un enlace o su id; o di **community set staff_room here** en la propia sala.
# $most (number).
community-too-many = { $most ->
    [one] Aquí cabe una sala. Nombra solo una, por favor.
   *[other] Aquí caben { $most } salas como mucho.
}
# $languages (text).
community-unclear-language = Hablo { $languages }. Elige uno, por favor.
community-unclear-country = No conozco ese país. Vale su nombre o sus dos letras: "España" o "ES".
community-unclear-zone = Necesito un lugar: una ciudad ("Madrid") o una zona horaria ("Europe/Madrid").
# $longest (number).
community-unclear-name = Un nombre tiene de 1 a { $longest } caracteres.
# $features (text).
community-unclear-features = Enumera lo que han de encontrar los miembros: { $features }; o "all", o "none". La ayuda en una crisis está siempre.
community-unclear-moderators = En Discord menciona los roles o da sus ids. En Matrix, un nivel de poder de 1 a 50. O "none".
community-unclear-delivery = Puede ser "dm" (mensajes directos), "channel" (un mensaje al día) o "thread" (un hilo privado).
community-unclear-milestones = Escríbelas así: "24h 1w 30d 6m 1y years" (horas, semanas, días, meses, años); "years" es cada año. Con "none" vuelven las habituales.
community-unclear-chips = Escribe una fecha y un rol de Discord, como "30d=@30-dias", varios separados por espacios; o "none".
community-unclear-switch = Puede ser "on" u "off".
community-needs-room = Primero necesito la sala: **community set checkin_room** y la sala.

community-test = Una prueba, no hay que hacer nada: esta sala se ha elegido como el lugar donde digo al equipo que alguien puede necesitar a una persona. Si podéis leer esto, funciona.
# $tried (number).
community-checking = { $tried ->
    [0] Aquí no hay salas puestas todavía, así que no hay nada que mirar. **community setup** empieza por ellas.
   *[other] Estoy mirando cada sala y escribiendo un mensaje de prueba en la sala del equipo. Lo que encuentre te llega en privado.
}
community-rooms-fine = He mirado cada sala puesta: tengo todos los permisos que necesito, y la sala del equipo ha recibido su mensaje de prueba.
community-rooms-wrong = Algunas salas te necesitan:
# $key, $room (texts).
community-room-gone = { $key }, { $room }: { $discord ->
    [1] no veo este canal. En sus ajustes, en Permisos, añade mi rol y permite Ver canal y Enviar mensajes; después di "check permissions".
   *[other] no estoy en esta sala. Invítame, por favor; después di "check permissions".
}
community-room-elsewhere = { $key }, { $room }: { $discord ->
    [1] este canal es de otro servidor, así que no lo uso y lo he soltado.
   *[other] no estás en esta sala, así que no la uso y la he soltado. Entra en ella, o di "community set" con "here" en la sala.
}
community-room-silent = { $key }, { $room }: { $discord ->
    [1] mi mensaje de prueba no ha llegado. En los ajustes del canal, en Permisos, permite a mi rol Enviar mensajes; después di "check permissions".
   *[other] mi mensaje de prueba no ha llegado. Dame un nivel de poder que pueda escribir allí; después di "check permissions".
}
# $rights (text).
community-room-rights = { $key }, { $room }: { $discord ->
    [1] me falta: { $rights }. En los ajustes del canal, en Permisos, permítelo a mi rol; después di "check permissions".
   *[other] me falta: { $rights }. En los ajustes de la sala, en Roles y permisos, sube mi nivel de poder; después di "check permissions".
}
right-discord-see = Ver canal
right-discord-write = Enviar mensajes
right-discord-history = Leer el historial de mensajes
right-discord-threads = Crear hilos privados y Enviar mensajes en hilos
right-matrix-see = el permiso de leer
right-matrix-write = el permiso de enviar mensajes
right-matrix-history = el permiso de leer lo dicho antes
right-matrix-threads = el permiso de abrir hilos

# $name (text).
community-welcome = Hola, y gracias por traerme a { $name }. Soy un programa que ayuda a cuidarse entre iguales: preguntas diarias, compañeros, reuniones y líneas de ayuda en una crisis.

    Antes necesito algunas cosas de ti, sobre todo una sala donde decir a tu equipo que alguien puede necesitar a una persona. Son unos cinco minutos, puedes saltarte cualquier paso, y antes no se envía nada a los miembros.
community-setup-button = Configurar
community-no-name = tu comunidad

# $name (text).
setup-begin = **Configurar { $name }.** Cada respuesta vale al momento; puedes saltarte cualquier paso y volver a él.
# $number, $count (numbers).
setup-step-staff-room = **{ $number } de { $count }: la sala del equipo.** ¿Dónde puedo decir a tu equipo que alguien puede necesitar a una persona? Mejor una sala que solo lea el equipo.
setup-step-watched = **{ $number } de { $count }: salas que leo.** En las salas que nombres leo cada mensaje para notar si alguien puede estar en peligro: solo en memoria, no se guarda nada, y respondo en privado. Por favor, díselo a tus miembros. Sin ninguna, respondo solo a quien me escribe.
setup-step-language = **{ $number } de { $count }: idioma.** ¿Qué hablo cuando no sé nada de alguien?
setup-step-country = **{ $number } de { $count }: país.** ¿De qué país muestro líneas de ayuda cuando no conozco el de alguien?
setup-step-time-zone = **{ $number } de { $count }: zona horaria.** ¿Qué reloj siguen aquí las reuniones?
setup-step-features = **{ $number } de { $count }: qué hay aquí para miembros.** La ayuda en una crisis está siempre; lo demás lo decides tú.
setup-step-moderators = **{ $number } de { $count }: moderación.** Quien modera según la plataforma modera también aquí. ¿Hay más? En Discord nombra roles; en Matrix, un nivel de poder de 1 a 50.
setup-step-help-lines = **{ $number } de { $count }: líneas de ayuda.** Compruébalas tú, por favor: alguien las llamará en una mala noche.
# $value (text).
setup-now = Ahora: { $value }.
setup-here = Esta sala
    .words = aquí, esta sala
setup-write = Escribirlo
    .words = escribir
setup-none = Ninguna
    .words = ninguna
setup-with-checkins = Activar preguntas diarias
setup-with-buddies = Activar compañeros
setup-with-meetings = Activar reuniones
setup-without-checkins = Sin preguntas diarias
setup-without-buddies = Sin compañeros
setup-without-meetings = Sin reuniones
setup-checked = Comprobadas: están bien
    .words = comprobadas
setup-later = Todavía no
    .words = todavía no, luego
setup-next = Seguir
    .words = seguir
setup-back = Atrás
    .words = atrás
setup-stop = Basta por ahora
    .words = basta
setup-stopped = De acuerdo. Lo elegido queda guardado; **community setup** empieza de nuevo cuando quieras.
# $name (text).
setup-done = **{ $name } está configurada.** Esto es lo que vale; **community set** cambia una cosa, **community setup** lo recorre todo otra vez.
# $tried (number).
setup-tried = { $tried ->
    [0] Todavía no hay sala del equipo: hasta entonces nadie de tu equipo se entera cuando alguien necesita a una persona.
   *[other] Estoy escribiendo un mensaje de prueba en la sala del equipo, y te diré en privado si todo funciona. Después: **duty on** para quien responda a las alertas, y **crisis drill** para probarlo.
}

# $what (text).
community-not-used = Esta comunidad prescinde de: { $what }. Esto sí está para ti:

rehearse-mark = Ensayo
rehearse-checkin = **Ensayo: no se pregunta a nadie.** Un miembro lee esto una vez al día:
rehearse-reminder = **Ensayo: no empieza ninguna reunión.** Quien pidió un recordatorio lee esto:

    Tu recordatorio. "Grupo de tarde" empieza en media hora.
rehearse-alert = **Ensayo: nadie está en peligro.** Así lee esta sala una alerta; una de verdad no empieza por "Ensayo":
rehearse-pressed = Ensayo: no se ha guardado nada y nadie se ha enterado. El botón de verdad sí hace su trabajo.
rehearse-begun = Ensayo: he escrito una pregunta diaria, un recordatorio y una alerta en la sala del equipo, cada uno marcado como ensayo. No se avisa a nadie. "crisis drill" prueba el camino entero, también los avisos.
rehearse-no-room = Aquí no hay sala del equipo en la que pueda escribir, así que no hay dónde ensayar. **community set staff_room here** nombra una.
