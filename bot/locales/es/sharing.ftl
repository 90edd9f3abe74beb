### Awaiting native review.
### Véase en/sharing.ftl.

share-words-buddy = mi buddy, buddy, mis buddies
share-words-here = aquí, este canal, esta sala
share-words-with = con, a
share-words-for = durante, por, para
share-words-until = hasta, hasta el
share-words-one = un, una, uno
share-words-day = día, días
share-words-week = semana, semanas
share-words-month = mes, meses

share-item-today = la palabra del día
share-item-note = la nota del día
share-item-week = la semana en palabras

share-reader-buddy = tu buddy
share-reader-channel = quienes están en ese canal
share-reader-gone = alguien que ya no está
share-owner-buddy = Tu buddy

share-preview = Todavía no se comparte nada. Esto es lo que sería: { $item }, para { $who }, hasta el final del { $until }.
share-preview-now = Ahora se vería:
share-preview-empty = Todavía no hay nada de hoy; hasta que lo haya no se vería nada.
share-preview-later = Y cada día hasta el { $until } lo que anotes entonces, sin que vuelva a preguntarte.
share-preview-who = Nadie más lo ve, tampoco el equipo, y puedes retirarlo en cualquier momento. Lo que alguien ya ha leído o copiado no se puede retirar.
share-yes = Compartirlo
    .words = sí, compartir
share-no = Dejarlo
    .words = no, cancelar
share-done = Compartido, hasta el final del { $until }. «share history» muestra quién lo ha visto.
share-not-done = Queda como estaba; no se ha compartido nada.
share-changed = Algo ha cambiado desde que lo miraste; así sería ahora. Todavía no se comparte nada.
share-already = Eso ya se comparte. «share list» lo muestra.
share-too-many = Compartes { $most } cosas y no cabrían más en una lista. «share stop» termina alguna.

share-unclear = Necesito saber con quién y, si quieres, hasta cuándo. Por ejemplo: share today con mi buddy durante una semana
share-nobody = No conozco a nadie con ese nombre con quien puedas compartir aquí. Lo mejor es mencionar su cuenta, y tenéis que ser miembros de la misma comunidad.
share-no-buddy = Ahora mismo no tienes buddy. «buddy join» busca uno.
share-not-here = Con un canal funciona donde lo dices: ve al canal y di allí «share today aquí».

share-list-mine = Compartes:
share-list-theirs = Comparten contigo:
share-list-empty = No compartes nada, y nadie comparte nada contigo.
share-line = { $item }, para { $who }, hasta el { $until }
share-line-from = { $who }: { $item }, hasta el { $until }
share-stop-one = Terminar: { $item }, { $who }
share-see-one = Ver: { $item }, { $who }
share-stop-all = Terminarlo todo
share-stop-which = ¿Qué quieres que termine?
share-none = Ahora mismo no compartes nada.
share-taken-back = Retirado: ya nadie puede abrirlo. Lo que lo mostraba se está borrando, donde se me permite. No puedo retirar lo que se leyó, se copió o mostró una notificación; «share history» dice qué se abrió.
share-taken-back-unseen = Retirado. Hasta donde sé, no había llegado nada a ningún sitio.
share-history = Quién ha visto lo que compartes, hasta donde sé:
share-history-empty = Hasta donde sé, nadie ha visto nada de lo que compartes.
share-seen-opened = { $at }: { $who } abrió { $item }
share-seen-delivered = { $at }: { $item } llegó a { $who }
share-seen-channel = { $at }: { $item } estuvo en un canal

share-card = Hay algo para que lo mires cuando quieras.

    { $who } te muestra { $item }, hasta el { $until }. Si lo abres, podrá ver que lo hiciste.
share-see = Mirar
    .words = mirar, ver
share-see-again = Mirar otra vez
share-mute = No más de esto
    .words = silenciar
share-opened = { $who } te muestra:
share-opened-until = Solo para ti, hasta el { $until }. Déjalo aquí, por favor.
share-nothing-yet = Todavía nada de hoy.
share-coming = Va de camino a tus mensajes directos.
share-post = { $who } quiere compartir esto aquí:
share-over = Eso ya no se muestra.
# What a reader sees of the week. $first, $last (days), $words (text): how often which word was given;
# $days (number): with an answer.
share-week = Del { $first } al { $last }: { $days ->
    [one] un registro. { $words }
   *[other] { $days } registros. { $words }
}
share-muted = Ya no te avisaré de lo que comparta, y no se le dice.
share-unmute = Avísame otra vez
    .words = avisar
share-unmuted = Te avisaré otra vez cuando comparta algo.

argument-shared = Qué: today, note, week o dates
argument-whom = Con quién, y hasta cuándo
group-share = mostrar algo tuyo por un tiempo
command-share-new = Mostrar algo tuyo a un buddy, un miembro o un canal; lo ves antes
    .words = compartir
    .example = share today con mi buddy durante una semana
command-share-list = Ver lo que compartes y lo que comparten contigo
    .example = share list
command-share-stop = Retirar lo que compartes
    .words = dejar de compartir
    .example = share stop
command-share-history = Ver quién ha visto lo que compartes
    .example = share history
