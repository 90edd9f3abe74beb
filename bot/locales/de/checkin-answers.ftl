### Awaiting native review.
### Siehe en/checkin-answers.ftl.

checkin-hard-buddy = Mein Buddy
    .words = buddy
checkin-hard-team = Ein Mensch
    .words = mensch, reden
checkin-hard-try = Etwas zum Ausprobieren
    .words = ausprobieren, etwas
checkin-hard-lines = Hilfetelefone
    .words = hilfetelefone, hilfe
checkin-hard-enough = Nur notieren
    .words = nur notieren, genug, nein
checkin-hard-noted = Es ist notiert, und das genügt.

checkin-try-1 = Etwas, das manche ausprobieren: fünf Dinge in der Nähe benennen, die dieselbe Farbe haben. Langsam, und jede Farbe ist recht.
checkin-try-2 = Etwas, das manche ausprobieren: fünfmal ein wenig länger aus- als einatmen. Die Füße auf dem Boden, wenn sich das gut anfühlt.
checkin-try-3 = Etwas, das manche ausprobieren: eine halbe Minute kaltes Wasser über Hände und Handgelenke, und spüren, wie es ist.
checkin-try-4 = Etwas, das manche ausprobieren: die nächste Stunde auf einen kleinen Schritt verkleinern. Ein Glas Wasser, ein offenes Fenster, eine Dusche.
checkin-try-5 = Etwas, das manche bei Verlangen ausprobieren: zehn Minuten warten und etwas mit den Händen tun. Oft steigt es an und lässt dann nach. Wenn nicht, ist ein Mensch eine gute Idee.
checkin-try-6 = Etwas, das manche ausprobieren: jemandem, dem sie vertrauen, eine Zeile schreiben. „Heute ist es schwer“ genügt.
checkin-try-another = Etwas anderes
    .words = anderes, etwas anderes

checkin-day-which-word = { $day }: Welches Wort passt am besten?
checkin-day-unclear = Ich konnte nicht erkennen, welcher Tag das ist. „checkin day gestern okay“ oder „checkin day Montag“ geht, für die letzten sieben Tage.

extras-feelings = Gefühle
    .words = gefühle, gefühl
extras-craving = Verlangen
    .words = verlangen
extras-sleep = Schlaf
    .words = schlaf
extras-gratitude = Etwas Gutes
    .words = dankbarkeit, etwas gutes
extras-intention = Für heute
    .words = für heute, vorhaben
extras-which = Neben dem Wort kann ich Gefühle, Verlangen, Schlaf, etwas Gutes und ein Vorhaben aufheben; alles ist aus, bis du es möchtest. Zurzeit an: { $on }. „checkin extras sleep on“ schaltet eines ein.
extras-on = { $extra }: an. Unter dem Wort jedes Tages steht ein Knopf dafür, und ihn auszulassen ist in Ordnung. Es wird mit einem Schlüssel nur für dich verschlüsselt, die Moderation sieht es nicht, und beim Ausschalten wird alles davon entfernt.
extras-off = { $extra }: aus. Was ich davon aufgehoben habe, ist entfernt.
extras-kept = Für dich aufgehoben.
extras-noted = Notiert: { $said }.

extras-feelings-ask = Was ist gerade da? Bis zu sechs, eines nach dem anderen.
extras-feelings-noted = Notiert: { $said }. Noch mehr? Noch einmal gewählt, ist eines wieder weg.
extras-done = Das ist alles
    .words = fertig, das war es
extras-feelings-calm = ruhig
extras-feelings-hopeful = zuversichtlich
extras-feelings-grateful = dankbar
extras-feelings-proud = stolz
extras-feelings-tired = müde
extras-feelings-anxious = ängstlich
extras-feelings-sad = traurig
extras-feelings-lonely = einsam
extras-feelings-angry = wütend
extras-feelings-ashamed = beschämt
extras-feelings-bored = gelangweilt
extras-feelings-numb = taub

extras-craving-ask = Wie stark war es heute, als es am stärksten war?
extras-craving-none = gar nicht
extras-craving-slight = leicht
extras-craving-some = etwas
extras-craving-strong = stark
extras-craving-very-strong = sehr stark

extras-sleep-ask = Wie war die Nacht?
extras-sleep-well = gut geschlafen
extras-sleep-fairly = recht gut
extras-sleep-badly = nicht so gut
extras-sleep-hardly = fast gar nicht

form-gratitude = Etwas Gutes heute
form-gratitude-words = So klein, wie du magst
    .hint = Ein Kaffee, eine Nachricht, eine ruhige Minute. Die Moderation sieht es nicht.
form-intention = Etwas für heute
form-intention-words = Eine kleine Sache, die du möchtest
    .hint = Es muss nicht klappen. Die Moderation sieht es nicht.

command-checkin-day = Einen der letzten Tage eintragen oder ändern
    .example = checkin day gestern okay
    .name = tag
command-checkin-extras = Wähle, was neben dem Wort stehen soll
    .example = checkin extras sleep on
    .name = dazu
argument-past = ein Tag, etwa gestern oder Montag
argument-word = gut, okay, gemischt, bedrückt, schwer oder heute nicht
argument-extra = feelings, craving, sleep, gratitude oder intention
argument-extra-feelings = Gefühle
argument-extra-craving = Verlangen
argument-extra-sleep = Schlaf
argument-extra-gratitude = etwas Gutes
argument-extra-intention = ein Vorhaben für den Tag
