### Awaiting native review.
### Siehe en/crisis.ftl. Kurze Zeilen: Wer sie liest, hat wenig Kraft übrig.

lines-emergency = Wenn ein Leben in Gefahr ist ({ $country }): Ruf **{ $number }** an.
lines-emergency-police = Wenn ein Leben in Gefahr ist ({ $country }): Ruf **{ $number }** an. Wenn dich jemand bedroht, die Polizei: **{ $police }**.
lines-anywhere = Wenn ein Leben in Gefahr ist, ruf den Notruf bei dir an (112 in weiten Teilen Europas, 911 in Nordamerika).

    Hilfetelefone deines Landes: Sag „help now“ und seinen Namen, oder schau hier: { $directory }
lines-people = Menschen, die zuhören:
lines-call = Anruf { $number }
lines-call-press = Anruf { $number }, dann die { $key } drücken
lines-text = SMS an { $number }
lines-text-word = SMS mit { $word } an { $number }
lines-chat = Chat
lines-always = rund um die Uhr
lines-closed = gerade geschlossen
lines-directory = Hilfetelefone nach Ländern: { $directory }
lines-public = Diese Nummern stammen aus öffentlichen Listen; wenn eine nicht antwortet, versuch bitte die nächste.
lines-checked = Jemand hat diese Nummern geprüft, am { DATETIME($day, dateStyle: "long") } oder später. Wenn eine nicht antwortet, versuch bitte die nächste.

lines-elsewhere = Anderswo? Sag „help now“ und den Namen des Landes, oder schau hier: { $directory }
lines-unknown-country = Ein Land dieses Namens kenne ich nicht.
lines-ask-country = Bist du in diesem Land: { $country }? Ich brauche es für Hilfetelefone und für nichts sonst. Keine Antwort ist auch in Ordnung.
lines-button-mine = { $country } als meines behalten
lines-button-country = Ein anderes Land
lines-button-text = Ich schreibe lieber
lines-button-call = Ich rufe lieber an
lines-button-topics = Zu einem anderen Thema
lines-which-topic = Worum geht es? Du musst nicht sicher sein. Davon wird nichts behalten.
command-help-now = Hilfetelefone und der Notruf
    .example = help now
    .name = jetzt
argument-country = ein Land, wenn es nicht deines ist
form-country = Hilfetelefone
form-country-country = In welchem Land bist du?
    .hint = sein Name, oder eine große Stadt darin

command-country = Dein Land, für Hilfetelefone
    .example = country Schweiz
    .name = land
country-is = Bei Hilfetelefonen richte ich mich nach diesem Land: { $country }. „country“ und ein Name ändert es, „country vergessen“ entfernt es.
country-none = Ich habe kein Land für dich behalten. Ich richte mich nach deiner Gemeinschaft oder nach deiner Uhr. „country“ und ein Name sagt mir deines.
country-kept = Behalten: ab jetzt Hilfetelefone für { $country }.
country-forgotten = Vergessen. Bei Hilfetelefonen richte ich mich nach dem Land deiner Gemeinschaft oder nach deiner Uhr.
    .words = vergessen, vergiss, keins
country-unknown = Ein Land dieses Namens kenne ich nicht, darum hat sich nichts geändert. Der Name des Landes geht, oder eine große Stadt darin: **country Schweiz**, **country Wien**.
command-prefer = Hilfetelefone, denen man schreibt oder die man anruft
    .example = prefer text
    .name = lieber
argument-way = text (schreiben), call (anrufen) oder either (beides)
argument-way-text = schreiben
argument-way-call = anrufen
argument-way-either = beides
prefer-text = Notiert: Zuerst kommt, wem du schreiben kannst.
prefer-call = Notiert: Zuerst kommt, wen du anrufen kannst.
prefer-either = Notiert: Ich zeige beides, das Nächste zuerst.

group-lines = die Hilfetelefone, die eure Mitglieder sehen
command-lines-add = Ein eigenes Hilfetelefon dazunehmen
    .example = lines add "Hafen Essstörungen" "0800 123 4567, SMS an 85258" "Essstörungen" 24/7
command-lines-remove = Ein eigenes Hilfetelefon wegnehmen, nach seiner Nummer in „lines list“
    .example = lines remove 1
