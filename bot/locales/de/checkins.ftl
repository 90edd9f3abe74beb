### Awaiting native review.
### Siehe en/checkins.ftl. Das Wort „Check-in“ heißt hier „tägliche Frage“.

checkin-question = Hallo, es ist deine Zeit: { $hour }.

    Welches Wort passt am besten? Nichts wird erwartet.
checkin-question-now = Welches Wort passt gerade am besten?

checkin-word-good = gut
checkin-word-okay = okay
checkin-word-mixed = gemischt
checkin-word-low = bedrückt
checkin-word-rough = schwer
checkin-word-skip = heute nicht
checkin-later = frag später

checkin-thanks = Notiert: { $word }. Danke.
checkin-thanks-changed = Geändert: { $word }.
checkin-thanks-skip = Dann heute nicht. Auch das ist eine Antwort.
checkin-thanks-hard = Notiert: { $word }. Danke, dass du es mir sagst. Solche Tage dürfen hier sein.
checkin-hard-offer = Ich bin nur ein Programm, darum: Würde ein Mensch helfen, oder etwas Kleines zum Ausprobieren? Es ist auch gut, wenn nicht.
checkin-add-note = Notiz dazu
    .words = notiz
checkin-change-word = Anderes Wort
    .words = ändern
checkin-change = Welches Wort passt besser?
checkin-taken-back = Zurückgenommen; für diesen Tag ist nichts notiert. Welches Wort passt am besten?
checkin-taken-back-note = Deine Notiz bleibt, und das Wort dazu auch, bis du ein anderes wählst. Welches passt am besten?
checkin-day-closed = Dieser Tag liegt zu weit zurück, ihn kann ich nicht mehr ändern. Welches Wort passt heute?

checkin-later-when = Gern. Wann?
checkin-later-1h = In einer Stunde
    .words = 1 h, 1h, in 1 h, 1 stunde, eine stunde
checkin-later-3h = In drei Stunden
    .words = 3 h, 3h, in 3 h, 3 stunden, drei stunden
checkin-later-tonight = Heute Abend
    .words = abends, am abend
checkin-later-set = Ich frage um { $at } noch einmal.

checkin-notes-ask = Soll ich Notizen für dich aufheben? Sie werden mit einem eigenen Schlüssel nur für dich verschlüsselt, die Moderation sieht sie nicht, und „checkin notes off“ entfernt sie alle. Solange du nicht Ja sagst, hebe ich keine auf.
checkin-notes-yes = Ja, heb sie auf
    .words = ja
checkin-notes-no-thanks = Nein, danke
    .words = nein
checkin-notes-on = Ab jetzt hebe ich deine Notizen auf. Eine von vor diesem Ja habe ich nicht behalten, schick sie also bitte noch einmal.
checkin-notes-no = In Ordnung, keine Notizen.
checkin-notes-off = Deine Notizen sind entfernt, und ich hebe keine mehr auf.
checkin-note-kept = Für dich aufgehoben.
checkin-note-needs-word = Eine Notiz gehört zum Wort eines Tages. Welches passt am besten? Danach schick die Notiz bitte noch einmal.
form-note = Eine Notiz für dich
form-note-words = Was du dir merken möchtest
    .hint = Die Moderation sieht es nicht.

