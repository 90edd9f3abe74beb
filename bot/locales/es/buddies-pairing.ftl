### Awaiting native review.
### Véase en/buddies-pairing.ftl. «Buddy» se queda como palabra, porque así se llaman las órdenes.

buddy-proposal-one = Una pregunta para ti, con tiempo para pensarla.

    Hay alguien aquí que podría ir bien contigo como buddy:
buddy-proposal-two = Una pregunta para ti, con tiempo para pensarla.

    Hay dos personas aquí que podrían ir bien contigo, en un grupo de tres:
buddy-proposal-mentor = Una pregunta para ti, con tiempo para pensarla.

    Una persona con experiencia podría acompañarte bien:
buddy-proposal-mentee = Una pregunta para ti, con tiempo para pensarla.

    Hay alguien a quien podrías acompañar bien:
buddy-proposal-accompanied = Alguien del equipo estaría en la sala con vosotros y leería lo que escribís.
buddy-proposal-until = Sin nombres hasta que todo el mundo haya dicho que sí. Un no no necesita motivo, y nunca cuento quién respondió qué. Abierta hasta: { $until }.
buddy-answer-yes = Sí, con gusto
    .words = sí, si, vale
buddy-answer-no = Esta vez no
    .words = no, ahora no
buddy-answer-sees = ¿Quién ve qué?
    .words = quién ve qué, privacidad
buddy-sees-room = Antes de que todo el mundo diga que sí, la otra persona lee de ti lo mismo que tú de ella: unas palabras generales, sin nombre. Después abro una sala privada, y allí cada cual ve la cuenta de la otra persona. Quizá el equipo pueda mirar en esa sala, como en cualquier otra. Nadie llega a saber quién dijo que no o no respondió.
buddy-sees-relay = Antes de que todo el mundo diga que sí, la otra persona lee de ti lo mismo que tú de ella: unas palabras generales, sin nombre. Después llevo yo las palabras de una parte a otra, y nadie ve la cuenta de la otra persona hasta que ambas partes lo quieran. Nadie llega a saber quién dijo que no o no respondió.

buddy-said-yes = Gracias. Si sale adelante, te escribo antes de: { $until }; si no, entonces. Hasta ese momento puedes cambiar de idea.
buddy-said-no = Está bien, y queda entre tú y yo. Puedes cambiar de idea hasta: { $until }.
buddy-room-name = Un lugar para vosotros
buddy-both-yes = Qué bien: todo el mundo dijo que sí. Ahora mismo os pongo en contacto.
buddy-together-already = Ya os habéis encontrado. «buddy end» lo termina cuando quieras.
buddy-proposal-over = Esa pregunta ya no está abierta. Habrá otras.

buddy-told-no-pair = Gracias por tu sí.

    Esta vez no ha salido adelante; pasa a menudo y no dice nada de ti. Sigo buscando para ti.
buddy-told-lapsed = Mi pregunta se ha cerrado sola.

    No responder está bien. Sigo buscando para ti.
buddy-told-rests = Mi pregunta se ha cerrado sola.

    Parece que no es el momento, y está bien. No te preguntaré más por buddies hasta que lo digas; basta un toque.
buddy-told-ended = Algo ha cambiado, y no es por nada que hayas hecho.

    Tu buddy sigue a solas desde aquí. Nadie tiene que dar un motivo para eso. Busco a alguien nuevo para ti, y vas en primer lugar.
buddy-told-ended-mentoring = Algo ha cambiado, y no es por nada que hayas hecho.

    El acompañamiento ha terminado. Nadie tiene que dar un motivo para eso. «buddy status» muestra cómo va lo tuyo, y el equipo está ahí si quieres hablarlo.
buddy-told-room = Una buena noticia para ti.

    Todo el mundo dijo que sí. He abierto una sala privada; la encuentras entre tus salas e hilos.
buddy-told-lasting = Una buena noticia para ti.

    Todo el mundo quiere que dure. Así será; no busco a nadie más para ti.
buddy-next-again = Buscar a alguien
    .words = otra vez, buscar
buddy-next-rest = Por ahora no
    .words = pausa, ahora no

buddy-none = Ahora mismo no tienes buddy.
buddy-which = ¿A quién te refieres?
buddy-which-since = Desde: { $day }

