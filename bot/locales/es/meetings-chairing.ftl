# Véase en/meetings-chairing.ftl. Awaiting native review.

meeting-chair-needed = ¿Quién lleva **{ $name }** ({ $when })? Todavía no lo ha dicho nadie.
meeting-chair-soon = **{ $name }** ({ $when }) no tiene por ahora a nadie que la lleve. ¿Puede alguien ocuparse?
meeting-chair-now = **{ $name }** empieza, y nadie ha dicho que esté para llevarla. ¿Puede alguien ocuparse ahora?
meeting-chair-take = Yo puedo
meeting-chair-taken = **{ $name }** ({ $when }): alguien la lleva.
meeting-chair-yours = { $name } ({ $when }) es tuya. Te preguntaré 15 minutos antes si estás; «no puedo» también vale entonces.
meeting-chair-answer-here = Estoy aquí
meeting-chair-answer-cannot = No puedo
meeting-chair-thanks = Gracias. Hasta ahora mismo.
meeting-chair-released = Gracias por decirlo. Se pregunta a otra persona.
meeting-told-check = Lo tuyo de las { $time }: ¿vas a estar?
meeting-told-absent = Lo tuyo de las { $time }: por ahora no hay nadie que la lleve. Se ha preguntado al equipo. Esperar un poco está bien, e irse también.
command-meeting-host = Llevar una reunión
    .example = meeting host Nuevos viernes

meeting-chair-ahead = **{ $name }** todavía busca quien la lleve algunos días. ¿Te viene bien alguno?
meeting-rota = Quién lleva las reuniones en las próximas cuatro semanas:
meeting-rota-more = { $count ->
    [one] Y una más. «rota» con el nombre de una reunión muestra solo esa.
   *[other] Y { $count } más. «rota» con el nombre de una reunión muestra solo esa.
}
meeting-rota-none = Aquí ninguna reunión necesita a alguien que la lleve. «rota join» y el nombre de una reunión empieza un turno.
meeting-rota-open = nadie todavía
meeting-rota-you = tú
meeting-rota-somebody = alguien del equipo
meeting-rota-take = Yo puedo: { $when }
meeting-rota-joined = Estás en los turnos de { $name }. { $count ->
    [0] En las próximas cuatro semanas aún no te toca ninguna.
   *[other] Te tocan: { $dates }.
} Te preguntaré un día antes, y «no puedo» siempre vale. «rota leave» lo termina.
meeting-rota-left = Ya no tienes turnos en { $name }. Gracias por los que hiciste.
meeting-rota-freed = { $name } ({ $when }) vuelve a estar libre.
meeting-rota-falls = { $name } ({ $when }) le toca a la siguiente persona, y se le pregunta.
meeting-rota-nobody = Ese día no la lleva nadie.
meeting-chair-answer-fine = Me viene bien
meeting-chair-answer-take = Yo puedo
meeting-chair-answer-busy = Esta vez no
meeting-chair-fine = Bien. Preguntaré otra vez 15 minutos antes.
meeting-chair-not-now = De acuerdo.
meeting-told-turn = Lo tuyo de las { $time } del { $day }: te toca. ¿Te sigue viniendo bien?
meeting-told-standin = Lo tuyo de las { $time }: todavía no hay nadie. ¿Puedes ocuparte?
meeting-told-arrived = Lo tuyo de las { $time }: al final sí hay alguien.
meeting-told-freed = Lo tuyo de las { $time } del { $day }: ya no te toca. No queda nada por hacer.
command-rota-show = Ver quién lleva las reuniones en las próximas semanas
    .example = rota show Nuevos
command-rota-join = Llevar una reunión por turnos con otras personas
    .example = rota join Nuevos
command-rota-leave = No tener más turnos
    .example = rota leave Nuevos
command-rota-free = Que otra persona la lleve un día
    .example = rota free Nuevos viernes
group-rota = quién lleva las reuniones (equipo)

meeting-told-report = Lo tuyo de las { $time } ha terminado. Gracias por estar. ¿Unas palabras para el equipo, si quieres?
meeting-report-write = Escribir unas palabras
    .words = escribir
meeting-report-nothing = Nada que decir
    .words = nada
meeting-report-none = De acuerdo. Gracias por estar.
meeting-report-thanks = Gracias. El equipo lo tiene; yo no guardo nada.
meeting-report-heading = { $when }, contado por quien la llevó:
form-meeting-report = ¿Cómo fue?
form-meeting-report-came = Cuántas personas vinieron
    .hint = Basta un número, y sin nombres, por favor.
form-meeting-report-went = Cómo fue
form-meeting-report-look = Qué debería mirar el equipo
    .hint = Si alguien puede estar en peligro, no esperes: «help now».
