# Siehe en/meeting-commands.ftl. Awaiting native review.

meeting-time-there = { $time } in { $city }
meetings-list-week = Treffen in den nächsten sieben Tagen:
meetings-list-today = Treffen heute:
meetings-list-now = Gerade jetzt; später dazukommen ist in Ordnung:
meetings-list-about = Das passt:
meetings-nothing-week = In den nächsten sieben Tagen ist kein Treffen geplant.
meetings-nothing-today = Heute ist kein Treffen mehr.
meetings-nothing-now = Gerade ist kein Treffen.
meetings-nothing-about = Keines davon hat noch einen Termin.
meetings-more = { $count ->
    [one] Und noch eines. Ein Thema oder ein Name findet es, etwa „meetings Neue“.
   *[other] Und noch { $count }. Ein Thema oder ein Name findet sie, etwa „meetings Neue“.
}
meetings-none-such = Ich kenne kein Treffen und kein Thema namens „{ $words }“.
meetings-none-yet = Ich kenne noch keine Treffen. Vorerst schaust du am besten in den Kanälen deiner Gemeinschaft nach.
meetings-nowhere = Treffen gehören zu einer Gemeinschaft. Frag mich bitte in deren eigenen Räumen, oder tritt dort zuerst bei.
meetings-view-today = Heute
    .words = heute, heute abend
meetings-view-week = Diese Woche
    .words = woche, diese woche
meetings-view-now = Gerade jetzt
    .words = jetzt, gerade, gerade jetzt

meeting-minutes = { $count ->
    [one] eine Minute
   *[other] { $count } Minuten
}
meeting-count-coming = { $count ->
    [0] noch hat niemand zugesagt
    [one] eine Person kommt
   *[other] { $count } kommen
}
meeting-count-maybe = { $count ->
    [one] eine Person kommt vielleicht
   *[other] { $count } kommen vielleicht
}
meeting-count-free = { $count ->
    [0] alle Plätze sind vergeben
    [one] ein Platz ist frei
   *[other] { $count } Plätze sind frei
}
meeting-count-waiting = { $count ->
    [one] eine Person wartet auf einen Platz
   *[other] { $count } warten auf einen Platz
}
meeting-has-link = online; wer zusagt, bekommt den Link kurz vorher
meeting-kind-open = offen für alle
meeting-kind-closed = geschlossen, für Betroffene
meeting-kind-topic = jedes Mal zu einem Thema
meeting-kind-family = für Familie und Freunde
meeting-kind-newcomers = für Neue
meeting-kind-workshop = Workshop
meeting-kind-social = einfach zusammen sein
meeting-kind-one-on-one = zu zweit
meeting-you-coming = Du hast zugesagt.
meeting-you-maybe = Du hast „vielleicht“ gesagt.
meeting-you-waiting = Du wartest auf einen Platz.
meeting-choice-show = Zeig es mir
    .words = zeigen
meeting-choice-coming = Ich komme
    .words = komme, ja
meeting-choice-maybe = Vielleicht
    .words = vielleicht
meeting-choice-not = Diesmal nicht
    .words = nein, ich komme nicht
meeting-choice-remind = Erinnere mich
    .words = erinnern
meeting-choice-ics = Kalenderdatei
    .words = datei, kalender

meeting-said-coming = Notiert. Andere sehen nur die Zahl, nicht wer.
meeting-said-coming-link = Notiert. Andere sehen nur die Zahl, nicht wer. Den Link schicke ich dir 15 Minuten vorher.
meeting-said-coming-in = Notiert. Hier geht es hinein, nur für dich:
meeting-said-maybe = Als „vielleicht“ notiert. Niemand erwartet etwas.
meeting-said-waiting = Alle Plätze sind vergeben. Du stehst auf der Liste, und ich schreibe dir, wenn einer frei wird.
meeting-said-not = In Ordnung, diesmal nicht.
meeting-passcode = Kenncode: { $passcode }

meeting-told-remind = Deine Erinnerung für { $time }.
meeting-told-way-in = Dein Termin um { $time }: hier geht es hinein, nur für dich.
meeting-told-place = Dein Termin um { $time }: ein Platz ist frei geworden, und er gehört dir.
meeting-told-cancelled = Dein Termin um { $time } am { $day } findet nicht statt.
meeting-told-moved = Dein Termin um { $time } am { $day } wurde verlegt. Neue Zeit:
meeting-told-changed = Eine Planänderung.

    „{ $name }“ ist ab jetzt anders. „meetings“ zeigt den neuen Stand.
