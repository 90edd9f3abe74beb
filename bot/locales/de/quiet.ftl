### Awaiting native review.
### Siehe en/quiet.ftl.

command-quiet = Stunden, in denen nichts Ungefragtes zu dir kommt; oder „aus“
    .example = quiet 22:00 7:00
    .words = ruhezeit, ruhezeiten
    .name = ruhe
argument-resting-hours = von wann bis wann, etwa 22:00 7:00; oder „aus“

quiet-set = Ruhe von { $begins } bis { $ends }, nach deiner Uhr.
quiet-shown = Deine Ruhezeit: { $begins } bis { $ends }, nach deiner Uhr.
quiet-shown-usual = Ruhezeit: { $begins } bis { $ends } nach deiner Uhr, so wie deine Gemeinschaft es festgelegt hat. Mit „quiet 23:00 6:30“ wählst du eine eigene.
quiet-what =
    In dieser Zeit schreibe ich nichts ungefragt. Was warten kann, kommt danach, der Reihe nach, auch was dein Buddy schreibt; wenn du deinem Buddy schreibst, erreichen dich seine Worte sofort.

    Zu jeder Stunde bleiben: Hilfe in einer Krise, Alarme, wenn du Dienst hast, meine Antworten an dich, das Team, dem du geschrieben hast, und alles, wofür du eine Uhrzeit gewählt hast, etwa die Erinnerung an ein Treffen. Auch zu einem Treffen, zu dem du kommen oder das du leiten willst, muss ich dir vielleicht rechtzeitig etwas sagen.
quiet-own-hour = { $count ->
        [one] Dein Check-in bleibt um { $at }: Diese Uhrzeit hast du gewählt. „checkin time“ ändert sie.
       *[other] Deine Check-ins bleiben, der erste um { $at }: Diese Uhrzeiten hast du gewählt. „checkin time“ und „checkin evening“ ändern sie.
    }
quiet-off = Keine Ruhezeit: Alles kommt, wann es kommt.
quiet-none = Du hast keine Ruhezeit. „quiet 22:00 7:00“ legt eine fest, nach deiner eigenen Uhr.
quiet-choice-off = Keine Ruhezeit
    .words = aus, keine, nein, off
quiet-choice-usual = Wie in meiner Gemeinschaft
    .words = üblich, standard, gemeinschaft

privacy-part-quiet = Deine Ruhezeit
