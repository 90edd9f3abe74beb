# Unter einer Frage in einem Matrix-Raum: Die Möglichkeiten stehen darüber als nummerierte Liste,
# dieselben Zahlen sind als Reaktionen gesetzt. Alle im Raum lesen es; kurz.
# Awaiting native review.
matrix-reply-hint = Tippe unten auf eine Zahl, oder antworte mit der Zahl oder dem Wort.

# Dasselbe unter einer einzigen Möglichkeit; oft geht auch eine andere Antwort.
# Awaiting native review.
matrix-reply-hint-one = Tippe unten auf die 1, oder antworte mit Worten.

# Dasselbe, wenn es mehr Möglichkeiten als Reaktionen gibt: Einige lassen sich nur schreiben.
matrix-reply-hint-typed = Schreib die Zahl oder das Wort.

# Dasselbe, wo eine Umfrage darunter folgt, die manche Programme nicht zeigen.
# Awaiting native review.
matrix-reply-hint-poll = Stimm unten in der Umfrage ab. Wenn du sie nicht siehst, antworte auf diese Nachricht mit der Zahl oder dem Wort.

# Antwort auf ein Bild, eine Sprachnachricht oder eine Datei in Direktnachrichten; höchstens einmal
# am Tag. Vielleicht hat jemand viel hineingelegt, also kein "Fehler"; vielleicht war es dringend.
# Awaiting native review.
matrix-text-only =
    Bilder kann ich nicht sehen und Sprachnachrichten nicht hören: Ich bin ein Programm, das nur Text liest. Wenn du es in Worte fasst, lese ich sie.

    Wenn es dringend ist, schreib **hilfe jetzt**.

# Der Grund, der erscheint, wenn der Bot Direktnachrichten verlässt, in denen lange nichts gesagt
# wurde. Unverschlüsselt, also steht nichts darin, worüber gesprochen wurde.
# Awaiting native review.
matrix-idle = Hier war es lange still, deshalb verlasse ich diesen Raum. Sonst ändert sich nichts: Wenn es etwas zu sagen gibt, lade ich dich in einen neuen ein, und du kannst mich jederzeit einladen.