meeting-told-ended = Eine Planänderung.

    „{ $name }“ ist zu Ende gegangen. „meetings“ zeigt, was es sonst gibt.
meeting-told-paused = Eine Planänderung.

    „{ $name }“ macht Pause. Ich sage dir, wenn es weitergeht.
meeting-told-resumed = Eine Planänderung.

    „{ $name }“ geht weiter. „meetings“ zeigt, wann.

meeting-remind-set = Ich erinnere dich an „{ $name }“, { $before } vor Beginn.
meeting-remind-set-topic = Ich erinnere dich an jedes Treffen zu „{ $name }“, { $before } vor Beginn.
meeting-remind-next = Das nächste:
meeting-remind-next-late = Das nächste beginnt, bevor ich dich erinnern würde; das ist also deine Erinnerung:
meeting-remind-stop = Keine Erinnerung
meeting-remind-off = Keine Erinnerungen mehr an „{ $name }“.
meeting-remind-off-all = Keine Erinnerungen mehr an Treffen.
meeting-remind-none = Du hast keine Erinnerungen an Treffen. „remind me“ und ein Name richten eine ein.
meeting-remind-list = Ich erinnere dich an:
meeting-remind-line = { $name }, { $before } vorher
meeting-span-minutes = { $count ->
    [one] eine Minute
   *[other] { $count } Minuten
}
meeting-span-hours = { $count ->
    [one] eine Stunde
   *[other] { $count } Stunden
}
meeting-span-days = { $count ->
    [one] einen Tag
   *[other] { $count } Tage
}
meeting-before-words = vorher, davor, früher
meeting-lead-unclear = Wie lange vorher? So etwas wie **15 Minuten** oder **1 Stunde** geht, bis zu einem Tag.

calendar-entry = Treffen
calendar-cancelled = Fällt aus: { $name }
calendar-name = Treffen
calendar-neutral = Das ist die Adresse deines eigenen Kalenders der Treffen. Die Einträge heißen nur „Treffen“; „calendar names“ zeigt ihre Namen.

    { $address }

    Wer die Adresse hat, kann den Kalender lesen; behalte sie also bitte für dich. Kalender sehen nur ein paarmal am Tag nach Neuem.
calendar-named = Das ist die Adresse deines eigenen Kalenders der Treffen, mit ihren Namen.

    { $address }

    Wer die Adresse hat, kann den Kalender lesen; behalte sie also bitte für dich. Kalender sehen nur ein paarmal am Tag nach Neuem.
calendar-off-button = Adresse abschalten
calendar-off = Erledigt. Die Adresse führt nirgends mehr hin.
calendar-none = Du hast keine Kalenderadresse.
calendar-not-here = Kalenderadressen sind hier nicht eingerichtet. Die „Kalenderdatei“ unter einem Treffen geht.
calendar-file = Hier ist die Datei; dein Kalenderprogramm öffnet sie.
calendar-export = Alle Treffen als Kalenderdatei. Links und Kenncodes stehen nicht darin.

meeting-unknown = Ich weiß nicht, welches Treffen gemeint ist. Es gibt: { $names }.
meeting-several = Welches? Das passt: { $names }. Auch die Nummer aus „meeting list“ geht, etwa #2.
meeting-no-community = Sag das bitte in einem der Räume deiner Gemeinschaft, damit ich weiß, welche Treffen du meinst.
meeting-over = Das ist vorbei oder findet nicht statt.
meeting-none-ahead = Dieses Treffen hat keinen Termin mehr.
meeting-add-no-name = Wann, ist klar; wie heißt es? So etwas wie **jeden Dienstag 19 Uhr Neue** geht.
meeting-add-how = Sag es in einer Zeile, etwa **meeting add jeden Dienstag 19 Uhr Neue**, oder füll es aus.
meeting-add-form = Ausfüllen
    .words = ausfüllen, formular
meeting-add-sure = **{ $name }**: { $rule }. Die nächsten Termine: { $dates }. Stimmt das?
meeting-add-yes = Ja, aufnehmen
    .words = ja
meeting-add-no = Nein
    .words = nein
