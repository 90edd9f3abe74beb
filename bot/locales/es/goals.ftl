### Awaiting native review.
### Véase en/goals.ftl.

goal-add-how = Una meta puede ser tan pequeña como quieras, por ejemplo **goal add un paseo dos días**. Solo la ves tú, y pregunto por ella una vez por semana como mucho.
goal-add-button = Añadir una meta
goal-added = Guardado, solo para ti. El { $day } pregunto cómo va; cualquier respuesta vale.
goal-too-many = Guardo hasta { $most } a la vez. Lo que está hecho o ya no se quiere hace sitio.
goal-which = ¿Cuál de tus metas? Basta su número o sus primeras palabras en «goal list».
goal-list = Lo que te gustaría hacer. Esto solo lo ves tú. { $done ->
    [0] {""}
    [one] Una ya está hecha.
   *[other] { $done } ya están hechas.
}
goal-list-empty = No hay metas abiertas, y tampoco hacen falta. { $done ->
    [0] {""}
    [one] Una está hecha.
   *[other] { $done } están hechas.
}
goal-review-day = Pregunto el { $day }.

goal-review = Hola, hoy es un día que elegiste para mirar algo.

    ¿Cómo va esto? Sea cual sea la respuesta, está bien.
goal-done = Hecho
goal-step-done = El próximo paso está hecho
goal-smaller = Un paso más pequeño
goal-keep = Como está
goal-other-day = Otro día
goal-changed-mind = He cambiado de idea
goal-beside = Junto a mi pregunta diaria
goal-apart = No junto a mi pregunta diaria
goal-is-beside = Estará junto a tu pregunta diaria. No se espera nada.
goal-is-apart = Ya no está junto a tu pregunta diaria.
goal-beside-line = Para hoy, si encaja: { $words }
goal-is-done = Hecho. Eso es tuyo.
goal-is-let-go = Está bien. Tú sabes mejor qué encaja.
goal-step-is-done = Anotado: un paso.
goal-kept = De acuerdo. Vuelvo a preguntar el { $day }.
goal-smaller-kept = Un paso más pequeño cuenta igual. Pregunto el { $day }.
goal-remove-sure = ¿Quito esto con sus pasos? No puedo recuperarlo.
goal-remove-yes = Quitarlo
goal-remove-no = Conservarlo
goal-removed = Quitado.
goal-stays = Se queda.

form-goal-new = Una meta pequeña
form-goal-new-words = ¿Qué te gustaría?
    .hint = un paseo dos días
form-goal-new-step = Un primer paso pequeño
    .hint = puede quedar vacío: dejar los zapatos a mano
form-goal-new-review = ¿Cuándo lo miramos?
    .hint = puede quedar vacío: en una semana
form-goal-step = Un paso más pequeño
form-goal-step-words = ¿Qué paso sería lo bastante pequeño?
    .hint = cinco minutos por el barrio
form-goal-day = Otro día
form-goal-day-review = ¿Cuándo lo miramos?
    .hint = viernes, o en dos semanas

group-goal = pequeñas metas propias
command-goal-add = Guardar una meta pequeña, si quieres una
    .example = goal add un paseo dos días
command-goal-list = Ver tus metas
    .example = goal list
    .words = mis metas
command-goal-done = Decir que una meta está hecha
    .example = goal done 1
command-goal-remove = Quitar una meta
    .example = goal remove 1
argument-goal = tus palabras, o el número de una meta
