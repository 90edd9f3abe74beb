### Awaiting native review.
### Siehe en/pin.ftl.

pin-asked = Zuerst deine PIN, bitte.

    Der Knopf öffnet ein Feld dafür. Du kannst sie auch hier eintippen; wo ich darf, entferne ich diese Nachricht sofort.
pin-enter = PIN eingeben
    .words = pin
pin-open = Danke. Offen bis { $at }. Frag bitte noch einmal nach dem, was du wolltest.
pin-wrong = Das war sie nicht. { $left ->
        [one] Noch ein Versuch, dann ruht sie eine Weile.
       *[other] Noch { $left } Versuche, dann ruht sie eine Weile.
    } Ist sie weg, hilft „pin forgot“.
pin-rests = Zu viele Versuche: Die PIN ruht bis { $at }. So kann niemand sie durch Probieren erraten. Ist sie weg, hilft „pin forgot“.
pin-unclear = Eine PIN hat { $shortest } bis { $longest } Ziffern und sonst nichts. Es ist nichts geändert.

pin-choose = Also eine PIN.

    Ich frage danach vor deinem Verlauf, deinem Export, Bildern und dem, was du teilst; dann zehn Minuten lang nicht wieder. Was schon in diesem Chat steht, kann man ohne sie lesen: „tidy“ entfernt, was ich geschrieben habe. Vier bis acht Ziffern, und bitte nicht die von deinem Telefon.

    Am besten nimmst du den Knopf: Was du in sein Feld schreibst, bleibt nicht im Chat. Tippst du sie hier ein, entferne ich sie, wo ich darf; sonst entferne sie bitte selbst.
pin-choose-button = PIN wählen
    .words = wählen
pin-choose-other = Das ist sie. Jetzt die neue PIN: vier bis acht Ziffern.
pin-set-done = Erledigt: Ab jetzt frage ich zuerst nach deiner PIN. Falls du sie vergisst, nimmt „pin forgot“ sie nach einem Tag weg.
pin-set-already = Du hast eine PIN. „pin change“ nimmt eine andere, „pin remove“ nimmt sie weg.
pin-change-asked = Gern. Die PIN, die du jetzt hast, bitte.
pin-remove-asked = Gern. Noch einmal deine PIN, bitte, dann ist sie weg.
pin-removed = Deine PIN ist weg. Mit „pin set“ wählst du eine neue.
pin-none = Du hast keine PIN. Mit „pin set“ wählst du eine.

pin-goes = In Ordnung, das kommt vor. Deine PIN ist ab { $at } weg.

    Warum ein Tag: Hält gerade jemand anderes dein Telefon in der Hand, hast du Zeit, es zu merken. Die richtige PIN oder der Knopf behält sie.
pin-keep = PIN behalten
    .words = behalten
pin-kept = Deine PIN bleibt.
pin-gone = Wie gestern gewünscht: Es gibt keine PIN mehr. Warst du das nicht, wählst du mit „pin set“ eine neue.

form-pin = Deine PIN
form-pin-digits = PIN
    .hint = Vier bis acht Ziffern.
form-pin-new = Eine neue PIN
form-pin-new-digits = PIN
    .hint = Vier bis acht Ziffern; nicht die von deinem Telefon.

group-pin = Ziffern vor dem, was andere nicht sehen sollen
command-pin-set = Eine PIN vor Verlauf, Export und Bildern wählen
    .example = pin set
command-pin-change = Eine andere PIN wählen
    .example = pin change
command-pin-remove = Keine PIN mehr haben
    .example = pin remove
command-pin-forgot = Eine vergessene PIN wegnehmen; das dauert einen Tag
    .example = pin forgot
