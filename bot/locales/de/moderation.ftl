### Awaiting native review.
### What the team of a community is told.

staff-invite-declined = Jemand hat mich in einen Raum eingeladen, der nicht auf meiner Liste steht; deshalb bin ich draußen geblieben. Soll ich dorthin, kann die Betreiberin oder der Betreiber ihn in die Konfiguration aufnehmen.
staff-account-restricted = Die Plattform lässt mich vorerst niemandem von mir aus schreiben. Die täglichen Fragen ruhen; wer mir schreibt, bekommt Antwort. Im Protokoll der Betreiber steht mehr, vielleicht muss dort nachgefragt werden.

audit = { $count ->
        [0] Noch niemand vom Team hat in { $community } einen Befehl benutzt.
        [one] Der letzte Befehl des Teams in { $community }:
       *[other] Die letzten { $count } Befehle des Teams in { $community }, der neueste zuerst:
    }
audit-whole = Das Protokoll ist vollständig: Kein Eintrag wurde geändert oder entfernt.
audit-broken = Eintrag { $number } passt nicht zum vorigen: Jemand hat die Datenbank auf anderem Weg geändert. Bitte sag es denen, die diesen Bot betreiben.
audit-somebody = jemand, der nicht mehr da ist
audit-nowhere = Bitte frag in einem Raum deiner Gemeinschaft.

command-moderation-audit = Was das Team mit seinen Befehlen getan hat
    .example = moderation audit
