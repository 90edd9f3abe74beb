### Awaiting native review.
### Véase en/dates.ftl. «Lapse» se dice aquí «desliz»: un hecho, nunca una vuelta a cero.

dates-span-h = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
}
dates-span-d = { $count ->
    [0] menos de un día
    [one] un día
   *[other] { $count } días
}
dates-span-w = { $count ->
    [one] una semana
   *[other] { $count } semanas
}
dates-span-m = { $count ->
    [one] un mes
   *[other] { $count } meses
}
dates-span-y = { $count ->
    [one] un año
   *[other] { $count } años
}

milestone-question = Hola, una pregunta breve sobre tu calendario.

    Hoy se cumple: **{ $span }**, contando desde el { $since }. ¿Sigue siendo así?
milestone-question-late = Hola, una pregunta breve sobre tu calendario.

    El { $day } se cumplió: **{ $span }**, contando desde el { $since }. ¿Sigue siendo así?
milestone-yes = Sí
milestone-change = Cambiar la fecha
    .words = cambiar
milestone-quiet = Anotarlo en silencio
    .words = en silencio
milestone-lapse = Anotar un desliz
milestone-kept = **{ $span }.** Qué bien que estés aquí. Esto queda entre tú y yo.
milestone-kept-quietly = Anotado, en silencio.

milestone-share = Compartirlo
milestone-chip = Llevar una ficha
milestone-preview = Estas palabras exactas estarían en la sala de tu comunidad, con tu nombre. Quien esté en esa sala puede leerlas, hasta que las retires.
milestone-post = Publicarlo
milestone-do-not-post = Mejor no
milestone-not-shared = De acuerdo. Queda entre tú y yo.
milestone-posted = Estará ahí en un momento. Puedes retirarlo cuando quieras, también con «date unshare».
milestone-take-back = Retirarlo
milestone-taken-back = Retirado. De tus fechas ya no hay nada en ninguna sala.
milestone-public = quiere compartir esto: { $span }.
milestone-chip-on = Tu ficha está en camino. Otras personas pueden verla; «date unchip» la quita cuando quieras.
milestone-chip-off = Quitar la ficha
milestone-chip-is-off = Ya no llevas ninguna ficha.

date-add-how = Una fecha puede ser cualquier cosa que te importe. Bastan un nombre y un día, por ejemplo **date add sin beber desde 3 de mayo de 2024**. Solo la ves tú.
date-add-button = Añadir una fecha
date-added = Guardado, solo para ti: { $name }, { $since }. Son: { $days }.
date-too-many = Guardo hasta { $most } fechas. «date remove» hace sitio.
date-needs = Una fecha necesita un nombre y un día, por ejemplo **date add sin beber desde 3 de mayo de 2024**.
date-changed = Cambiado: { $name }, { $since }.
date-goes-on = { $name } sigue contando desde el { $since }. Todo lo de antes se queda.
date-change-how = ¿Qué día debe tener { $name }?
date-day-button = Decir el día
date-which = ¿Cuál de tus fechas? Basta su nombre o su número en «date list».
date-list = Tus fechas. Esto solo lo ves tú.
date-list-empty = Aún no hay fechas. Si quieres, añade una; solo la ves tú.
date-line = { $number }. { $name }: { $days } desde el { $since }
date-line-shown = { $number }. { $name }: { $days } desde el { $since } (su nombre puede mostrarse)
date-history-button = Verlo todo
date-history = Todo, porque lo pediste. Aquí ningún desliz borra nada.
date-history-line = { $name }: { $total } en total; lo más largo seguido: { $longest }
date-history-empty = Aquí aún no hay nada, y está bien.
date-now-shown = El nombre { $name } puede estar ahora en tus imágenes y en lo que te envíe sobre ello.
date-now-hidden = El nombre { $name } ahora solo está en tu propia lista.
date-remove-sure = ¿Quito { $name } con todo lo suyo? No puedo recuperarlo.
date-remove-yes = Quitarlo
date-remove-no = Conservarlo
date-removed = Quitado.
date-stays = Se queda.

share-item-dates = tus fechas que pueden mostrarse