meeting-add-dropped = Nicht aufgenommen. Du kannst es anders sagen.
meeting-added = **{ $name }** steht auf der Liste. Als Nächstes: { $dates }. Link, Thema oder Zahl der Plätze kommen mit „meeting edit“ dazu.
meeting-list-button = Alle Treffen
meeting-list = Die Treffen, mit den Nummern, unter denen du sie nennen kannst:
meeting-list-none = Noch gibt es keine Treffen. „meeting add“ macht das erste.
meeting-list-paused = macht Pause
meeting-list-over = kein Termin mehr
meeting-list-drafts = { $count ->
    [one] Ein Entwurf aus einer Datei wartet auf ein Ja: „meeting import“.
   *[other] { $count } Entwürfe aus Dateien warten auf ein Ja: „meeting import“.
}
meeting-cancel-which = Welches Mal von { $name }? Das nächste ist am { $day }. Nenn bitte den Tag dazu; „meeting end“ beendet die ganze Reihe.
meeting-cancelled = { $name } findet nicht statt: { $when }. { $told ->
    [0] Niemand wollte Bescheid bekommen.
    [one] Eine Person bekommt Bescheid.
   *[other] { $told } bekommen Bescheid.
} Als Nächstes: { $dates }.
meeting-moved = { $name } ist verlegt, von { $old } auf { $new }. { $told ->
    [0] Niemand wollte Bescheid bekommen.
    [one] Eine Person bekommt Bescheid.
   *[other] { $told } bekommen Bescheid.
}
meeting-move-past = Diese Zeit ist schon vorbei. Nimm bitte eine, die noch kommt.
meeting-not-that-day = An diesem Tag findet es nicht statt. Die nächsten Termine: { $dates }.
meeting-paused = { $name } macht Pause. Weiter geht es am { $until }. { $told ->
    [0] Niemand wollte Bescheid bekommen.
    [one] Eine Person bekommt Bescheid.
   *[other] { $told } bekommen Bescheid.
}
meeting-paused-open = { $name } macht Pause, bis zu „meeting resume“. { $told ->
    [0] Niemand wollte Bescheid bekommen.
    [one] Eine Person bekommt Bescheid.
   *[other] { $told } bekommen Bescheid.
}
meeting-resumed = { $name } geht weiter. Als Nächstes: { $dates }. { $told ->
    [0] Niemand wollte Bescheid bekommen.
    [one] Eine Person bekommt Bescheid.
   *[other] { $told } bekommen Bescheid.
}
meeting-ended = { $name } ist beendet. { $told ->
    [0] Niemand wollte Bescheid bekommen.
    [one] Eine Person bekommt Bescheid.
   *[other] { $told } bekommen Bescheid.
}
meeting-edited = { $name } ist geändert. { $told ->
    [0] Niemand muss Bescheid bekommen.
    [one] Eine Person bekommt Bescheid.
   *[other] { $told } bekommen Bescheid.
}
meeting-edited-when = { $name } ist geändert: { $rule }. Die nächsten Termine: { $dates }. { $told ->
    [0] Niemand wollte Bescheid bekommen.
    [one] Eine Person bekommt Bescheid.
   *[other] { $told } bekommen Bescheid.
}
meeting-link-unclear = Das ist keine Webadresse. Sie beginnt mit https://.
meeting-kind-unclear = Diese Arten gehen: { $kinds }.
meeting-number-unclear = Eine Zahl von 1 bis { $most } geht.
meeting-name-missing = Ein Treffen braucht einen Namen.
form-new-meeting = Ein neues Treffen
form-new-meeting-name = Wie es heißt
form-new-meeting-when = Wann
    .hint = jeden Dienstag 19 Uhr, 1. und 3. Donnerstag 19:30 Berliner Zeit, 4. Dezember 18 Uhr
form-new-meeting-topic = Thema, wenn es eines hat
    .hint = Man kann sich an alle Treffen zu einem Thema erinnern lassen.
form-new-meeting-link = Link, wenn es online ist
    .hint = Nur wer zusagt, bekommt ihn, kurz vorher.
form-new-meeting-passcode = Kenncode, wenn es einen gibt

command-meetings = Treffen
    .example = meetings heute
command-coming = Zu einem Treffen zusagen
    .example = coming Neue
command-maybe = Sagen, dass du vielleicht kommst
    .example = maybe Neue
command-not-coming = Sagen, dass du doch nicht kommst
    .example = not coming Neue
command-remind-me = An ein Treffen oder ein Thema erinnert werden
    .example = remind me Neue 15 Minuten
command-remind-list = Sehen, woran du erinnert wirst
    .example = remind list
command-remind-off = Nicht mehr erinnert werden
    .example = remind off Neue
command-calendar = Einen eigenen Kalender der Treffen bekommen
    .example = calendar
command-meeting-add = Ein Treffen aufnehmen
    .example = meeting add jeden Dienstag 19 Uhr Neue
