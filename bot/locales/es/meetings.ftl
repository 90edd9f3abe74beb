# Véase en/meetings.ftl. Awaiting native review.

meeting-ask-zone = ¿Qué zona horaria es? El archivo no la dice.
meeting-ask-zone-unknown = ¿Qué zona horaria es? La del archivo no se conoce.
meeting-ask-zone-suggested = ¿La zona horaria es { $zone }? Sale del lugar; el archivo no la dice.
meeting-ask-zone-place = ¿Qué zona horaria es la correcta? El archivo dice { $zone }, pero el lugar tiene la hora de { $place }.
meeting-ask-zone-utc = ¿Debe ir según UTC? Entonces se mueve una hora en primavera y en otoño.
meeting-ask-day = ¿Qué día es? El archivo no lo dice, o dice uno que no existe.
meeting-ask-time = ¿A qué hora es? El archivo no dice ninguna hora.
meeting-ask-length = ¿Cuánto dura? El archivo no lo dice; se suponen 60 minutos.
meeting-ask-pattern = ¿Es todas las semanas? El texto dice «{ $words }».
meeting-ask-closed = ¿Tiene lugar ahora? El texto dice «{ $words }».
meeting-ask-link-in-text = ¿La gente se reúne en línea con el enlace del texto ({ $host })?
meeting-ask-link-unclear = ¿Cuál es el enlace? Lo que hay en su lugar no es una dirección web.
meeting-ask-start = ¿Cuándo es en realidad? La próxima fecha del archivo no encaja con su día y su hora.

meeting-refused-no-object = No es un registro con campos.
meeting-refused-no-name = No tiene nombre.
meeting-refused-twice = Otro registro del archivo tiene el mismo identificador.
meeting-refused-keys-twice = Dice lo mismo dos veces; puede que se hayan mezclado dos reuniones.
meeting-refused-too-long = Es mucho más largo de lo que sería una reunión.
meeting-refused-archived = La fuente lo ha archivado o borrado.
meeting-refused-unpublished = La fuente no lo ha publicado.
meeting-refused-cancelled = Está cancelada.
meeting-refused-no-start = No tiene comienzo.
meeting-refused-rule = La repetición no se puede leer, o se da más de una vez al día o nunca.
meeting-refused-two-rules = Tiene varias repeticiones en una; haz de cada una su propia reunión.
meeting-refused-later-ones = Cambia «esta y todas las siguientes»; haz de las siguientes su propia reunión.
meeting-refused-broken = No está escrito como debe estar un evento de calendario.

meeting-import-unreadable = No puedo leer reuniones de ese archivo. Sirven Meeting Guide, BMLT y archivos de calendario (.ics).

meeting-when-unclear = No entiendo cuándo es. Sirve algo como **cada martes a las 19:00**, **primer y tercer jueves a las 19:30** o **4 de diciembre a las 18:00**.
meeting-when-no-time = Los días están claros, la hora todavía no. Sirve algo como **cada martes a las 19:00**.
meeting-when-no-day = ¿Qué día empieza? Sirve algo como **cada martes a las 19:00** o **cada semana desde el 4 de diciembre a las 19:00**.
meeting-zone-unclear = Eso puede ser más de una hora. ¿De qué ciudad es: { $cities }? Escríbela detrás de la hora, como **cada martes a las 19:00, hora de Madrid**.
meeting-rule-unclear = No puedo llevar una reunión que se repite así. Sirve algo como **cada dos jueves a las 19:00** o **cada mes el día 15 a las 18:00**.
meeting-rule-empty = No hay ninguna fecha así en el calendario. Sirve algo como **cada mes el día 15 a las 18:00**.

meeting-says-once = { $day } a las { $time }
meeting-says-daily = { $count ->
    [1] cada día a las { $time }
    [2] un día sí y otro no a las { $time }
   *[other] cada { $count } días a las { $time }
}
meeting-says-workdays = de lunes a viernes a las { $time }
meeting-says-weekly = { $count ->
    [1] cada { $days } a las { $time }
    [2] una semana sí y otra no, { $days }, a las { $time }
   *[other] cada { $count } semanas, { $days }, a las { $time }
}
meeting-says-monthly-weekday = { $count ->
    [1] el { $which } de cada mes a las { $time }
   *[other] el { $which } de cada { $count } meses a las { $time }
}
meeting-says-monthly-date = { $count ->
    [1] el día { $dates } de cada mes a las { $time }
   *[other] el día { $dates } de cada { $count } meses a las { $time }
}
meeting-says-last-day = { $count ->
    [1] el último día de cada mes a las { $time }
   *[other] el último día de cada { $count } meses a las { $time }
}
meeting-says-last-workday = { $count ->
    [1] el último día laborable de cada mes a las { $time }
   *[other] el último día laborable de cada { $count } meses a las { $time }
}
meeting-says-yearly = cada año el { $day } a las { $time }
meeting-says-other = en días con un orden propio a las { $time }
meeting-says-until = { $rule }, hasta el { $day }
meeting-says-count = { $rule }, { $count ->
    [1] una vez
   *[other] { $count } veces
}

meeting-nth-1 = primer
meeting-nth-2 = segundo
meeting-nth-3 = tercer
meeting-nth-4 = cuarto
meeting-nth-5 = quinto
meeting-nth-last = último
meeting-nth-last-but-one = penúltimo
