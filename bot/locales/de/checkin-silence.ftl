### Awaiting native review.
### Siehe en/checkin-silence.ftl.

missing-word = Hallo nochmal.

    Nachholen muss niemand etwas; deine Tage sind alle da. Soll ich weiter fragen?
missing-yes = Ja
    .words = ja
missing-less = Seltener
    .words = seltener
missing-pause = Eine Woche Pause
    .words = pause
missing-stop = Nicht mehr fragen
    .words = nicht mehr fragen
missing-goes-on = Gern. Es geht weiter wie bisher.
missing-stopped = Ich frage nicht mehr. Alles andere bleibt, auch deine Tage. „checkin resume“ fängt wieder an.
# After an answer, where the daily question had fallen asleep by itself. $next (text): day and hour.
missing-woken = Schön, von dir zu hören. Ich frage dich wieder, als Nächstes: { $next }.
# Label of the button below it.
missing-quiet = Lieber nicht
missing-asleep = Ein kurzes Wort, dann bin ich still.

    Deine tägliche Frage ruht ab jetzt. Deine Tage bleiben, wo sie sind. Der Knopf unten oder „checkin resume“ weckt sie, wann immer du magst.

missing-after-set = { $count ->
    [0] Gut. Ich sage nichts zu Tagen ohne Antwort; nach zwei Wochen ruht die Frage.
    [one] Gut. Nach einer Frage ohne Antwort frage ich einmal, ob es weitergehen soll.
   *[other] Gut. Nach { $count } Fragen ohne Antwort frage ich einmal, ob es weitergehen soll.
}
missing-after-unclear = Es geht eine Zahl von 1 bis { $most }, oder „off“.

hearing-ask = Eine Frage von deinem Buddy.

    Wenn dein Buddy einige Tage nicht auf meine tägliche Frage antwortet, darf ich dir das sagen? Nur das, nie, was geschrieben wurde. Du musst nichts tun, und ein Nein ist in Ordnung.
hearing-yes = Ja, sag es mir
    .words = ja
hearing-no = Nein, danke
    .words = nein
hearing-agreed = Danke. Du hörst einmal von mir, falls es dazu kommt.
hearing-silent = Ein kurzes Wort, wie vereinbart.

    Dein Buddy hat einige Tage nicht auf meine tägliche Frage geantwortet. Mehr weiß ich nicht, und es kann ohne Bedeutung sein. Ein Hallo von dir wäre vielleicht willkommen; es ist auch gut, wenn heute nicht der Tag dafür ist.
hearing-off = Sag es mir nicht mehr
    .words = aus
hearing-off-done = In Ordnung, ich sage dir nichts davon.
hearing-asked = Ich habe deinen Buddy gefragt. Dein Buddy hört nur, dass du einige Tage nicht geantwortet hast, eine Frage nachdem ich dich selbst gefragt habe, und nur nach einem Ja. „checkin buddy off“ beendet es.
hearing-nobody = Es ist noch niemand da: Du hast zurzeit keinen Buddy. „buddy join“ sucht jemanden.
hearing-ended = Gut. Niemand hört mehr davon.

checkin-evening-question = Guten Abend, es ist { $hour }.

    Ein Blick zurück, wenn du magst; nichts wird erwartet.
checkin-evening-intention = Heute Morgen hast du geschrieben:
checkin-evening-on = Gut. Dein nächster Blick zurück: { $next }. Die Frage am Morgen handelt jetzt vom Tag, der kommt; „checkin extras intention on“ hebt ein kleines Vorhaben dafür auf.
checkin-evening-off = Gut. Eine Frage am Tag.

command-checkin-evening = Abends ein Blick zurück dazu
    .example = checkin evening 20:30
    .name = abend
command-checkin-after = Wähle, wann ich frage, ob es weitergehen soll
    .example = checkin after 5
    .name = nach
command-checkin-buddy = Dein Buddy hört davon, wenn du länger still bist
    .example = checkin buddy on
    .name = buddy
argument-questions = eine Zahl von Fragen, oder off