command-lines-list = Die eigenen Hilfetelefone eurer Gemeinschaft
    .example = lines list
command-lines-check = Was eure Mitglieder in einer Krise sähen, damit ihr es prüft
    .example = lines check
argument-line = wie es heißt
argument-reach = Nummern und Webadressen, mit Kommas dazwischen
argument-topic = wofür es ist
argument-hours = 24/7, oder wie Mon-Fri 10:00-18:00; Sat 10:00-14:00
argument-number = seine Nummer in der Liste
lines-no-community = Für welche Gemeinschaft ist das? Bitte sag es in einem ihrer Räume; die Antwort siehst nur du.
lines-added = Dazugenommen, als Nummer { $number }. Mitglieder dieser Gemeinschaft sehen es ab jetzt. „lines list“ zeigt alle, „lines remove { $number }“ nimmt es wieder weg.
lines-known = Das gibt es schon; es hat sich nichts geändert.
lines-none = Noch keine eigenen Hilfetelefone. **lines add** nimmt eines dazu; die des Landes werden auch ohne das gezeigt.
lines-own = Die eigenen Hilfetelefone eurer Gemeinschaft:
lines-removed = Weggenommen: { $name }.
lines-no-such = { $count ->
        [0] Es gibt keine eigenen Hilfetelefone, die ich wegnehmen könnte.
        [one] Es gibt ein eigenes Hilfetelefon: **lines remove 1**.
       *[other] Die eigenen Hilfetelefone haben die Nummern 1 bis { $count }; „lines list“ zeigt sie.
    }
lines-too-many = Mehr als { $most } eigene Hilfetelefone behalte ich nicht. Nimm bitte zuerst eines weg, mit **lines remove**.
line-letters = In { $number } stehen Buchstaben, und nicht jedes Telefon zeigt Buchstaben auf den Tasten. Schreibst du es bitte in Ziffern? Es wurde noch nichts dazugenommen.
line-unclear = { $number } kann ich weder als Nummer lesen noch als Webadresse, die mit https:// beginnt. Schreibst du es bitte noch einmal? Es wurde noch nichts dazugenommen.
line-prefixed = { $number } ist eine Kurznummer mit der Vorwahl eines Landes davor; so kann sie niemand wählen. Lass bitte die Vorwahl weg. Es wurde noch nichts dazugenommen.
line-ended = { $number } ist die alte Nummer der 988 in den USA; **988** selbst wird schon gezeigt. Es wurde nichts dazugenommen.
line-topic-unknown = Dieses Thema kenne ich nicht. Diese kenne ich: { $topics }. Es wurde noch nichts dazugenommen.
line-hours-unclear = Diese Zeiten kann ich nicht lesen. „24/7“ geht, und „Mon-Fri 10:00-18:00; Sat 10:00-14:00“. Es wurde noch nichts dazugenommen.
lines-check = Das sähen die Mitglieder hier. Bitte schlagt jede Nummer nach oder ruft an: Stimmt sie, geht jemand dran, zu diesen Zeiten?
lines-check-pages = Ihre eigenen Seiten:
lines-check-never = Noch niemand aus dieser Gemeinschaft hat sie alle geprüft.
lines-check-last = Hier zuletzt geprüft am { DATETIME($day, dateStyle: "long") }.
lines-check-yes = Ich habe sie geprüft: Sie stimmen
argument-state = done, sobald ihr sie geprüft habt
argument-state-done = geprüft
lines-check-where = Ich kann hier nicht sehen, dass du zum Team gehörst. Sag bitte **lines check done** in einem Raum deiner Gemeinschaft.
lines-check-no-country = Ich weiß nicht, in welchem Land diese Gemeinschaft ist, und also nicht, was ihre Mitglieder sähen. Wer diesen Bot betreibt, kann es eintragen: country, unter [[community]] in der Konfiguration.
lines-check-kept = { $count ->
        [one] Danke. Notiert, dass du diese Nummer geprüft hast; das gilt bis { DATETIME($day, dateStyle: "long") }.
       *[other] Danke. Notiert, dass du diese { $count } Nummern geprüft hast; das gilt bis { DATETIME($day, dateStyle: "long") }.
    }
