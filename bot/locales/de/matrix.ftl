# Unter einer Frage in einem Matrix-Raum: Die Möglichkeiten stehen darüber als nummerierte Liste,
# dieselben Zahlen sind als Reaktionen gesetzt. Alle im Raum lesen es; kurz.
# Awaiting native review.
matrix-reply-hint = Tippe unten auf eine Zahl, oder schreib sie oder das Wort.

# Dasselbe, wenn es mehr Möglichkeiten als Reaktionen gibt: Einige lassen sich nur schreiben.
matrix-reply-hint-typed = Schreib die Zahl oder das Wort.
