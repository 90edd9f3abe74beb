### Awaiting native review.
### Véase en/buddies-mentors.ftl. «Mentor» queda como palabra de las órdenes; en el texto, acompañar.

mentor-expected = Acompañar es caminar con alguien que lleva menos tiempo en el camino: estar ahí, escuchar y contar cómo te fue a ti. Qué bien que lo pienses.

    Lo que se te pide:
    - Un año o más en tu propio camino, según tu propia cuenta. Te creo.
    - Tiempo para una charla de vez en cuando, más o menos una vez a la semana con cada persona.
    - Límites. Puedes decir que no, fijar horas y ausentarte. Sin dinero, sin relaciones de pareja, sin secretos con el equipo.
    - Ni terapia ni consejos sobre medicamentos. Acompañas; para lo demás hay otras personas, y decirlo es parte de ello.
    - Lo que te cuenten se queda contigo, salvo que una vida esté en peligro.

    En una crisis no te toca cargar a solas. Di **help now** para ver líneas de ayuda, o pide que lo diga la otra persona; llama al número de emergencias si una vida está en peligro; y avisa al equipo.

    Tú decides a cuántas personas acompañas, puedes descansar cuando quieras, y cada mes te pregunto cómo lo llevas.
mentor-who-sees = Quién ve qué:
    - El equipo: tu cuenta, a cuántas personas acompañarías, tus idiomas y lo que le escribas en el formulario. El equipo decide.
    - La persona a quien te proponga: tus temas, idiomas y momentos de la semana, sin tu nombre, hasta que ambas partes digan que sí.
    - Cómo lo llevas: solo tú. El equipo sabe que pesa si me pides que lo diga, y nunca de qué habláis.
    - Lo guardo cifrado. «mentor end» lo borra.
mentor-apply = Llevo un año en el camino: ofrecerme
    .words = sí, ofrecerme
mentor-not-yet = Todavía no
    .words = no, todavía no, luego
mentor-later = También es una buena respuesta. «mentor join» está aquí cuando quieras.
mentor-where = ¿En cuál de tus comunidades?
mentor-applied = Gracias por ofrecerte. Tu equipo tiene la petición, y te aviso en cuanto decida. «mentor end» la retira.
mentor-changed = Anotado. Vale desde ahora.
mentor-back = Qué bien tenerte. Cuando alguien pueda encajar contigo, os pregunto a ambas partes.
mentor-unclear = No sé qué significa «{ $words }» aquí. Las horas van con palabras como tardes, mañanas o fines de semana; los idiomas, por su nombre.

form-mentor-join = Acompañar a alguien
form-mentor-join-topics = ¿Qué conoces por tu propia vida?
    .hint = Unas palabras con comas, como: alcohol, duelo. Quien comparta alguna te encuentra.
form-mentor-join-hours = ¿Cuándo podrías hablar normalmente?
    .hint = Por ejemplo tardes, fines de semana. Según tu reloj. Vacío o «-»: a cualquier hora.
form-mentor-join-languages = ¿En qué idiomas podrías hablar?
    .hint = Por ejemplo español, inglés. Vacío o «-»: el que hablamos.
form-mentor-join-capacity = ¿Con cuántas personas a la vez?
form-mentor-join-capacity-1 = 1
form-mentor-join-capacity-2 = 2
form-mentor-join-capacity-3 = 3
form-mentor-join-capacity-4 = 4
form-mentor-join-capacity-5 = 5
form-mentor-join-about = Algo para el equipo
    .hint = Lo que debería saber de ti. Solo lo lee el equipo, hasta que decida. Vacío o «-»: nada.

mentor-request-offers = se ofrece a acompañar, y dice que lleva un año o más. { $count ->
    [one] Con una persona a la vez
   *[other] Con hasta { $count } personas a la vez
    }, en: { $languages }.
mentor-request-decide = ¿Dejaríais que miembros más nuevos caminen con esta persona? Decide alguien de moderación; yo lo digo con cariño en cualquier caso.
mentor-button-approve = Sí, adelante
    .words = sí, aprobar
mentor-button-decline = Ahora no
    .words = no, ahora no
mentor-request-approved = acompaña desde ahora. Ya se lo he dicho.
mentor-request-declined = no acompaña por ahora. Se lo he dicho con cariño; unas palabras vuestras valdrían más.
mentor-request-over = Esto ya está decidido, o se retiró.
mentor-request-not-yours = Eso es cosa de la moderación de tu comunidad, en la sala propia del equipo.
mentor-request-own = Esto trata de ti, así que lo decide otra persona del equipo.

mentor-approved = Noticias de tu equipo.

    Ha dicho que sí: desde ahora acompañas, y nos alegra. Cuando alguien pueda encajar contigo, os pregunto primero a ambas partes, y un no no necesita motivo. Una vez al mes te pregunto cómo lo llevas.