command-meeting-list = Alle Treffen mit ihren Nummern sehen
    .example = meeting list
command-meeting-edit = Etwas an einem Treffen ändern
    .example = meeting edit Neue topic Erste Schritte
command-meeting-cancel = Ein Treffen an einem Tag ausfallen lassen
    .example = meeting cancel Neue Freitag
command-meeting-move = Ein Treffen einmal verlegen
    .example = meeting move Neue Freitag 20 Uhr
command-meeting-skip = Das nächste Treffen auslassen
    .example = meeting skip Neue
command-meeting-pause = Ein Treffen pausieren
    .example = meeting pause Neue 15. Dezember
command-meeting-resume = Mit einem Treffen weitermachen
    .example = meeting resume Neue
command-meeting-end = Die ganze Reihe eines Treffens beenden
    .example = meeting end Neue
command-meeting-export = Alle Treffen als Kalenderdatei bekommen
    .example = meeting export
group-meeting = die Treffen eurer Gemeinschaft (für Leitende)
group-remind = Erinnerungen an Treffen
argument-meeting = der Name eines Treffens, oder seine Nummer, etwa #2
argument-thing = der Name eines Treffens, oder ein Thema
argument-before = wie lange vorher, etwa 15 Minuten oder 1 Stunde
argument-which = heute, Woche, jetzt, ein Thema oder ein Name
argument-said = wann und was, etwa jeden Dienstag 19 Uhr Neue
argument-detail = was sich ändern soll
argument-value = was es werden soll; leer lassen, um es zu leeren
argument-day = ein Tag, etwa Freitag oder 4. Dezember
argument-to = die neue Zeit, etwa Freitag 20 Uhr; oder von einem Tag auf einen anderen
argument-entries = names, neutral oder off

meeting-event-where = Frag Handrail: „meetings“

meeting-import-questions = Sieh dir das bitte zuerst an:
meeting-import-waiting = { $count ->
    [one] Es ist der letzte Entwurf, der wartet.
   *[other] { $count } warten, dieser mitgezählt.
}
meeting-import-no-when = In der Datei steht nicht, wann.
meeting-import-take = So aufnehmen
    .words = aufnehmen, ja
meeting-import-zone = Es gilt die Zeit unserer Gemeinschaft
    .words = unsere zeit, zone
meeting-import-when = Tag und Zeit angeben
    .words = wann
meeting-import-leave = Weglassen
    .words = weglassen, nein
meeting-import-all = Alle ohne Fragen aufnehmen
    .words = alle
meeting-import-not-now = Später
    .words = später
meeting-import-taken = „{ $name }“ steht auf der Liste.
meeting-import-taken-all = { $count ->
    [one] Ein weiteres steht auf der Liste.
   *[other] { $count } weitere stehen auf der Liste.
}
meeting-import-left = Weggelassen. Auch wenn die Datei noch einmal gelesen wird, kommt es nicht wieder.
meeting-import-later = Gern. „meeting import“ macht weiter.
meeting-import-none = Es warten keine Entwürfe. Sie kommen aus Dateien, die einliest, wer diesen Bot betreibt, mit „handrail meetings import“.
form-meeting-when = Wann ist es?
form-meeting-when-when = Tag und Zeit, wenn nötig mit Stadt
    .hint = jeden Dienstag 19 Uhr, 1. und 3. Donnerstag 19:30 Berliner Zeit, 4. Dezember 18 Uhr
command-meeting-import = Treffen aus einer Datei bestätigen
    .example = meeting import

meeting-announced = Alle sind willkommen, wie sie sind. Sag mir „meetings“, dann erzähle ich mehr.
meeting-announce-on = Ich sage in diesem Raum { $minutes } Minuten vor jedem „{ $name }“ Bescheid.
meeting-announce-off = „{ $name }“ wird nicht mehr angekündigt.
meeting-announce-where = Sag das bitte in dem Raum, in dem es angekündigt werden soll.
command-meeting-announce = Ein Treffen in diesem Raum ankündigen
    .example = meeting announce Neue

meeting-not-cancelled = Dort ist kein kommender Termin abgesagt.
meeting-restored = { $name } findet doch statt. Als Nächstes: { $dates }. { $told ->
    [0] Niemand wollte Bescheid bekommen.
    [one] Eine Person bekommt Bescheid.
   *[other] { $told } bekommen Bescheid.
}
meeting-told-restored = Dein Termin um { $time } findet doch statt.
command-meeting-restore = Ein abgesagtes Treffen doch stattfinden lassen
    .example = meeting restore Neue Freitag
