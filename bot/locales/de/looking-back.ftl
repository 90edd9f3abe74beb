### Awaiting native review.
### Siehe en/looking-back.ftl.

looking-back-lighter = Leichter als sonst: { $times }.
looking-back-heavier = Schwerer als sonst: { $times }.
looking-back-weeks = Die leichteste Woche begann am { $lightest }, die schwerste am { $heaviest }.
looking-back-morning = morgens
looking-back-afternoon = nachmittags
looking-back-evening = abends
looking-back-night = nachts

looking-back-drawing = Ein Bild davon folgt gleich hier.
looking-back-drawing-direct = Ein Bild davon folgt gleich in deinen Direktnachrichten.
looking-back-here = Hier ist das Bild, um das du gebeten hast.
looking-back-page-here = Hier ist die Seite, um die du gebeten hast. Wem du sie zeigst, entscheidest du.
looking-back-not-drawn = Das konnte ich gerade nicht zeichnen; das liegt an mir, nicht an dir. Frag bitte später noch einmal; deine Tage sind alle da.
looking-back-still-drawing = Ich zeichne noch, worum du vorhin gebeten hast; es kommt gleich.
looking-back-title = Deine Tage
looking-back-page-title = Tägliche Fragen
looking-back-span = { $first } bis { $last } · { $days ->
    [one] eine Antwort
   *[other] { $days } Antworten
}
looking-back-by-day = Tag für Tag
looking-back-by-week = Woche für Woche
looking-back-days = Jeder Tag
looking-back-times = Zeiten, neben dem Üblichen
looking-back-above = leichter
looking-back-usual = üblich
looking-back-below = schwerer
looking-back-no-answer = keine Antwort
looking-back-too-few = Uhrzeiten: wann geantwortet wurde. Ein kleiner Kreis: zu wenige Tage.
looking-back-in-words = In Worten
looking-back-notes = Notizen, neueste zuerst
looking-back-more-notes = Weitere Notizen, die hier keinen Platz finden: #
looking-back-page-footer = Jeder Tag wurde mit einem von fünf Wörtern beantwortet: { $levels }; oder mit „heute nicht“. Erzählt von der Person selbst, so oft sie mochte. Mittelwerte zählen die Wörter als gleich große Schritte, und das ist grob. Dies ist keine Diagnose.
looking-back-alt = Diagramm deiner Antworten vom { $first } bis { $last }, { $days ->
    [one] eine Antwort
   *[other] { $days } Antworten
}: { $words }.
looking-back-alt-dates = Markiert: { $dates }.

looking-back-weeks-unclear = Wie viele Wochen? Eine Zahl von 1 bis { $most }, etwa „checkin history 12“.

looking-back-summary-on = Gern: einmal in der Woche, zuerst { $next }, und nur über deine eigenen Tage. Eine Woche ohne Wort bleibt still. „checkin summary off“ beendet es.
looking-back-summary-off = Gut, keine wöchentlichen Rückblicke mehr.
looking-back-summary-day-unclear = Diesen Tag habe ich nicht erkannt. „checkin summary on Sonntag“ geht.
looking-back-summary = Der Rückblick, um den du gebeten hast.

    { $days ->
        [one] Eine Antwort
       *[other] { $days } Antworten
    } in sieben Tagen: { $words }.
looking-back-summary-lighter = Neben deinen vier Wochen davor war diese etwas leichter.
looking-back-summary-heavier = Neben deinen vier Wochen davor war diese etwas schwerer.
looking-back-summary-same = Ähnlich wie deine vier Wochen davor.
looking-back-summary-see = Mehr ansehen
    .words = mehr
looking-back-summary-end = Keine mehr davon
    .words = keine mehr

looking-back-export-file = Hier ist die Datei, um die du gebeten hast. Wem du sie zeigst, entscheidest du.
looking-back-export-direct = Ich habe sie dir als Direktnachricht geschickt.
looking-back-export-drawing = Ich mache die Seite; sie kommt gleich als Direktnachricht.
looking-back-export-alt = Deine Antworten als Datei

looking-back-counts = In der Woche ab { $week } haben etwa { $members } Mitglieder an einem Tag oder mehreren geantwortet.

    Mehr sage ich niemandem über die täglichen Fragen. Die Zahl ist auf Fünfer abgerundet, entsteht einmal in der Woche und bleibt, wie sie war, bis mindestens fünf mehr oder weniger geantwortet haben.
looking-back-counts-few = In der Woche ab { $week } haben zu wenige geantwortet, als dass ich eine Zahl nennen könnte; ich nenne sie bei mehr als fünf, und nur, wenn sie sich um fünf geändert hat.
looking-back-counts-nowhere = Frag mich das bitte in einem Kanal deiner Gemeinschaft.

command-checkin-history = Deine Tage ansehen
    .example = checkin history 12
    .name = verlauf
    .words = verlauf, meine tage
argument-weeks = wie viele Wochen
command-checkin-summary = Einmal in der Woche ein Rückblick, oder nicht
    .example = checkin summary on Sonntag
argument-weekly = on (an) oder off (aus)
argument-weekday = an welchem Wochentag
command-checkin-export = Deine Antworten als Datei mitnehmen
    .example = checkin export pdf
argument-format = csv, json, pdf oder png
argument-own-words = mit deinen Notizen darin oder ohne
command-checkin-counts = Wie viele letzte Woche geantwortet haben
    .example = checkin counts