mentor-declined = Noticias de tu equipo.

    Gracias por ofrecerte a caminar con otras personas. Por ahora el equipo prefiere dejarlo así. No dice nada de tu valor ni de tu camino, y puede haber muchas razones; puedes preguntar a cualquiera del equipo. Tu ofrecimiento está borrado, y puedes hacerlo de nuevo en otro momento.
mentor-relieved = Noticias de tu equipo.

    Ha puesto fin a tu tiempo de acompañar aquí. A quienes acompañabas se les ha dicho con cuidado, sin motivo, y lo que dijiste para ello está borrado. Gracias por lo que diste. Si quieres saber por qué, cualquiera del equipo puede decírtelo; si te duele mucho, «talk» y «help now» están ahí.
mentor-status-button = Cómo está
    .words = estado

mentor-not-one = Aquí todavía no acompañas a nadie. «mentor join» cuenta qué es, y aún puedes decir que no.
mentor-none = Aquí no acompañas a nadie. Si llevas un año o más en el camino, podrías caminar con alguien más nuevo.
mentor-join-button = ¿Qué es?
    .words = qué es
mentor-waits = Tu ofrecimiento lo tiene el equipo, y te aviso en cuanto decida. «mentor end» lo retira.
mentor-status = { $taken ->
    [0] Ahora no acompañas a nadie
    [one] Acompañas a una persona
   *[other] Acompañas a { $taken } personas
    }; { $capacity ->
    [one] una como mucho, como querías.
   *[other] { $capacity } como mucho, como querías.
    }
mentor-status-rests = Estás descansando: nadie nuevo, hasta que lo digas.
mentor-status-rests-until = Estás descansando: nadie nuevo antes del { $until }.
mentor-status-cools = Hace poco terminó un acompañamiento, así que no hay nadie nuevo antes del { $until }. Si quieres a alguien antes, di «mentor back».
mentor-status-free = { $count ->
    [one] Hay sitio para una persona más; si alguien puede encajar contigo, os pregunto a ambas partes.
   *[other] Hay sitio para { $count } más; si alguien puede encajar contigo, os pregunto a ambas partes.
}
mentor-status-heard = El equipo sabe que te pesa, porque así lo quisiste. «mentor load» lo cambia.
mentor-profile = En esto me baso cuando busco a alguien para ti:
mentor-change-button = Cambiarlo
    .words = cambiar, cambiarlo
mentor-capacity-set = Anotado: { $count ->
    [one] una persona a la vez.
   *[other] hasta { $count } personas a la vez.
}
mentor-capacity-below = Anotado: { $count ->
    [one] una persona a la vez.
   *[other] hasta { $count } personas a la vez.
    } Ahora acompañas a { $taken }, y nadie tiene que irse; solo que no llega nadie nuevo hasta que haya sitio.
mentor-rests = Descansa bien. Nadie nuevo hasta que lo digas; quienes acompañas siguen contigo.
mentor-rests-until = Descansa bien. Nadie nuevo antes del { $until }; quienes acompañas siguen contigo.
mentor-rest-button = Nadie nuevo por ahora
    .words = descansar
mentor-back-button = Puede venir alguien nuevo
    .words = he vuelto, de vuelta
mentor-load-button = Cómo lo llevo
    .words = cómo lo llevo
mentor-end-button = Terminar
    .words = terminar

mentor-load = Una pregunta tranquila, con tiempo para pensar.

    ¿Cómo llevas lo de acompañar? Digas lo que digas, se queda contigo; no guardo nada, salvo que quieras que el equipo lo sepa.
mentor-load-fine = Bien
    .words = bien
mentor-load-heavy = Me pesa
    .words = pesa, me pesa
mentor-load-lower = Aligerar la carga
    .words = aligerar, menos
mentor-load-tell = Que lo sepa el equipo
    .words = que lo sepa el equipo, díselo
mentor-load-keep = Que quede entre nosotros
    .words = entre nosotros, que quede entre nosotros
mentor-fine = Me alegra oírlo. Gracias por lo que das.
mentor-heavy = Gracias por decirlo. A veces pesa, y eso no dice nada de lo bien que lo haces.

    Lo que podría ayudar: menos personas a la vez, un descanso («mentor rest») o alguien con quien hablar tú («talk»). ¿Quieres que el equipo sepa que te pesa? Solo eso, con tu nombre; nunca de qué habláis.
mentor-lowered = Hecho: nadie nuevo hasta que digas «mentor back», y entonces { $count ->
    [one] una persona a la vez.
   *[other] hasta { $count } personas a la vez.
    } Si un acompañamiento es demasiado, «mentor end» lo termina con cuidado.

    ¿Quieres que el equipo sepa que te pesa? Solo eso, con tu nombre; nunca de qué habláis.
mentor-heard = He dicho al equipo que ahora te pesa, y nada más. «mentor load» lo retira.
mentor-kept = Queda entre nosotros.
mentor-team-hears = dice que acompañar le pesa en este momento, y quería que lo supierais. No sé nada más. Una palabra amable, o una hora de escucha, quizá vendría bien.

