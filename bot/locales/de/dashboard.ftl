### Awaiting native review.
### The moderators' dashboard, and messages of a team to all members.

command-community-status = Wie es dem Bot und dieser Gemeinschaft geht, in einfachen Worten
    .example = community status
command-community-report = Die letzten vier Wochen: Check-ins, Treffen, Buddys, Alarme
    .example = community report
command-community-staff = Wer im Team ist, wer Dienst hat und wer was darf
    .example = community staff
command-community-broadcast = Allen Mitgliedern privat schreiben, mit Vorschau. Auch "send" und "stop"
    .example = community broadcast Am Freitag treffen wir uns eine Stunde später.
argument-announcement = deine Worte an alle Mitglieder; oder "send", "stop"

status-head = { $count ->
        [one] Eines ist einen Blick wert:
       *[other] { $count } Dinge sind einen Blick wert:
    }
status-well = Alles in Ordnung: Nichts ist offen, und nichts wartet.
status-backup = Die letzte Sicherung ist vom { $when }.
status-away = Ich bin gerade nicht mit { $platform } verbunden. Ich versuche es weiter.
status-stuck = Manche Antworten warten seit mehr als fünf Minuten darauf, hinauszugehen.
status-alarm-disk = Die Platte, auf der ich laufe, ist fast voll. Wer den Bot betreibt, ist gewarnt.
status-alarm-certificate = Ein Zertifikat läuft bald ab. Wer den Bot betreibt, ist gewarnt.
status-alarm-backup = Die letzte Sicherung ist zu alt. Wer den Bot betreibt, ist gewarnt.
status-alerts-open = { $count ->
        [one] Ein Alarm ist offen, und niemand hat ihn übernommen.
       *[other] { $count } Alarme sind offen, und niemand hat sie übernommen.
    }
status-alerts-taken = { $count ->
        [one] Um einen Alarm kümmert sich jemand.
       *[other] Um { $count } Alarme kümmert sich jemand.
    }
status-nobody-listed = Niemand steht auf der Dienstliste, also kann ich niemanden rufen. "duty add" trägt jemanden ein.
status-nobody-on-duty = Gerade hat niemand Dienst.
status-lines = { $count ->
        [one] Ein Mitglied hat dem Team geschrieben und noch keine Antwort; das war vor { $hours } Std.
       *[other] { $count } Mitglieder haben dem Team geschrieben und noch keine Antwort; das erste vor { $hours } Std.
    }
status-reports = { $count ->
        [one] Eine Meldung über einen Buddy wartet darauf, dass jemand sie ansieht.
       *[other] { $count } Meldungen über Buddys warten darauf, dass jemand sie ansieht.
    }
status-unmatched = Mindestens { $count } Menschen suchen einen Buddy und blieben in einer Runde ohne.
status-no-host = "{ $name }" am { $when } leitet noch niemand.
status-no-host-more = Auch { $count } weitere in den nächsten sieben Tagen nicht.
status-no-country = Es ist kein Land eingestellt, also kann ich Mitgliedern keine eigenen Hilfetelefone zeigen. "community set country" ändert das.
status-unchecked = { $count ->
        [one] Ein Hilfetelefon, das Mitglieder sehen, hat noch niemand geprüft: "lines check".
       *[other] { $count } Hilfetelefone, die Mitglieder sehen, hat noch niemand geprüft: "lines check".
    }

report-head = Die letzten vier Wochen:
report-checkins = Check-ins: in der Woche vom { $week } etwa { $count } Mitglieder an mindestens einem Tag.
report-checkins-few = Check-ins: in der Woche vom { $week } zu wenige, um eine Zahl zu nennen.
report-meetings = Treffen: { $held } fanden statt, { $skipped } wurden abgesagt. In den vier Wochen davor fanden { $before } statt.
report-rounds-pairs = Buddys: { $rounds ->
        [one] eine Runde
       *[other] { $rounds } Runden
    } mit mindestens { $pairs } vorgeschlagenen Paaren.
