### Awaiting native review.
### The moderators' dashboard, and messages of a team to all members.

command-community-status = Cómo están el bot y esta comunidad, en palabras sencillas
    .example = community status
command-community-report = Las últimas cuatro semanas: registros, reuniones, compañeros, avisos
    .example = community report
command-community-staff = Quién es del equipo, quién está de guardia y quién puede qué
    .example = community staff
command-community-broadcast = Escribir en privado a todos; antes lo ves. También "send" y "stop"
    .example = community broadcast El viernes nos vemos una hora más tarde.
argument-announcement = tus palabras para todos los miembros; o "send", "stop"

status-head = { $count ->
        [one] Hay una cosa que mirar:
       *[other] Hay { $count } cosas que mirar:
    }
status-well = Todo está bien: nada queda abierto ni en espera.
status-backup = La última copia de seguridad es del { $when }.
status-away = Ahora mismo no estoy conectado a { $platform }. Sigo intentándolo.
status-stuck = Algunas respuestas llevan más de cinco minutos esperando a salir.
status-alarm-disk = El disco en el que funciono está casi lleno. Quien lleva el bot está avisado.
status-alarm-certificate = Un certificado termina pronto. Quien lleva el bot está avisado.
status-alarm-backup = La última copia de seguridad es demasiado antigua. Quien lleva el bot está avisado.
status-alerts-open = { $count ->
        [one] Hay un aviso abierto que nadie ha tomado.
       *[other] Hay { $count } avisos abiertos que nadie ha tomado.
    }
status-alerts-taken = { $count ->
        [one] Alguien atiende un aviso.
       *[other] Alguien atiende { $count } avisos.
    }
status-nobody-listed = No hay nadie en la lista de guardias, así que no puedo llamar a nadie. "duty add" añade a alguien.
status-nobody-on-duty = Ahora mismo no hay nadie de guardia.
status-lines = { $count ->
        [one] Un miembro ha escrito al equipo y aún no tiene respuesta; escribió hace { $hours } h.
       *[other] { $count } miembros han escrito al equipo y aún no tienen respuesta; el primero hace { $hours } h.
    }
status-reports = { $count ->
        [one] Un informe sobre un compañero espera a que alguien lo mire.
       *[other] { $count } informes sobre compañeros esperan a que alguien los mire.
    }
status-unmatched = Al menos { $count } personas buscan compañía y se quedaron sin ella en una ronda.
status-no-host = Nadie lleva todavía "{ $name }" el { $when }.
status-no-host-more = Ni otras { $count } en los próximos siete días.
status-no-country = No hay ningún país puesto, así que no puedo mostrar líneas de ayuda propias. "community set country" lo arregla.
status-unchecked = { $count ->
        [one] Una línea de ayuda que ven los miembros no la ha comprobado nadie: "lines check".
       *[other] { $count } líneas de ayuda que ven los miembros no las ha comprobado nadie: "lines check".
    }

report-head = Las últimas cuatro semanas:
report-checkins = Registros: en la semana del { $week }, unos { $count } miembros algún día.
report-checkins-few = Registros: en la semana del { $week } hubo muy pocos para decir un número.
report-meetings = Reuniones: { $held } tuvieron lugar, { $skipped } se cancelaron. En las cuatro semanas anteriores tuvieron lugar { $before }.
report-rounds-pairs = Compañeros: { $rounds ->
        [one] una ronda
       *[other] { $rounds } rondas
    }, con al menos { $pairs } parejas propuestas.
report-rounds = Compañeros: { $rounds ->
        [0] ninguna ronda.
        [one] una ronda.
       *[other] { $rounds } rondas.
    }
report-alerts = Avisos: { $count ->
        [0] ninguno.
        [one] uno.
       *[other] { $count }.
    }
report-claimed-at-once = La mitad de los que alguien tomó se tomaron en menos de un minuto.
report-claimed = La mitad de los que alguien tomó se tomaron en { $minutes } min.
report-not-claimed = { $count ->
        [one] Uno no lo tomó nadie.
       *[other] { $count } no los tomó nadie.
    }

staff-roster = { $count ->
        [0] Aún no hay nadie en la lista de guardias. "duty add" añade a alguien.
        [one] En la lista de guardias:
       *[other] En la lista de guardias, en el orden de las llamadas:
    }
staff-on-duty = de guardia
staff-off-duty = sin guardia
staff-keepers = { $count ->
        [0] Nadie guarda nombres: quien escribe al equipo sin nombre, sigue sin él.
       *[other] Quienes guardan nombres:
    }
staff-rights =
    Quién puede qué: los dueños la configuran, nombran a quienes guardan nombres, exportan y quitan la comunidad. La moderación cuida de ella: reuniones, líneas de ayuda, rondas, miembros en reposo, mensajes a todos, esta página. Quienes están en la lista de guardias responden a los avisos y a los mensajes al equipo.

    Quiénes son me lo dicen la plataforma y "community set moderators".

broadcast-how = "community broadcast" y detrás tus palabras: te enseño lo que leerían los miembros y no envío nada hasta que lo digas. Como mucho uno al día.
broadcast-preview = { $count ->
        [0] Esto iría a unos pocos miembros, en privado, a lo largo del día. Aún no se ha enviado nada. Dice:
       *[other] Esto iría a unos { $count } miembros, en privado, a lo largo del día. Aún no se ha enviado nada. Dice:
    }
broadcast-send = Enviarlo
    .words = enviar, sí, si
broadcast-drop = No enviar
    .words = no, no enviar
broadcast-dropped = No se ha enviado nada.
broadcast-nothing = No hay nada que enviar: enséñame primero tus palabras, con "community broadcast" delante. Una vista previa vale media hora.
broadcast-nobody = Ahora mismo no hay nadie a quien enviarlo.
broadcast-once-a-day = En las últimas 24 horas ya hubo un mensaje a todos. No envío más de uno al día.
broadcast-going = Está saliendo, a unos pocos cada vez. "community broadcast stop" retira lo que aún no se ha enviado.
broadcast-stop = Retirarlo
    .words = stop, parar
broadcast-so-far = { $count ->
        [0] Por ahora solo lo tienen unos pocos miembros.
       *[other] Por ahora lo tienen unos { $count } miembros.
    }
broadcast-stopped = { $count ->
        [0] Retirado. Solo unos pocos miembros lo tenían ya, o nadie.
       *[other] Retirado. Unos { $count } miembros lo tenían ya.
    }
broadcast-nothing-going = No está saliendo nada.

broadcast-head = Un mensaje para todos en tu grupo.
broadcast-signed = El equipo de { $community }. Ha ido a todos los miembros; para responder, di "talk".
broadcast-no-more = No quiero más
broadcast-off = Hecho: no más mensajes de ese equipo a todos. Lo demás sigue igual.
broadcast-again = Quiero otra vez
broadcast-on-again = Hecho: vuelves a recibir los mensajes del equipo a todos.