lapse-first = Gracias por decirlo. Primero: ¿estás a salvo ahora mismo?

    La tolerancia baja rápido, en pocos días: la cantidad de antes puede ser demasiada ahora. Si puedes, no te quedes a solas, y ten naloxona cerca si fue un opioide. Dejarlo otra vez de golpe, sobre todo alcohol, benzodiacepinas o GHB, puede necesitar atención médica; temblores, sudores, confusión o una convulsión son motivo para llamar a una ambulancia.
lapse-safe = Estoy a salvo
lapse-person = Quiero hablar con alguien
lapse-lines = Líneas de ayuda
lapse-people = Con gusto. Soy solo un programa. ¿Quién te vendría bien ahora?
lapse-team = El equipo
lapse-buddy = Mi buddy
lapse-kept = Es bueno saberlo. He anotado el { $day }, solo para ti; nadie se entera y no se te quita nada.
lapse-days-stay = Lo tuyo sigue siendo tuyo: { $days }.
lapse-which-date = ¿Tiene que ver con una de tus fechas? Basta con pulsar; otro día también vale.
lapse-day-button = Fue otro día
lapse-note-button = Añadir una nota
lapse-back-button = No guardarlo
lapse-note-kept = Guardado, solo para ti.
lapse-taken-back = Retirado; no guardo nada de ello.
lapse-about = Anotado con { $name }.
lapse-day-set = Anotado: { $day }; se sigue contando desde el { $on }.
lapse-line = Un desliz el { $day }
lapse-open = Desliz, { $day }

lapse-helped-question = Hola, una pregunta, y solo si te apetece.

    Hace poco me contaste un momento difícil. Pensando en días mejores: ¿qué ayudó entonces? Bastan unas palabras. Se quedan contigo y no vuelvo a preguntar.
lapse-helped-write = Escribirlo
lapse-helped-not-now = Ahora no
lapse-helped-kept = Guardado, para ti. Está en «date history».
lapse-helped-not = Está bien. No vuelvo a preguntar.

form-date-new = Una fecha que importa
form-date-new-name = ¿Cómo la llamas?
    .hint = Sin beber desde, salí del hospital; solo la ves tú
form-date-new-since = ¿Qué día fue?
    .hint = 3 de mayo de 2024, o ayer, o hace 30 días
form-date-day = Otro día
form-date-day-since = ¿Qué día es el correcto?
    .hint = 3 de mayo de 2024, o ayer, o hace 30 días
form-lapse-day = Cuándo fue
form-lapse-day-day = ¿Qué día fue?
    .hint = ayer, o lunes, o 3 de mayo
form-lapse-day-on = ¿Desde cuándo se cuentan días?
    .hint = Puede quedar vacío: desde ese día
form-lapse-note = Una nota para ti
form-lapse-note-words = Lo que quieras recordar
    .hint = La moderación no lo ve.
form-lapse-helped = Lo que ayudó antes
form-lapse-helped-words = Una persona, un lugar, algo que hacer
    .hint = La moderación no lo ve.

group-date = fechas que te importan
command-date-add = Añadir una fecha que te importa
    .example = date add sin beber desde 3 de mayo de 2024
command-date-change = Dar otro día a una fecha
    .example = date change sin beber desde 4 de mayo de 2024
command-date-list = Ver tus fechas
    .example = date list
    .words = mis fechas
command-date-remove = Quitar una fecha
    .example = date remove sin beber desde
command-date-hide = Dejar el nombre de una fecha solo en tu lista
    .example = date hide sin beber desde
command-date-show = Permitir que se muestre el nombre de una fecha
    .example = date show sin beber desde
command-date-history = Ver todos tus días y lo más largo seguido
    .example = date history
command-date-unshare = Retirar lo que compartiste de tus fechas
    .example = date unshare
command-date-unchip = Quitarte la ficha
    .example = date unchip
command-lapse = Contar un desliz; no se te quita nada
    .example = lapse ayer «un día largo, y nadie con quien hablar»
    .words = tuve un desliz, he tenido un desliz, desliz
argument-date = el nombre de una fecha, y un día donde haga falta
argument-lapse = cuándo fue, y una nota si quieres
