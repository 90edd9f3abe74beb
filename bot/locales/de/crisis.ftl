### Awaiting native review.
### Siehe en/crisis.ftl. Kurze Zeilen: Wer sie liest, hat wenig Kraft übrig.

lines-emergency = Wenn ein Leben in Gefahr ist ({ $country }): Ruf **{ $number }** an.
lines-people = Menschen, die zuhören:
lines-call = Anruf { $number }
lines-text = SMS { $number }
lines-chat = Chat
lines-elsewhere = Anderswo? Sag „help now“ und den Namen des Landes, oder schau hier: { $directory }. Diese Nummern stammen aus öffentlichen Listen; wenn eine nicht antwortet, versuch bitte die nächste.
lines-anywhere = Wenn ein Leben in Gefahr ist, ruf den Notruf bei dir an (112 in weiten Teilen Europas, 911 in Nordamerika).

    Hilfetelefone deines Landes: Sag „help now“ und seinen Namen, oder schau hier: { $directory }
lines-unknown-country = Ein Land dieses Namens kenne ich nicht.
command-help-now = Hilfetelefone und der Notruf
    .example = help now
argument-country = ein Land, wenn es nicht deines ist
