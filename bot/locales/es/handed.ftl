### Awaiting native review.
### Véase en/handed.ftl.

command-buddy-words = Entregar lo que alguien te escribió, después de avisar al equipo
    .example = buddy words
command-buddies-words = Leer palabras entregadas; hacen falta dos de vosotros
    .example = buddies words

handed-button = Entregar lo que se escribió
    .words = palabras, entregar
handed-how =
    Si quieres, puedes entregar lo que os escribisteis. No hace falta, y tu aviso vale sin ello.

    No guardo las palabras que he llevado, así que copia en el campo lo que importe. Nadie del equipo puede abrirlo por su cuenta: una persona que modera lo pide y dice por qué, otra tiene que estar de acuerdo, y entonces lo leen las dos, una vez. Después se borra, y a los 14 días en todo caso.

    Conviene que lo sepas: a los dos se os dice después que se leyeron palabras y cuántas personas, nunca quién. Quien las escribió puede imaginar que las entregaste tú.
handed-hand = Entregar palabras
handed-keep = Mejor no
    .words = no, guardar
handed-kept = No se ha entregado nada. Tu aviso queda como está.
handed-done = Gracias. Queda cifrado hasta que dos personas del equipo acuerden leerlo, o 14 días. Si estás en peligro, «help now» muestra quién puede ayudar ahora mismo.
handed-no-report = Esto va con un aviso de las últimas dos semanas. Con «buddy report» se lo cuentas al equipo; después puedes entregar palabras, si quieres.
handed-too-much = El equipo tiene bastante tuyo que leer por ahora. Cuando lo haya leído, puedes entregar más.

form-handed-words = Lo que se escribió
form-handed-words-words = Las palabras que importan
    .hint = Copiadas de tu chat; 1500 caracteres como mucho.

handed-waits = Alguien ha entregado palabras con un aviso sobre dos personas emparejadas. «buddies words» lleva hasta ellas; hacen falta dos de vosotros.
handed-asked-for = Una persona del equipo quiere leer palabras entregadas. Hace falta otra que modere, en 24 horas: «buddies words».
handed-nothing = No hay nada entregado que te espere.
handed-shown = Palabras entre dos personas emparejadas, entregadas el { $day }: { $length } caracteres. { $count ->
        [one] No espera nada más.
       *[other] En total esperan { $count }.
    } Para leerlas hacen falta dos: lo pides tú y dices por qué, y otra persona está de acuerdo en 24 horas. Entonces las leéis las dos una vez, y se borran. Los dos miembros saben que las leyeron dos personas del equipo, no quiénes. Ambas cosas quedan en el registro del equipo.
handed-ask = Pedir leerlas
handed-agree = De acuerdo, leer
    .words = de acuerdo, sí
handed-leave = Dejarlo
    .words = no, dejar
handed-left = No se ha leído nada. Queda donde está.
handed-asked = Lo has pedido. En cuanto otra persona que modera esté de acuerdo, las palabras te llegan en un mensaje directo; hasta { $until }, después alguien tiene que pedirlo de nuevo.
handed-second = Otra persona que modera quiere leer palabras entre dos personas emparejadas. Tu sí vale hasta { $until }: entonces las leéis las dos, una vez. Su motivo:
handed-read = Tal como se entregaron con un aviso; no puedo comprobarlas y no guardo nada de ellas. Se dice que las escribió:
handed-gone = Ya no están: las leyeron dos de vosotros, o se dejaron ir.
status-handed = { $count ->
        [one] Hay palabras entregadas con un aviso que esperan a dos de vosotros: «buddies words».
       *[other] Hay palabras entregadas con { $count } avisos que esperan a dos de vosotros: «buddies words».
    }

form-handed-reason = Leer lo entregado
form-handed-reason-reason = Por qué hace falta
    .hint = Lo lee otra persona que modera; nadie más.

buddy-told-read = Una nota para ti, no hay nada que hacer.

    Palabras que os escribisteis tú y otra persona emparejada contigo se entregaron al equipo con un aviso, y dos personas del equipo las han leído. No se dice quiénes. No guardo nada de esas palabras. «share history» muestra cuándo fue; «team» llega al equipo.
share-reader-team = alguien del equipo
share-item-relayed = palabras entregadas entre tú y otra persona
