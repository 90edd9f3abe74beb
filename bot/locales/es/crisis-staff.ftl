### Awaiting native review.
### Véase en/crisis-staff.ftl. El equipo lo lee con prisa, quizá de noche; quien lo necesita, también.

## La alerta

alert-drill-word = Simulacro.
alert-drill = **Simulacro: nadie está en peligro.** Así se ve una alerta. Que alguien del equipo pulse «Me encargo» en menos de cinco minutos, por favor.
alert-title-emergency = **Emergencia: puede que alguien esté en peligro ahora mismo.** Lo lee así un programa y puede equivocarse. Mirad enseguida, por favor.
alert-title-high = **Puede que alguien necesite pronto a una persona.** Lo lee así un programa y puede equivocarse.
alert-late = Se escribió a las { $at }, cuando yo no estaba; lo leo ahora.
alert-who = Quién:
alert-where = Dónde:
alert-where-link = el mensaje
alert-where-direct = Dónde: en mensajes directos conmigo. Nunca los muestro por mi cuenta; se le pregunta si podéis leerlo.
alert-why = Por qué: parece tratarse de { $topics }.
alert-about-suicide = pensamientos de suicidio
alert-about-self-harm = autolesiones
alert-about-overdose = una sobredosis
alert-about-domestic-violence = violencia en casa
alert-about-sexual-violence = violencia sexual
alert-about-substance = muchas ganas de consumir
alert-about-unclear = alguien que no puede más
alert-about-somebody-else = sobre otra persona
alert-reach-private = Tiene una respuesta privada con líneas de ayuda y sabe que estáis al tanto.
alert-reach-offered = Sus mensajes directos están cerrados. Se le ofreció una respuesta privada tras un botón; quizá no la ha abierto.
alert-reach-none = **NO LE HA LLEGADO:** mi respuesta privada no llegó. Quizá solo vosotros podáis escribirle.
alert-reach-unknown = Sigo intentando escribirle en privado.
alert-at-home = **Puede que otra persona lea sus mensajes.** No le escribo nada más por mi cuenta; empezad con algo inofensivo.
alert-young = **Quizá menor de 18:** sin mensajes directos privados, por favor; de dos en dos y donde el equipo lo vea.
alert-emergency-number = el número de emergencias local

alert-script-suicide =
    - Escribidle vosotros, pronto: «Parece que llevas mucho encima y me alegro de que hayas escrito. ¿Estás pensando en el suicidio?» Preguntarlo abiertamente no mete la idea en la cabeza.
    - En peligro ahora (algo a mano, algo hecho, una despedida y luego silencio): que llame, o que llame alguien cercano: { $number }. Quedaos hasta que llegue ayuda.
    - Una visita de emergencias lleva extraños a la puerta, a menudo la policía. Puede salvar una vida; también puede hacer daño o romper la confianza. Si hay tiempo, preguntad antes; si enviáis a alguien, decídselo.
alert-script-overdose =
    - Preguntad ya: ¿está despierta? ¿Respira bien? ¿Está sola? Respiración lenta o ausente, labios azules, no despierta: llamad ahora, { $number }.
    - Hasta que llegue ayuda: naloxona si puede haber opioides, de lado, nadie se va. Nadie se mete en líos por decir qué fue.
    - Si deja de contestar, llamad vosotros ({ $number }) con lo que sepáis del lugar.
alert-script-violence =
    - Primero solo: «¿Puedes escribir con seguridad?» Nada sobre el motivo hasta que lo diga.
    - En peligro ahora: { $number }. Si no, decide esa persona, también si se queda; no la presionéis ni habléis con la otra.
    - La policía en la puerta puede empeorar el día siguiente. Si hay tiempo, preguntadle antes de llamar.
alert-script-substance =
    - Preguntad primero: «¿Estás a salvo ahora? ¿Has tomado algo?» Con mucho sueño o difícil de despertar: es una emergencia, { $number }.
    - La compañía es lo que más ayuda. Las ganas suben y pasan: «¿Me quedo aquí contigo hasta que afloje?»
    - Sin sermones. Tras una pausa, la cantidad de antes puede ser demasiada; vale la pena decirlo.
alert-script-other =
    - Quien escribió se preocupa por alguien. Preguntad: ¿quién está ahora con esa persona? ¿Es tan urgente como para llamar: { $number }?
    - Ayudadle a preguntar abiertamente («¿Estás pensando en el suicidio?», «¿Estás a salvo donde estás?»), a quedarse y a avisar a alguien que pueda ir.
    - Después preguntadle cómo está.

## Quién se encarga

alert-state-open = Nadie se encarga todavía.
alert-state-called = , ¿puedes mirarlo? Nadie se encarga todavía.
alert-state-handing = { " " }lo pasa. ¿Quién se encarga?
alert-state-claimed = { " " }se encarga desde las { $since }.
alert-state-handled = Atendido:{ " " }
alert-state-dismissed = No es una crisis, dice{ " " }
alert-state-closed = Esto ya terminó.

