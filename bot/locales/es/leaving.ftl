### Awaiting native review.
### Communities that leave or are left, and members who are put to rest. Read by owners and the team.

command-community-export = Un archivo con los ajustes, las reuniones y las cifras de esta comunidad
    .example = community export
command-community-remove = Quitar esta comunidad y todo lo que se guarda sobre ella
    .example = community remove
command-community-keep = Conservar esta comunidad a pesar de todo
    .example = community keep
command-member-rest = No enviar nada más a un miembro que fue expulsado o ha fallecido
    .example = member rest @robin
command-member-wake = Seguir con un miembro que estaba en reposo
    .example = member wake @robin
argument-phrase = La frase que pido
argument-resting = Su cuenta

leaving-no-community = Escríbelo, por favor, en una sala de la comunidad de la que se trata.

leaving-exported =
    Aquí está la comunidad como archivo: sus ajustes, sus reuniones y cuántas personas hay.

    No contiene nada de ningún miembro: ni nombres, ni nada que alguien haya dicho.
leaving-export-file = Los ajustes y las reuniones de la comunidad, en JSON

leaving-phrase = quitar { $name }
leaving-remove-sure =
    Esto quitaría la comunidad y todo lo que guardo sobre ella: ajustes, reuniones, respuestas a reuniones, compañeros y rondas, la lista de guardia, avisos y vuestras propias líneas de ayuda. Desde aquí no se puede recuperar.

    Los miembros conservan lo suyo, como sus preguntas diarias; cada cual lo termina con «stop».

    Para tener antes un archivo: «community export». Para seguir, escribe: community remove { $phrase }

    Después queda un día en el que cualquiera del equipo puede conservarla.
leaving-remove-other = Esas no son exactamente las palabras, así que no ha pasado nada. Para seguir, escribe: community remove { $phrase }
leaving-remove-going-on = Eso ya está en marcha. Hasta entonces cualquiera del equipo puede conservarla.
leaving-removal = Esta comunidad se quitará: { $when }. Hasta entonces todo sigue, y cualquiera del equipo puede conservarla.
leaving-keep-button = Conservarla
leaving-kept = Se queda, con todo como estaba.
leaving-keep-nothing = Nadie pidió que se quitara esta comunidad.
leaving-team-removal =
    Quien es responsable de la comunidad me pidió quitarla: { $when }, con sus ajustes, reuniones, compañeros y lista de guardia.

    Hasta entonces cualquiera del equipo puede conservarla, con el botón o con «community keep».
leaving-team-kept = Esta comunidad se queda ({ $when }): alguien del equipo decidió conservarla.

leaving-operator-asleep = Me sacaron del último espacio de una comunidad, así que duerme: no se envía nada para ella. Lo que guardo sobre ella se borra el { $day }, salvo que me inviten antes de nuevo.
leaving-awake = He vuelto. Desde el { $day } no estuve aquí y no envié nada para esta comunidad; sus ajustes, reuniones y compañeros están como estaban.

rest-nobody-called = No conozco por ese nombre a ningún miembro de esta comunidad. En Discord, elige la cuenta; en Matrix, escríbela entera, como @robin:example.org.
rest-already = Ya está en reposo.
rest-everywhere = Hecho. No le envío nada más y no le menciono en ningún sitio. Quien tenía a esta persona como compañera recibe con tacto la noticia de que eso ha terminado, sin motivo. «member wake» lo devuelve.
rest-here = Hecho. Ya no le llega nada de esta comunidad, y aquí no le menciono. Sus propias preguntas diarias, o los mensajes de otra comunidad, pueden seguir. Quien tenía aquí a esta persona como compañera recibe con tacto la noticia de que eso ha terminado, sin motivo. «member wake» lo devuelve.
rest-not-resting = No está en reposo; no se cambió nada.
rest-woken = Hecho. Todo sigue como antes, salvo lo que esa persona había parado por su cuenta. Los compañeros y su lugar en la lista de guardia solo vuelven cuando alguien lo pide.