mentor-end-which = ¿A cuál te refieres?
mentor-end-since = Desde el { $day }
mentor-end-all = Todo: dejo de acompañar
    .words = todo
mentor-end-sure = ¿Lo termino? No hace falta un motivo, y a la otra persona se le dice con cuidado.
mentor-end-all-sure = { $count ->
    [0] ¿Lo retiro? Ya no acompañarías, y borro lo que dijiste para ello.
    [one] ¿Lo termino? Ya no acompañarías, y borro lo que dijiste para ello. A la persona que acompañas se le dice con cuidado, sin motivo.
   *[other] ¿Lo termino? Ya no acompañarías, y borro lo que dijiste para ello. A quienes acompañas se les dice con cuidado, sin motivo.
}
mentor-end-yes = Sí, terminar
    .words = sí, terminar
mentor-end-no = No, dejarlo así
    .words = no, dejarlo así
mentor-goes-on = Entonces sigue como estaba.
mentor-ended = Ha terminado. Gracias por cómo habéis caminado. Durante { $days } días no propongo a nadie nuevo, para que puedas respirar; «mentor back» si quieres a alguien antes.
mentor-ended-all = Hecho, y lo que dijiste para ello está borrado. Gracias por todo lo que diste.

mentors-nowhere = ¿Podrías decirlo en una sala de tu comunidad?
mentors-nobody = Aquí todavía no acompaña nadie. Los miembros se ofrecen con «mentor join», y el equipo decide.
mentors-list = Quienes acompañan aquí. Con quién caminan, y de qué hablan, es suyo.
mentors-line = { $count ->
    [0] ahora no acompaña a nadie
    [one] acompaña a una persona
   *[other] acompaña a { $count }
    }, desde el { $since }.
mentors-line-rests = Descansa: nadie nuevo.
mentors-line-cools = Unos días sin nadie nuevo, después de que uno terminara.
mentors-line-free = { $count ->
    [0] Sin sitio para más.
    [one] Sitio para una persona más.
   *[other] Sitio para { $count } más.
}
mentors-line-heavy = Le pesa, lo dijo el { $day }, y quería que lo supierais.
mentors-waiting = { $count ->
    [one] Un ofrecimiento espera la respuesta de moderación.
   *[other] { $count } ofrecimientos esperan la respuesta de moderación.
}
mentors-relieved = Hecho. Ya no acompaña, y a todas las personas implicadas se les dice con cuidado, sin motivo. Unas palabras vuestras vendrían bien.
mentors-nobody-called = No conozco aquí a nadie con ese nombre que acompañe. Lo mejor es una mención; «buddies mentors» muestra quién hay.

newcomers-off = Quien llega puede encontrarse con cualquier miembro. «buddies newcomers 90» deja los primeros 90 días para mentores aprobados.
newcomers-are = { $count ->
    [one] En su primer día, quien llega se encuentra solo con mentores aprobados.
   *[other] En sus primeros { $count } días, quien llega se encuentra solo con mentores aprobados.
} «buddies newcomers 0» lo termina.
newcomers-set = { $count ->
    [one] Anotado. En su primer día con los compañeros, quien llega se encuentra solo con mentores aprobados.
   *[other] Anotado. En sus primeros { $count } días con los compañeros, quien llega se encuentra solo con mentores aprobados.
} Las parejas que ya hay siguen juntas.
newcomers-set-off = Anotado. Quien llega puede encontrarse con cualquier miembro desde el primer día.
newcomers-unclear = ¿Cuántos días? Un número de 0 a { $most }, como «buddies newcomers 90»; 0 es ninguno.

command-mentor-join = Acompañar a alguien más nuevo: qué es, y ofrecerte
    .example = mentor join
    .words = ser mentor, quiero acompañar
command-mentor-status = A cuántas personas acompañas, y qué viene
    .example = mentor status
command-mentor-profile = Ver y cambiar lo que sé de ti para acompañar
    .example = mentor profile
command-mentor-capacity = A cuántas personas acompañas como mucho
    .example = mentor capacity 2
command-mentor-rest = Nadie nuevo por un tiempo; quienes acompañas siguen contigo
    .example = mentor rest hasta el viernes
command-mentor-back = Puede venir de nuevo alguien nuevo
    .example = mentor back
command-mentor-load = Decir cómo lo llevas, y quién puede saberlo
    .example = mentor load
command-mentor-end = Terminar un acompañamiento, o dejarlo del todo; sin motivo
    .example = mentor end
command-buddies-mentors = Quién acompaña aquí, a cuántas personas, y a quién le pesa y quiso decirlo
    .example = buddies mentors
command-buddies-relieve = Poner fin al tiempo de alguien como mentor; se dice con cuidado
    .example = buddies relieve @ada
command-buddies-newcomers = Cuántos primeros días quien llega está solo con mentores
    .example = buddies newcomers 90
argument-capacity = de 1 a 5
argument-mentee = quién, si veis vuestras cuentas
argument-mentor = quién acompaña
argument-newcomer-days = cuántos días; 0 es ninguno
group-mentor = acompañar a otras personas