alert-button-mine = Me encargo
alert-button-take = Tomar el relevo
alert-button-hand = Pasar a otra persona
alert-button-handled = Atendido
alert-button-nocrisis = No es una crisis
alert-button-surelynot = Sí, no es una crisis

## Mientras nadie se encarga

alert-call-next = Nadie ha respondido aún a esta alerta. ¿Puedes tú?
alert-call-all = Nadie ha respondido todavía a esta alerta. Quien pueda, que pulse «Me encargo», por favor.
alert-call-direct = { $community }: te necesitan en la sala del equipo. Nadie ha respondido aún.
alert-call-direct-drill = Simulacro. { $community }: mira la sala del equipo, por favor.

    Nadie está en peligro.
page-emergency = { $community }: urgente, nadie ha respondido en la sala del equipo. Mira allí ahora, por favor.
page-high = { $community }: nadie ha respondido en la sala del equipo. Mira allí, por favor.
page-drill = Simulacro. { $community }: este aviso es una prueba, no hay que hacer nada.

## Lo que viene después, en la sala del equipo

alert-again = Ha vuelto a escribir; no es más grave que antes.
alert-abuse = En una sala vigilada alguien le deseó la muerte a otra persona. Lo tomé por un ataque, no por una crisis; no dije nada allí:
alert-wants-to-talk = quiere que alguien del equipo le escriba.
alert-shown = Está de acuerdo en que leáis lo que escribió:
alert-misread = Dice que le entendí mal. Miradlo de todos modos, por favor.
alert-claim-ended = Ha pasado una hora. ¿Sigues con ello? Entonces pulsa otra vez «Me encargo»; si no, puede hacerlo otra persona.
alert-day-after = Esto fue ayer a esta hora. ¿Alguien le ha preguntado cómo está hoy?
alert-day-after-nobody = Ayer nadie tomó esta alerta. Preguntadle cómo está, por favor, y hablad de quién está localizable.

## Respuestas a los botones

alert-unknown = No encuentro esta alerta en mis notas. Si acaba de llegar, atendedla, por favor, y pulsad otra vez en un minuto.
alert-over = Esta ya terminó.
alert-somebody-is = ya se encarga. Hablad entre vosotros, por favor; si no responde, puedes tomar el relevo.
alert-taken = Ahora te encargas tú. Gracias.
alert-sure = ¿No fue una crisis en absoluto? Entonces la olvido y guardo solo qué reglas seguí. Si alguien lo necesitaba y ya está hecho, es «Atendido».
alert-dismissed = Olvidada. Mis reglas fueron: { $rules }. Si una se equivoca a menudo, dos de vosotros podéis silenciarla: «crisis silence» y su nombre.
error-not-staff = Eso solo puede hacerlo el equipo, en la sala del equipo.

## Lo que se oye del equipo

crisis-tomorrow-set = Lo haré, mañana más o menos a esta hora. Hasta entonces, «help now» funciona a cualquier hora.

## Simulacros

command-crisis-drill = Ensayar una alerta: alguien debe responder en cinco minutos
    .example = crisis drill
drill-begun = El simulacro ha empezado. Quien pulse «Me encargo» en menos de cinco minutos lo supera por todo el equipo.
drill-missed = Simulacro: nadie pulsó «Me encargo» en cinco minutos, así que no cuenta. Mejor ahora que el día que haga falta. Mirad quién está de guardia («duty») y si la aplicación suena con esta sala, y probad otra vez: «crisis drill».
drill-passed = Simulacro superado. Hasta el { $until } vigilo las salas que elegisteis y os aviso; antes pediré el siguiente.
drill-passed-nobody = Simulacro superado, y vale hasta el { $until }. Pero no hay nadie en la lista, así que aún no vigilo nada ni aviso a nadie: di «duty on».
drill-due = Toca un simulacro: dentro de tres días el último será demasiado antiguo y dejaré de vigilar las salas y de avisaros. Lleva un minuto: «crisis drill».
drill-lapsed = El último simulacro fue hace más de un mes, así que ya no vigilo las salas ni os aviso. Quien me escriba sigue recibiendo líneas de ayuda. Para seguir: «crisis drill».

## Guardia

group-duty = a quién del equipo se puede llamar
group-crisis = simulacros, términos propios, reglas (equipo)
command-duty-list = Quién está de guardia y a quién más se puede llamar
    .words = guardia
    .example = duty
command-duty-on = Estar de guardia hasta que digas otra cosa
    .words = guardia sí
    .example = duty on
command-duty-off = No estar de guardia hasta que digas otra cosa
    .words = guardia no
    .example = duty off
command-duty-until = Estar de guardia hasta una hora
    .example = duty until 22:00
command-duty-hours = Cuándo sueles estar: días, desde, hasta
    .example = duty hours lun-vie 18:00 22:00
