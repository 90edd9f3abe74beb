### Awaiting native review.
### Siehe en/buddies-together.ftl.

together-who = { $who ->
    [1] Wer dich begleitet
    [2] Wen du begleitest
   *[other] Dein Buddy
}, seit { $day }
together-which = Wen meinst du?
together-which-first = Für wen sind diese Worte? Ich habe noch nichts weitergegeben. Tippe einen Namen an, dann schreib.
together-nobody = Am anderen Ende ist gerade niemand, deshalb habe ich nichts weitergegeben. „buddy status“ sagt, wie es steht.
together-own-room = Ihr habt einen eigenen Raum. Dort könnt ihr euch ohne mich schreiben.

together-carried = { $who ->
    [1] Worte für dich, von der Person, die dich begleitet:
    [2] Worte für dich, von jemandem, den du begleitest:
   *[other] Worte für dich, von deinem Buddy:
}
together-answer = Antworten
together-talk = Eine Weile miteinander reden
together-said = Weitergegeben.
together-said-without-file = Die Worte sind weitergegeben. Das Bild oder die Datei blieb hier, denn ich kann nur Worte weitergeben.
together-talk-on = Von jetzt an gebe ich weiter, was du hier schreibst: an { $who ->
    [1] die Person, die dich begleitet
    [2] die Person, die du begleitest
   *[other] deinen Buddy
}. Befehle und Antworten auf meine Fragen bleiben bei mir. Es endet, wenn du tippst, oder nach einer Stunde ohne ein Wort von dir; ich sage es dir dann.
together-talk-off = Nichts mehr weitergeben
together-talk-ended = Erledigt. Was du hier schreibst, ist wieder nur für mich.
together-talk-was-off = Was du hier schreibst, ist nur für mich; ich habe nichts weitergegeben.
together-talk-over = Seit einer Stunde ist es still. Was du hier schreibst, ist wieder nur für mich.
together-only-words = Ich kann nur Worte weitergeben, keine Bilder oder Dateien. Nichts davon ging weiter.
together-too-long = Das sind { $given } Zeichen, und ich kann { $longest } auf einmal weitergeben. Nichts davon ging weiter; bitte schick es in Teilen.
together-lost = Ein Wort zu einer Nachricht von dir.

    Ich konnte deinem Buddy nicht zustellen, was du geschrieben hast; gerade ist da niemand zu erreichen. Es liegt nicht an dir.
form-buddy-reply = Deine Antwort
form-buddy-reply-words = Was soll ich weitergeben?
    .hint = Nur dein Buddy liest es.

together-met = Gute Nachricht für dich.

    Ihr habt beide Ja gesagt. Ich trage hier eure Worte hin und her. Keine Seite sieht das Konto der anderen; „buddy account“ ändert das, sobald ihr beide es wollt. Das Team liest nicht mit. Ich schaue jede Nachricht nur darauf an, ob jemand in Gefahr ist.
together-room = Willkommen, ihr beiden. Dieser Raum ist für euch.
together-openers = Etwas für den Anfang, wenn ihr mögt:

    - Wie möchtest du hier genannt werden?
    - Warum hast du gerade jetzt einen Buddy gesucht?
    - Was soll die andere Seite lieber lassen, auch wenn es gut gemeint ist?

    45 Minuten, bis zu zweimal in der Woche, passen für viele; „buddy rhythm“ ändert das, und „buddy times“ findet eine Zeit. Du musst niemanden retten: „buddy help“ sagt, was zu tun ist, wenn es zu viel wird. „buddy end“ braucht keinen Grund.

together-prompt-1 = Ein Gedanke für euch beide.

    Wie sieht bei dir ein guter, gewöhnlicher Tag aus? Und was hilft, wenn es keiner ist?
together-prompt-2 = Ein Gedanke für euch beide.

    Woran würde die andere Seite merken, dass es dir nicht gut geht? Was möchtest du dann hören, und was nicht?
