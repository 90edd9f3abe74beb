# Siehe en/meetings.ftl. Awaiting native review.

meeting-ask-zone = Welche Zeitzone ist gemeint? In der Datei steht keine.
meeting-ask-zone-unknown = Welche Zeitzone ist gemeint? Die in der Datei ist nicht bekannt.
meeting-ask-zone-suggested = Ist die Zeitzone { $zone }? Das ergibt sich aus dem Ort; in der Datei steht keine.
meeting-ask-zone-place = Welche Zeitzone stimmt? In der Datei steht { $zone }, aber am Ort gilt die Zeit von { $place }.
meeting-ask-zone-utc = Soll es wirklich nach UTC gehen? Dann verschiebt es sich im Frühjahr und im Herbst um eine Stunde.
meeting-ask-day = An welchem Tag ist es? In der Datei steht keiner, oder einer, den es nicht gibt.
meeting-ask-time = Um wie viel Uhr ist es? In der Datei steht keine Uhrzeit.
meeting-ask-length = Wie lange dauert es? In der Datei steht nichts; 60 Minuten sind angenommen.
meeting-ask-pattern = Ist es jede Woche? Im Text steht „{ $words }“.
meeting-ask-closed = Findet es zurzeit statt? Im Text steht „{ $words }“.
meeting-ask-link-in-text = Trifft man sich online über den Link im Text ({ $host })?
meeting-ask-link-unclear = Wie lautet der Link? Was an seiner Stelle steht, ist keine Webadresse.
meeting-ask-start = Wann ist es wirklich? Der nächste Termin in der Datei passt nicht zu ihrem Tag und ihrer Uhrzeit.

meeting-refused-no-object = Es ist kein Eintrag mit Feldern.
meeting-refused-no-name = Es hat keinen Namen.
meeting-refused-twice = Ein anderer Eintrag der Datei hat dieselbe Kennung.
meeting-refused-keys-twice = Es sagt dasselbe zweimal; vielleicht sind zwei Treffen ineinandergeraten.
meeting-refused-too-long = Es ist viel länger, als ein Treffen sein sollte.
meeting-refused-archived = Die Quelle hat es archiviert oder gelöscht.
meeting-refused-unpublished = Die Quelle hat es nicht veröffentlicht.
meeting-refused-cancelled = Es ist abgesagt.
meeting-refused-no-start = Es hat keinen Beginn.
meeting-refused-rule = Die Wiederholung ist nicht lesbar, kommt öfter als täglich oder nie.
meeting-refused-two-rules = Es hat mehrere Wiederholungen in einem; bitte je ein eigenes Treffen anlegen.
meeting-refused-later-ones = Es ändert „diesen und alle späteren Termine“; bitte für die späteren ein eigenes Treffen anlegen.
meeting-refused-broken = Es ist nicht so geschrieben, wie ein Kalendereintrag sein soll.

meeting-import-unreadable = Aus dieser Datei kann ich keine Treffen lesen. Es gehen Meeting Guide, BMLT und Kalenderdateien (.ics).

meeting-when-unclear = Ich verstehe nicht, wann das ist. Es geht zum Beispiel **jeden Dienstag 19 Uhr**, **1. und 3. Donnerstag 19:30** oder **4. Dezember 18 Uhr**.
meeting-when-no-time = Die Tage sind klar, die Uhrzeit noch nicht. Es geht zum Beispiel **jeden Dienstag 19 Uhr**.
meeting-when-no-day = An welchem Tag beginnt es? Es geht zum Beispiel **jeden Dienstag 19 Uhr** oder **wöchentlich ab 4. Dezember 19 Uhr**.
meeting-zone-unclear = Das kann mehrere Uhrzeiten bedeuten. Die Zeit welcher Stadt ist es: { $cities }? Schreib sie hinter die Uhrzeit, etwa **jeden Dienstag 19 Uhr Berliner Zeit**.
meeting-rule-unclear = Ein Treffen, das so wiederkehrt, kann ich nicht führen. Es geht zum Beispiel **jeden zweiten Donnerstag 19 Uhr** oder **monatlich am 15. um 18 Uhr**.
meeting-rule-empty = So ein Datum gibt es im Kalender nicht. Es geht zum Beispiel **monatlich am 15. um 18 Uhr**.

meeting-says-once = { $day } um { $time }
meeting-says-daily = { $count ->
    [1] täglich um { $time }
    [2] jeden zweiten Tag um { $time }
   *[other] alle { $count } Tage um { $time }
}
meeting-says-workdays = montags bis freitags um { $time }
meeting-says-weekly = { $count ->
    [1] jeden { $days } um { $time }
    [2] jede zweite Woche am { $days } um { $time }
   *[other] alle { $count } Wochen am { $days } um { $time }
}
meeting-says-monthly-weekday = { $count ->
    [1] am { $which } jedes Monats um { $time }
   *[other] alle { $count } Monate am { $which } um { $time }
}
meeting-says-monthly-date = { $count ->
    [1] am Tag { $dates } jedes Monats um { $time }
   *[other] alle { $count } Monate am Tag { $dates } um { $time }
}
meeting-says-last-day = { $count ->
    [1] am letzten Tag jedes Monats um { $time }
   *[other] alle { $count } Monate am letzten Tag um { $time }
}
meeting-says-last-workday = { $count ->
    [1] am letzten Arbeitstag jedes Monats um { $time }
   *[other] alle { $count } Monate am letzten Arbeitstag um { $time }
}
meeting-says-yearly = jedes Jahr am { $day } um { $time }
meeting-says-other = an Tagen nach eigenem Muster um { $time }
meeting-says-until = { $rule }, bis { $day }
meeting-says-count = { $rule }, { $count ->
    [1] einmal
   *[other] { $count }-mal
}

meeting-nth-1 = ersten
meeting-nth-2 = zweiten
meeting-nth-3 = dritten
meeting-nth-4 = vierten
meeting-nth-5 = fünften
meeting-nth-last = letzten
meeting-nth-last-but-one = vorletzten
