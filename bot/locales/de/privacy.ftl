### Awaiting native review.
### Siehe en/privacy.ftl. Befehle in Anführungszeichen bleiben englisch.

privacy-held = Was ich über dich habe, und sonst nichts:
privacy-who-sees = Du siehst alles davon. Die Moderation sieht nichts davon, außer du hast es geteilt oder das Team um Hilfe gebeten. Wer diesen Bot betreibt, kümmert sich um die Maschine und ist gebeten, nicht mitzulesen; wo es liegt, ist es verschlüsselt. Auf Discord und in Räumen ohne Verschlüsselung kann die Plattform selbst mitlesen.

    Notizen werden nach einem Jahr losgelassen und Wörter nach drei Jahren, früher, wenn die Betreiber dieses Bots es so wollen.

    Was die Räume deiner Gemeinschaft und andere Menschen selbst aufheben, kann ich weder zeigen noch entfernen.
privacy-export-button = Schick mir alles
    .words = export, exportieren
privacy-erase-button = Löschen
    .words = erase, löschen
privacy-keep-button = Doch behalten
    .words = keep, behalten

privacy-nothing = Ich habe nichts von dir: Du bist nicht dabei, oder es wurde gelöscht.

privacy-part-members = Du: Konto, Sprache, Zeitzone, Gemeinschaften, wozu du ja gesagt hast
privacy-part-buddies = Buddys: dein Profil, Paare, Blockaden und Meldungen
privacy-part-checkins = Check-ins: die angetippten Wörter, und Notizen
privacy-part-meetings = Treffen: wozu du kommen wolltest, Erinnerungen, Leitungsdienste
privacy-part-hosting = Treffen im Chat: Wortmeldungen und Begrüßungen
privacy-part-helplines = Hilfetelefone: dein Land und was dir lieber ist
privacy-part-crises = Schwere Momente: wann, wie ernst und was das Team tat; nicht deine Worte
privacy-part-crisis-team = Der Dienstplan des Teams, falls du darauf stehst
privacy-part-community-lines = Hilfetelefone, die du vorgeschlagen hast
privacy-part-resources = Andere Hilfe, die du eingetragen hast
privacy-part-moderation = Moderation
privacy-part-pin = Eine PIN: wie sie geprüft wird, nie die Ziffern
privacy-part-tidying = Aufräumen
privacy-part-dates = Daten, die zählen, was dazwischenkam, und Jahrestage
privacy-part-goals = Ziele
privacy-part-looking-back = Bilder, um die du gebeten hast, und die Zusammenfassung der Woche
privacy-part-sharing = Was du teilst, mit wem, und wer es gesehen hat
privacy-part-teamline = Leitungen zum Team: wann und unter welchem Namen; nicht die Worte
privacy-part-dashboard = Nachrichten eines Teams an alle, von denen du keine mehr willst
privacy-part-communities = Eine Einrichtung, die du begonnen hast
privacy-part-resting = Dass du ruhst
privacy-part-leaving = Gemeinschaften, die gehen
privacy-part-alarms = Alarme derer, die diesen Bot betreiben
privacy-part-privacy = Dass deine Daten darauf warten, gelöscht zu werden

privacy-exported = Hier ist alles: eine Seite zum Lesen, und dasselbe als Datei für Programme. Wer diese Dateien öffnet, kann sie lesen; achte darauf, wo du sie aufhebst.
privacy-export-title = Was Handrail über mich hat

privacy-erase-ask = Ich kann alles löschen, was ich über dich habe, in allen Gemeinschaften: Antworten, Notizen, Daten, Buddys, alles. Der Schlüssel, mit dem es verschlüsselt ist, wird zerstört, so dass niemand es zurückholen kann; Kopien in Sicherungen verschwinden binnen 30 Tagen.

    Sobald du bestätigst, schicke ich dir nichts mehr. 24 Stunden lang kannst du es dir noch anders überlegen. Zum Bestätigen tippe: { $phrase }
privacy-erase-type = Eintippen
privacy-erase-phrase = alles löschen
form-erase = Alles löschen
form-erase-phrase = Zum Bestätigen tippe: alles löschen
    .hint = Genau diese zwei Wörter.
privacy-erase-unclear = Nichts wurde gelöscht. Zum Bestätigen tippe genau: { $phrase }
privacy-erase-planned = Gut. Ich schicke dir nichts mehr, und am { $when } wird alles gelöscht. Bis dahin macht „privacy keep“ es rückgängig.
privacy-erasure-due = All das wird am { $when } gelöscht, außer du sagst „privacy keep“.
privacy-kept = Es bleibt: Nichts wird gelöscht. Ich schweige, bis du „start“ sagst.
privacy-nothing-to-keep = Nichts von dir wartet darauf, gelöscht zu werden.
privacy-erase-decide = Deine Daten warten darauf, gelöscht zu werden. Möchtest du lieber bleiben, sag erst „privacy keep“, dann „start“.
privacy-erased = Es ist getan: Ich habe nichts mehr von dir. Falls du je zurückkommen möchtest, fängt „start“ neu an. Pass gut auf dich auf.

command-privacy-show = Was ich über dich habe, und wer es sieht
    .example = privacy
command-privacy-export = Alles, was ich über dich habe, als Dateien
    .example = privacy export
command-privacy-erase = Alles löschen, was ich über dich habe
    .example = privacy erase
command-privacy-keep = Ein Löschen zurücknehmen, solange Zeit ist
    .example = privacy keep
group-privacy = was ich über dich habe: ansehen, mitnehmen, löschen
command-privacy-history = Wer gesehen hat, was du geteilt hast, und wann
    .example = privacy history