together-prompt-3 = Ein Gedanke für euch beide.

    Was ging zuletzt besser als gedacht, wie klein es auch war?
together-prompt-4 = Ein Gedanke für euch beide, der letzte von mir.

    Was möchtet ihr von hier an anders machen oder sagen? Wie oft wollt ihr reden?
together-prompts-stop = Davon nichts mehr
together-prompts-stopped = Gut, für euch beide kommt davon nichts mehr.

together-talked = Eine kurze Frage, nur für dich.

    Habt ihr schon miteinander geredet? Deine Antwort siehst nur du.
together-talked-yes = Haben wir
together-talked-no = Noch nicht
together-talked-how = Das freut mich. Und wie war es für dich?
together-good = Gut
together-unsure = Ich bin nicht sicher
together-talked-good = Wie schön. Danach frage ich nicht noch einmal.
together-talked-unsure = Danke, dass du es sagst. Manchmal braucht es ein paar Gespräche, und manchmal passt es einfach nicht. Was würde helfen?
together-talked-not = Das ist in Ordnung; Anfänge brauchen Zeit. Was würde helfen?
together-way-times = Eine Zeit finden
together-way-silent = Mein Buddy ist still
together-way-help = Ich mache mir Sorgen
together-end = Ich möchte es lieber beenden
together-still = Eine kurze Frage, nur für dich.

    Ist es noch gut mit deinem Buddy? Deine Antwort siehst nur du.
together-still-yes = Ja, noch gut
together-still-no = Nicht mehr
together-still-good = Gut zu wissen. In vier Wochen frage ich wieder.
together-still-sure = Danke, dass du es sagst. Soll ich es freundlich beenden? Niemand muss einen Grund nennen, und ich erzähle nicht, was du geantwortet hast.
together-still-end = Ja, freundlich beenden
together-still-keep = Nein, weiter
together-ended = Es ist jetzt zu Ende. Ich sage es der anderen Seite behutsam, ohne Grund. Danke für die Zeit, die du gegeben hast.

together-nudge = Ein leises Hallo.

    Gestern hat dir jemand geschrieben und würde sich freuen, von dir zu hören. Ein Wort genügt, und auch ein Nein ist eine gute Antwort.
together-silent = Ein leises Hallo.

    Dein Buddy hat eine Weile nichts von dir gehört. Alles gut, wenn du viel zu tun hast oder Ruhe brauchst. Ein Tippen genügt.
together-silent-here = Ich bin da
together-silent-thanks = Danke. Schön, dass du da bist.
together-silent-noted = Danke, dass du es mir sagst. Du hast nichts falsch gemacht. Ich habe behutsam nachgefragt. Kommt bis { $day } kein Wort, beende ich es freundlich und suche für euch beide jemand Neues; ihr seid dann beide als Erste dran.
together-rematched = Ein Wort von mir.

    Eine Woche ist ohne ein Wort vergangen, deshalb habe ich es freundlich beendet. Du hast nichts falsch gemacht. Ich suche jemand Neues für dich, und du bist als Erstes dran.

together-times = Ein Vorschlag für dich.

    Zu diesen Zeiten könntet ihr beide, auf deiner Uhr, für etwa { $minutes } Minuten, { $often ->
        [one] einmal in der Woche
        [2] bis zu zweimal in der Woche
       *[other] bis zu { $often }-mal in der Woche
    }, wenn ihr mögt. Tippe alle an, die gehen. Sobald ihr beide dieselbe gewählt habt, erinnere ich euch beide.
together-times-which = Diese Zeiten gehen bei euch beiden, auf deiner Uhr. Welche passt?
together-times-none = Ich finde in der kommenden Woche keine Stunde, die ihr beide habt. Am einfachsten fragt ihr einander; „buddy profile“ ändert deine Zeiten.
together-times-no = Keine davon
together-times-other = In Ordnung. „buddy times“ zeigt sie wieder, und später andere.
together-time-noted = Notiert: { $time }. Wählt die andere Seite sie auch, erinnere ich euch beide.
together-time-agreed = Die Zeit passt euch beiden: { $time }. Ich erinnere euch beide eine halbe Stunde vorher.
together-time-told = Die Zeit passt euch beiden: { $time }.

    Ich erinnere dich eine halbe Stunde vorher.