buddy-end-sure = ¿Lo termino? No hace falta motivo. La otra persona lo sabrá con delicadeza y va en primer lugar para encontrar a alguien nuevo.
buddy-end-sure-mentoring = ¿Termino este acompañamiento? No hace falta motivo, y la otra persona lo sabrá con delicadeza.
buddy-end-yes = Terminarlo
    .words = sí, si
buddy-end-no = Seguir juntos
    .words = no
buddy-ended = Se ha terminado. Gracias por el camino que hicisteis. No busco a nadie hasta que lo digas.
buddy-ended-mentoring = Se ha terminado. Gracias por el camino que hicisteis.
buddy-goes-on = Entonces seguís adelante.
buddy-rests = De acuerdo. No busco a nadie hasta que lo digas.

buddy-keep-noted = Anotado, y no se lo cuento a nadie. Si la otra persona también lo dice, os lo digo, y dura.

buddy-again-sure = Tienes un buddy. ¿Termino eso para que conozcas a alguien nuevo? La otra persona lo sabrá con delicadeza y va en primer lugar.
buddy-again-yes = Conocer a alguien nuevo
    .words = sí, si
buddy-again-no = Quedarme
    .words = no
buddy-again-looking = Con gusto. Entras en la próxima ronda; te escribo cuando haya alguien.
buddy-again-not-joined = Primero necesito saber un poco de ti: di «buddy join».

buddy-blocked = Hecho. Por mi parte ya no te llega nada suyo, y nunca más os propongo. No se le dice.
buddy-reported = Gracias por contármelo. Se ha terminado al momento, nunca más os propongo, y alguien del equipo lo mirará. No se le dice quién contó qué. Si estás en peligro, «help now» muestra quién puede ayudar ahora mismo.

buddies-report-waits = Algo de una pareja de buddies necesita la mirada de la moderación. «buddies reports» lo muestra, en privado.
buddies-reports-nowhere = Dilo en tu comunidad, por favor, para que sepa cuál es.
buddies-reports = { $count ->
    [0] No espera ningún aviso.
    [one] Espera un aviso.
   *[other] Esperan { $count } avisos.
} { $frozen ->
    [0] Nadie más queda fuera de las rondas.
    [one] Una persona más queda fuera de las rondas hasta que alguien decida.
   *[other] { $frozen } personas más quedan fuera de las rondas hasta que alguien decida.
} Las palabras de un aviso se muestran una vez, a una persona del equipo, y después se quitan.
buddies-look-report = Mirar el más antiguo
    .words = mirar, aviso
buddies-look-frozen = Quién queda fuera
    .words = fuera
buddies-report-none = Ya no espera nada; quizá lo miró otra persona.
buddies-report-shown = Avisado el { $day }. Estas palabras se muestran solo esta vez:
buddies-report-wordless = Avisado el { $day }, sin palabras.
buddies-frozen = Fuera de las rondas, sin un aviso que espere:
buddies-blocked-by = { $count ->
    [0] Nadie ha bloqueado esta cuenta.
    [one] Una persona ha bloqueado esta cuenta.
   *[other] { $count } personas han bloqueado esta cuenta.
} No se propone a nadie hasta que decidas, y no se dice por qué.
buddies-freeze-keep = Dejar fuera
    .words = fuera
buddies-freeze-lift = Dejar participar
    .words = participar
buddies-freeze-kept = Sigue fuera de las rondas. «buddies reports» vuelve aquí.
buddies-freeze-lifted = Participa de nuevo desde la próxima ronda.
buddies-freeze-gone = Eso ya está decidido.

command-buddy-end = Terminarlo con tu buddy; sin dar motivo
    .example = buddy end
command-buddy-keep = Decir que puede durar
    .example = buddy keep
command-buddy-again = Buscar buddy otra vez, o a alguien nuevo
    .example = buddy again
command-buddy-block = No saber más de tu buddy; no se le dice
    .example = buddy block
command-buddy-report = Contar algo de tu buddy al equipo, en privado
    .example = buddy report Me pide dinero todo el tiempo
command-buddies-reports = Lo que necesita la mirada de la moderación
    .example = buddies reports
