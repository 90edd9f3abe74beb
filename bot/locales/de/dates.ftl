### Awaiting native review.
### Siehe en/dates.ftl. „Lapse“ heißt hier „Ausrutscher“: eine Tatsache, kein Zurück auf null.

dates-span-h = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
}
dates-span-d = { $count ->
    [0] weniger als ein Tag
    [one] ein Tag
   *[other] { $count } Tage
}
dates-span-w = { $count ->
    [one] eine Woche
   *[other] { $count } Wochen
}
dates-span-m = { $count ->
    [one] ein Monat
   *[other] { $count } Monate
}
dates-span-y = { $count ->
    [one] ein Jahr
   *[other] { $count } Jahre
}

milestone-question = Hallo, eine kurze Frage zu deinem Kalender.

    Heute sind es **{ $span }**, gezählt ab { $since }. Stimmt das noch?
milestone-question-late = Hallo, eine kurze Frage zu deinem Kalender.

    Am { $day } waren es **{ $span }**, gezählt ab { $since }. Stimmt das noch?
milestone-yes = Ja
milestone-change = Datum ändern
    .words = ändern
milestone-quiet = Still notieren
    .words = still
milestone-lapse = Einen Ausrutscher notieren
milestone-kept = **{ $span }.** Gut, dass du da bist. Das bleibt unter uns.
milestone-kept-quietly = Still notiert.

milestone-share = Teilen
milestone-chip = Einen Chip tragen
milestone-preview = Genau diese Worte stünden im Raum deiner Gemeinschaft, mit deinem Namen. Wer in dem Raum ist, kann sie lesen, bis du sie zurücknimmst.
milestone-post = So teilen
milestone-do-not-post = Lieber nicht
milestone-not-shared = In Ordnung. Es bleibt unter uns.
milestone-posted = Es steht gleich dort. Du kannst es jederzeit zurücknehmen, auch mit „date unshare“.
milestone-take-back = Zurücknehmen
milestone-taken-back = Zurückgenommen. Von deinen Daten steht in keinem Raum mehr etwas.
milestone-public = möchte das mit euch teilen: { $span }.
milestone-chip-on = Dein Chip ist unterwegs. Andere können ihn sehen; „date unchip“ nimmt ihn jederzeit ab.
milestone-chip-off = Chip abnehmen
milestone-chip-is-off = Du trägst keinen Chip mehr.

date-add-how = Ein Datum kann alles sein, was dir wichtig ist. Ein Name und ein Tag genügen, etwa **date add nüchtern seit 3. Mai 2024**. Nur du siehst es.
date-add-button = Ein Datum hinzufügen
date-added = Aufgehoben, nur für dich: { $name }, { $since }. Das macht: { $days }.
date-too-many = Ich hebe bis zu { $most } Daten auf. „date remove“ schafft Platz.
date-needs = Ein Datum braucht einen Namen und einen Tag, etwa **date add nüchtern seit 3. Mai 2024**.
date-changed = Geändert: { $name }, { $since }.
date-goes-on = { $name } zählt weiter ab { $since }. Alles davor bleibt.
date-change-how = Welchen Tag soll { $name } haben?
date-day-button = Den Tag nennen
date-which = Welches deiner Daten meinst du? Sein Name oder seine Nummer in „date list“ genügt.
date-list = Deine Daten. Nur du siehst das.
date-list-empty = Noch keine Daten. Wenn du magst, füge eines hinzu; nur du siehst es.
date-line = { $number }. { $name }: { $days } seit { $since }
date-line-shown = { $number }. { $name }: { $days } seit { $since } (der Name darf gezeigt werden)
date-history-button = Das ganze Bild
date-history = Alles zusammen, weil du gefragt hast. Kein Ausrutscher löscht hier etwas.
date-history-line = { $name }: insgesamt { $total }; am längsten am Stück: { $longest }
date-history-empty = Hier ist noch nichts, und das ist gut so.
date-now-shown = Der Name { $name } darf jetzt in deinen Bildern stehen und in dem, was ich dir dazu schicke.
date-now-hidden = Der Name { $name } steht jetzt nur noch in deiner eigenen Liste.
date-remove-sure = Soll ich { $name } mit allem, was dazugehört, entfernen? Zurückholen kann ich es nicht.
date-remove-yes = Entfernen
date-remove-no = Behalten
date-removed = Entfernt.
date-stays = Es bleibt.

share-item-dates = deine Daten, die gezeigt werden dürfen

