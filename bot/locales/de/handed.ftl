### Awaiting native review.
### Siehe en/handed.ftl.

command-buddy-words = Übergeben, was ein Buddy schrieb, nachdem du es gemeldet hast
    .example = buddy words
command-buddies-words = Übergebene Worte lesen; dazu braucht es zwei von euch
    .example = buddies words

handed-button = Übergeben, was geschrieben wurde
    .words = worte, übergeben
handed-how =
    Wenn du magst, kannst du übergeben, was zwischen euch geschrieben wurde. Du musst nicht, und deine Meldung gilt auch ohne.

    Ich behalte keine Worte, die ich überbracht habe. Kopiere also bitte ins Feld, worauf es ankommt. Niemand vom Team kann es allein öffnen: Eine moderierende Person bittet darum und sagt, warum; eine zweite muss zustimmen; dann lesen es beide, einmal. Danach wird es entfernt, nach 14 Tagen in jedem Fall.

    Du sollst wissen: Ihr beide erfahrt danach, dass Worte gelesen wurden und von wie vielen, nie von wem. Wer sie geschrieben hat, kann ahnen, dass du sie übergeben hast.
handed-hand = Worte übergeben
handed-keep = Lieber nicht
    .words = nein, behalten
handed-kept = Es wurde nichts übergeben. Deine Meldung bleibt, wie sie ist.
handed-done = Danke. Es bleibt verschlüsselt, bis zwei vom Team zugestimmt haben, es zu lesen, höchstens 14 Tage. Bist du in Gefahr, zeigt „help now“, wer gleich helfen kann.
handed-no-report = Das gehört zu einer Meldung der letzten zwei Wochen. „buddy report“ sagt dem Team etwas über deinen Buddy; danach kannst du Worte übergeben, wenn du magst.
handed-too-much = Das Team hat vorerst genug von dir zu lesen. Danach kannst du mehr übergeben.

form-handed-words = Was geschrieben wurde
form-handed-words-words = Die Worte, auf die es ankommt
    .hint = Aus deinem Chat kopiert; höchstens 1500 Zeichen.

handed-waits = Jemand hat mit einer Meldung über ein Buddy-Paar Worte übergeben. „buddies words“ führt dorthin; dazu braucht es zwei von euch.
handed-asked-for = Jemand von euch möchte übergebene Worte lesen. Dazu braucht es innerhalb von 24 Stunden eine zweite moderierende Person: „buddies words“.
handed-nothing = Nichts Übergebenes wartet auf dich.
handed-shown = Worte zwischen zwei Buddys, übergeben am { $day }: { $length } Zeichen. { $count ->
        [one] Sonst wartet nichts.
       *[other] Insgesamt warten { $count }.
    } Um sie zu lesen, braucht es zwei von euch: Du bittest darum und sagst, warum; jemand anderes stimmt innerhalb von 24 Stunden zu. Dann lest ihr sie beide einmal, und sie werden entfernt. Die beiden Mitglieder erfahren, dass zwei vom Team sie gelesen haben, nicht wer. Beides steht im Protokoll des Teams.
handed-ask = Um Lesen bitten
handed-agree = Zustimmen und lesen
    .words = zustimmen, ja
handed-leave = Lassen
    .words = nein, lassen
handed-left = Es wurde nichts gelesen. Es bleibt, wo es ist.
handed-asked = Du hast darum gebeten. Sobald eine zweite moderierende Person zustimmt, kommen die Worte als Direktnachricht zu dir; bis { $until }, danach muss wieder jemand darum bitten.
handed-second = Eine andere moderierende Person möchte Worte zwischen zwei Buddys lesen. Dein Ja gilt bis { $until }: Dann lest ihr sie beide, einmal. Ihr Grund:
handed-read = So, wie sie mit einer Meldung übergeben wurden; prüfen kann ich sie nicht, und ich behalte nichts davon. Geschrieben haben soll sie:
handed-gone = Sie sind nicht mehr da: von zwei von euch gelesen oder losgelassen.
status-handed = { $count ->
        [one] Mit einer Meldung übergebene Worte warten auf zwei von euch: „buddies words“.
       *[other] { $count }-mal warten mit einer Meldung übergebene Worte auf zwei von euch: „buddies words“.
    }

form-handed-reason = Übergebenes lesen
form-handed-reason-reason = Warum es nötig ist
    .hint = Eine zweite moderierende Person liest es, sonst niemand.

buddy-told-read = Eine Notiz für dich, nichts zu tun.

    Worte, die du und ein Buddy einander geschrieben habt, wurden dem Team mit einer Meldung übergeben, und zwei vom Team haben sie gelesen. Wer das war, sage ich nicht. Ich behalte nichts von diesen Worten. „share history“ zeigt, wann es war, „team“ erreicht das Team.
share-reader-team = jemanden vom Team
share-item-relayed = übergebene Worte zwischen dir und einem Buddy