together-soon = Eine Erinnerung für { $hour }.

    Dann wolltet ihr beide reden, für etwa { $minutes } Minuten. Passt es doch nicht, genügt ein Wort aneinander.
together-rhythm = Euer Rhythmus: { $minutes } Minuten, { $often ->
    [one] einmal in der Woche
    [2] bis zu zweimal in der Woche
   *[other] bis zu { $often }-mal in der Woche
}. Ihr könnt ihn beide ändern: „buddy rhythm 30 Minuten, 1 pro Woche“.
together-rhythm-set = Erledigt: { $minutes } Minuten, { $often ->
    [one] einmal in der Woche
    [2] bis zu zweimal in der Woche
   *[other] bis zu { $often }-mal in der Woche
}. Ich sage es der anderen Seite.
together-rhythm-told = Eine kleine Änderung.

    Die andere Seite schlägt von jetzt an vor: { $minutes } Minuten, { $often ->
        [one] einmal in der Woche
        [2] bis zu zweimal in der Woche
       *[other] bis zu { $often }-mal in der Woche
    }. „buddy rhythm“ ändert es wieder.
together-rhythm-unclear = Diesen Rhythmus habe ich nicht verstanden. Zwei Zahlen genügen, 10 bis 180 Minuten und 1- bis 7-mal in der Woche: „buddy rhythm 45 Minuten, 2 pro Woche“.

together-account = Eine Frage an dich, mit Zeit zum Überlegen.

    Die andere Seite möchte, dass ihr eure Konten sehen könnt. Das geschieht nur, wenn ihr es beide wollt; wenn nicht, sage ich es niemandem.
together-account-yes = Ja, zeigen
together-account-no = Vorerst nicht
together-account-asked = Notiert. Möchte die andere Seite es auch, zeige ich euch eure Konten. Von einem Nein erzähle ich nichts.
together-account-both = Dann wollt ihr es beide. Ich zeige euch jetzt eure Konten.
together-account-not = Das ist in Ordnung und bleibt unter uns.
together-accounts = Ihr wolltet es beide. Hier findet ihr euch:

together-help = Danke, dass du hinschaust. Ein paar Dinge, die helfen:

    - Ist gerade ein Leben in Gefahr? Ruf den Notruf, wenn du weißt, wo dein Buddy ist. Wenn nicht, sag es dem Team.
    - Frag geradeheraus nach Gedanken, das eigene Leben zu beenden. Fragen bringt niemanden darauf.
    - Hör mehr zu, als du rätst. Gib die Hilfsnummern unten weiter, oder eine, wo dein Buddy lebt: „help now“ und das Land.
    - Versprich keine Geheimnisse. Du bist ein Buddy, kein Rettungsdienst: Hol das Team dazu, und dann ruh dich aus.
together-help-team = Dem Team sagen

command-buddy-say = Deinem Buddy etwas ausrichten
    .example = buddy say Wie war dein Tag?
command-buddy-talk = Eine Weile mit deinem Buddy reden, über mich
    .example = buddy talk
command-buddy-times = Eine Zeit zum Reden finden
    .example = buddy times
command-buddy-rhythm = Wie lange und wie oft ihr redet
    .example = buddy rhythm 45 Minuten, 2 pro Woche
command-buddy-silent = Dein Buddy antwortet nicht
    .example = buddy silent
command-buddy-account = Eure Konten sehen, sobald ihr beide wollt
    .example = buddy account
command-buddy-help = Wenn du dir Sorgen um deinen Buddy machst
    .example = buddy help
argument-switch = on oder off
argument-rhythm = Minuten, und wie oft in der Woche