report-rounds = Buddys: { $rounds ->
        [0] keine Runde.
        [one] eine Runde.
       *[other] { $rounds } Runden.
    }
report-alerts = Alarme: { $count ->
        [0] keiner.
        [one] einer.
       *[other] { $count }.
    }
report-claimed-at-once = Die Hälfte der übernommenen wurde innerhalb einer Minute übernommen.
report-claimed = Die Hälfte der übernommenen wurde innerhalb von { $minutes } Min. übernommen.
report-not-claimed = { $count ->
        [one] Einen hat niemand übernommen.
       *[other] { $count } hat niemand übernommen.
    }

staff-roster = { $count ->
        [0] Noch niemand steht auf der Dienstliste. "duty add" trägt jemanden ein.
        [one] Auf der Dienstliste:
       *[other] Auf der Dienstliste, in der Reihenfolge des Rufens:
    }
staff-on-duty = im Dienst
staff-off-duty = nicht im Dienst
staff-keepers = { $count ->
        [0] Niemand hütet Namen: wer dem Team ohne Namen schreibt, bleibt es.
       *[other] Wer Namen hütet:
    }
staff-rights =
    Wer was darf: Wem die Gemeinschaft gehört, richtet sie ein, bestimmt, wer Namen hütet, exportiert und entfernt sie. Die Moderation kümmert sich um sie: Treffen, Hilfetelefone, Runden, ruhende Mitglieder, Nachrichten an alle, diese Seite. Wer auf der Dienstliste steht, antwortet auf Alarme und auf Nachrichten ans Team.

    Wer dazugehört, sagen mir die Plattform und "community set moderators".

broadcast-how = "community broadcast" und dahinter deine Worte: Ich zeige dir, was Mitglieder lesen würden, und sende nichts, bevor du es sagst. Höchstens eine am Tag.
broadcast-preview = { $count ->
        [0] Das ginge an einige wenige Mitglieder, privat, im Lauf des Tages. Noch ist nichts gesendet. Es lautet:
       *[other] Das ginge an etwa { $count } Mitglieder, privat, im Lauf des Tages. Noch ist nichts gesendet. Es lautet:
    }
broadcast-send = Senden
    .words = senden, ja
broadcast-drop = Nicht senden
    .words = nein, nicht senden
broadcast-dropped = Es wurde nichts gesendet.
broadcast-nothing = Es gibt nichts zu senden: Zeig mir erst deine Worte, mit "community broadcast" davor. Eine Vorschau gilt eine halbe Stunde.
broadcast-nobody = Gerade gibt es niemanden, an den das ginge.
broadcast-once-a-day = In den letzten 24 Stunden ging schon eine Nachricht an alle. Mehr als eine am Tag sende ich nicht.
broadcast-going = Sie geht hinaus, an einige auf einmal. "community broadcast stop" ruft zurück, was noch nicht gesendet ist.
broadcast-stop = Zurückrufen
    .words = stop, stopp
broadcast-so-far = { $count ->
        [0] Bisher haben sie erst wenige Mitglieder.
       *[other] Bisher haben sie etwa { $count } Mitglieder.
    }
broadcast-stopped = { $count ->
        [0] Zurückgerufen. Nur wenige Mitglieder hatten sie schon, oder niemand.
       *[other] Zurückgerufen. Etwa { $count } Mitglieder hatten sie schon.
    }
broadcast-nothing-going = Es geht gerade nichts hinaus.

broadcast-head = Eine Nachricht an alle in deiner Gruppe.
broadcast-signed = Das Team von { $community }. Sie ging an alle Mitglieder; zum Antworten sag "talk".
broadcast-no-more = Keine weiteren davon
broadcast-off = Gut: keine Nachrichten dieses Teams an alle mehr. Alles andere bleibt, wie es ist.
broadcast-again = Doch wieder senden
broadcast-on-again = Gut: Du bekommst die Nachrichten des Teams an alle wieder.