lapse-first = Danke, dass du es sagst. Zuerst: Bist du gerade in Sicherheit?

    Die Toleranz sinkt schnell, in wenigen Tagen: Die Menge von früher kann jetzt zu viel sein. Sei möglichst nicht allein, und hab Naloxon in der Nähe, wenn es ein Opioid war. Plötzlich wieder aufzuhören, vor allem mit Alkohol, Benzodiazepinen oder GHB, kann einen Arzt brauchen; Zittern, Schwitzen, Verwirrtheit oder ein Krampfanfall sind ein Grund, den Rettungsdienst zu rufen.
lapse-safe = Ich bin sicher
lapse-person = Ich möchte einen Menschen
lapse-lines = Hilfetelefone
lapse-people = Gern. Ich bin nur ein Programm. Wer täte dir jetzt gut?
lapse-team = Das Team
lapse-buddy = Mein Buddy
lapse-kept = Gut zu wissen. Ich habe { $day } notiert, nur für dich; niemand erfährt davon, und nichts wird dir weggenommen.
lapse-days-stay = Was du hast, bleibt deins: { $days }.
lapse-which-date = Geht es um eines deiner Daten? Ein Druck genügt; ein anderer Tag geht auch.
lapse-day-button = Es war ein anderer Tag
lapse-note-button = Notiz dazu
lapse-back-button = Nicht aufheben
lapse-note-kept = Aufgehoben, nur für dich.
lapse-taken-back = Zurückgenommen; ich behalte nichts davon.
lapse-about = Bei { $name } notiert.
lapse-day-set = Notiert: { $day }; weiter gezählt ab { $on }.
lapse-line = Ein Ausrutscher am { $day }
lapse-open = Ausrutscher, { $day }

lapse-helped-question = Hallo, eine Frage, und nur, wenn du magst.

    Vor Kurzem hast du mir von einem schweren Moment erzählt. Wenn du an bessere Tage denkst: Was hat damals geholfen? Ein paar Worte genügen. Sie bleiben bei dir, und ich frage nicht noch einmal.
lapse-helped-write = Aufschreiben
lapse-helped-not-now = Jetzt nicht
lapse-helped-kept = Für dich aufgehoben. Es steht in „date history“.
lapse-helped-not = Das ist in Ordnung. Ich frage nicht noch einmal.

form-date-new = Ein Datum, das zählt
form-date-new-name = Wie nennst du es?
    .hint = Nüchtern seit, aus der Klinik; nur du siehst es
form-date-new-since = Welcher Tag war das?
    .hint = 3. Mai 2024, oder gestern, oder vor 30 Tagen
form-date-day = Ein anderer Tag
form-date-day-since = Welcher Tag stimmt?
    .hint = 3. Mai 2024, oder gestern, oder vor 30 Tagen
form-lapse-day = Wann es war
form-lapse-day-day = Welcher Tag war das?
    .hint = gestern, oder Montag, oder 3. Mai
form-lapse-day-on = Ab wann zählen Tage wieder?
    .hint = Darf leer bleiben: ab diesem Tag
form-lapse-note = Eine Notiz für dich
form-lapse-note-words = Was du dir merken möchtest
    .hint = Die Moderation sieht es nicht.
form-lapse-helped = Was früher geholfen hat
form-lapse-helped-words = Ein Mensch, ein Ort, etwas zu tun
    .hint = Die Moderation sieht es nicht.

group-date = Daten, die dir wichtig sind
command-date-add = Ein Datum hinzufügen, das dir wichtig ist
    .example = date add nüchtern seit 3. Mai 2024
command-date-change = Einem Datum einen anderen Tag geben
    .example = date change nüchtern seit 4. Mai 2024
command-date-list = Deine Daten ansehen
    .example = date list
    .words = meine daten
command-date-remove = Ein Datum entfernen
    .example = date remove nüchtern seit
command-date-hide = Den Namen eines Datums für dich behalten
    .example = date hide nüchtern seit
command-date-show = Den Namen eines Datums zeigen lassen
    .example = date show nüchtern seit
command-date-history = Alle deine Tage und die längste Zeit am Stück
    .example = date history
command-date-unshare = Zurücknehmen, was du von deinen Daten geteilt hast
    .example = date unshare
command-date-unchip = Deinen Chip abnehmen
    .example = date unchip
command-lapse = Von einem Ausrutscher erzählen; nichts geht verloren
    .example = lapse gestern „ein langer Tag, und niemand zum Reden“
    .words = ausrutscher, ich hatte einen ausrutscher, ich hatte einen rückfall, rückfall
argument-date = der Name eines Datums, und ein Tag, wo es einen braucht
argument-lapse = wann es war, und eine Notiz, wenn du magst