command-duty-name = Lo que se dice de ti a quien lo necesita: un nombre o nada
    .example = duty name Sam
command-duty-leave = Dejar la lista
    .example = duty leave
command-duty-remove = Quitar a alguien de la lista
    .example = duty remove Sam
argument-hour = una hora, como 22:00
argument-begins = desde cuándo, como 18:00
argument-ends = hasta cuándo, como 22:00
argument-shown = un nombre que se muestre; sin él, «alguien del equipo»
argument-helper = su nombre o su cuenta, como lo muestra «duty»

duty-list = Primero quien está de guardia, luego los demás, en el orden en que llamo:
duty-list-none = Ahora no hay nadie de guardia, así que no se promete a nadie. Los demás, en el orden en que llamo:
duty-nobody = Aún no hay nadie en la lista; no vigilo ninguna sala ni aviso a nadie.
duty-line-on = de guardia
duty-line-until = de guardia hasta las { $at }
duty-line-off = no está de guardia
duty-watching = Vigilo las salas que elegisteis y os aviso; el último simulacro se superó.
duty-not-watching = No vigilo ninguna sala ni aviso a nadie: hace falta una sala del equipo y un simulacro («crisis drill») del último mes.
duty-on = Estás de guardia hasta que digas «duty off». Gracias.
duty-until = Estás de guardia hasta las { $until }. Gracias.
duty-off = Ya no estás de guardia. Descansa.
duty-off-nobody = Ya no estás de guardia. Descansa. No hay nadie más ahora, así que no se promete a nadie.
duty-hours-set = Cuentas como de guardia: { $hours } ({ $zone }). «duty on» y «duty off» van por delante.
duty-name-set = Quien lo necesite leerá «{ $name }, del equipo».
duty-name-none = Quien lo necesite leerá «alguien del equipo».
duty-left = Ya no estás en la lista, y no he guardado nada tuyo en ella.
duty-removed = Ya no está en la lista.
# In the staff room, after a name: they're in the community no longer.
duty-gone = ya no está en esta comunidad, así que tampoco en la lista.
# Below that, if it was the last one.
duty-gone-last = Ahora no hay nadie en la lista, así que no vigilo ninguna sala ni aviso a nadie. ¿A quién puedo llamar? Basta con «duty on».
duty-remove-unknown = Nadie en la lista se llama así, o más de una persona. «duty» muestra los nombres.
duty-not-on-roster = No estás en la lista.
duty-button-on = De guardia
duty-button-off = Fuera de guardia

## Términos propios, reglas, informe

command-crisis-term = Palabras que aquí significan peligro: add, remove, list
    .example = crisis term add código rojo
argument-do = add, remove o list
argument-term = una palabra o varias
command-crisis-silence = Que una regla deje de alertar; hacen falta dos del equipo
    .example = crisis silence craving
command-crisis-unsilence = Que una regla silenciada vuelva a alertar
    .example = crisis unsilence craving
argument-rule = el nombre de la regla, como lo dijo «No es una crisis»
command-crisis-report = Cuántas veces el equipo dio la razón a cada regla
    .example = crisis report
term-added = Añadido. Quien lo escriba tendrá una respuesta privada, y vosotros una alerta.
term-there = Ese ya está en la lista.
term-removed = Quitado.
term-not-there = Ese no está en la lista.
term-none = Esta comunidad no tiene términos propios.
term-list = Los términos propios de esta comunidad:
term-unclear = Un término tiene de 3 a 80 caracteres. Unas pocas palabras son mejor que una: así alerta menos por cosas inofensivas.
term-too-many = Ya hay { $most } términos, más de los que alguien puede cuidar. Quitad uno primero, por favor.
rule-unknown = No tengo ninguna regla con ese nombre. «No es una crisis» y «crisis report» muestran los nombres.
rule-emergency = Esa regla trata de vidas en juego y nadie la silencia, ni entre dos. Si se equivoca a menudo, decídselo a quienes me administran, por favor.
rule-proposed = Alguien de la moderación propone que la regla «{ $rule }» deje de alertar. Si otra persona está de acuerdo en siete días: «crisis silence { $rule }».
rule-needs-another = Eso lo propusiste tú. Hace falta otra persona de la moderación.
rule-silenced = Dos de la moderación están de acuerdo: la regla «{ $rule }» ya no alerta en esta comunidad. «crisis unsilence { $rule }» la recupera.
rule-silent = La regla «{ $rule }» ya está en silencio.
rule-not-silent = Nadie ha silenciado la regla «{ $rule }».
rule-lifted = La regla «{ $rule }» vuelve a alertar.
report-empty = Aún no hay nada que informar: ninguna alerta se marcó como atendida ni como que no era una crisis.
report-intro = Cuántas veces disteis por buena una alerta, por regla:
report-line = { $rule }: { $right } de { $all }
report-silent = En silencio aquí: { $rules }