checkin-time-set = Erledigt. Deine nächste Frage: { $next }.
checkin-days-set = Erledigt: { $days }. Deine nächste Frage: { $next }.
checkin-days-unclear = Diese Tage habe ich nicht erkannt. Es geht zum Beispiel „werktags“, „jeden Tag“ oder „Mo, Mi, Fr“.
checkin-days-every = jeden Tag, täglich, alle
checkin-days-weekdays = werktags, wochentags, Werktage, Mo-Fr
checkin-days-weekend = Wochenende, am Wochenende, Wochenenden
checkin-prompt-set = Erledigt. Ich stelle deine eigenen Worte dazu.
checkin-prompt-ours = Erledigt. Eine kleine Frage von uns oder aus deiner Gemeinschaft steht dabei, jeden Tag eine andere.
checkin-prompt-none = Erledigt. Nur die Wörter zur Auswahl, und nichts dazu.
checkin-paused = Ich mache Pause. Am { $until } frage ich wieder, nicht vorher.
checkin-paused-open = Ich mache Pause und warte, bis du „checkin resume“ sagst.
checkin-resume-button = Wieder fragen
checkin-resumed = Gern. Deine nächste Frage: { $next }.
checkin-no-plan = Du hast noch keine tägliche Frage. „start“ richtet sie ein.

# One post a day in a channel, for all to read; only whoever presses sees what follows.
checkin-post = Guten Tag zusammen. Wer mag, kann hier einchecken; was du antwortest, siehst nur du.
checkin-post-button = Einchecken

# After "checkin where".
checkin-where-dm = Gut. Ich frage dich in Direktnachrichten.
checkin-where-channel = Gut. Ich schreibe dir nicht mehr täglich; stattdessen steht im Kanal ein Beitrag mit einem Knopf. Was du antwortest, siehst nur du.
checkin-where-thread = Gut. Ich frage dich in einem privaten Thread. Das Team kann dort mitlesen, darum lasse ich deine eigene Frage weg; was du antwortest, siehst nur du.
checkin-where-missing = Das gibt es hier nicht, darum frage ich dich in Direktnachrichten.
# To somebody whose direct messages are closed, and who is in a channel now.
checkin-where-offer = Deine Direktnachrichten sind für mich zu, darum erreicht dich meine tägliche Frage dort nicht. Passt dir ein anderer Ort?
checkin-where-channel-button = Der Beitrag im Kanal
checkin-where-thread-button = Ein privater Thread

checkin-history = { $month ->
    [0] { $total ->
        [one] Ein Tag insgesamt
       *[other] { $total } Tage insgesamt
    }
    [one] Ein Tag in diesem Monat, { $total } insgesamt
   *[other] { $month } Tage in diesem Monat, { $total } insgesamt
}. Am längsten am Stück: { $longest ->
    [one] ein Tag
   *[other] { $longest } Tage
}.
checkin-history-empty = Hier ist noch nichts, und das ist gut so. Mit deinem ersten Wort fängt es an.

command-checkin-now = Gleich sagen, wie es dir geht
    .example = checkin now
    .name = jetzt
command-checkin-time = Deine Uhrzeit aussuchen
    .example = checkin time 9:30
    .name = uhrzeit
command-checkin-days = Deine Tage aussuchen
    .example = checkin days Mo, Mi, Fr
    .name = tage
command-checkin-where = Wähle, wo du gefragt wirst
    .example = checkin where dm
    .name = ort
command-checkin-prompt = Eine eigene Frage dazustellen
    .example = checkin prompt „Was lief gut?“
    .name = frage
command-checkin-pause = Die tägliche Frage ruhen lassen
    .example = checkin pause bis Freitag
    .name = pause
command-checkin-resume = Die tägliche Frage fortsetzen
    .example = checkin resume
    .name = weiter
command-checkin-notes = Notizen aufheben oder alle entfernen
    .example = checkin notes off
    .name = notizen
command-note = Eine Notiz zum heutigen Tag
    .example = note „gut geschlafen, mit Sam telefoniert“
    .name = notiz
    .words = notiz
argument-at = eine Uhrzeit, etwa 9:30 oder 19 Uhr
argument-days = Tage, etwa werktags oder Mo, Mi
argument-words = deine Worte
argument-keep = on (aufheben) oder off (entfernen)
argument-spot = dm, channel oder thread
argument-spot-dm = Direktnachrichten
argument-spot-channel = der tägliche Beitrag im Kanal
argument-spot-thread = ein privater Thread
