### Awaiting native review.
### Siehe en/teamline.ftl.

team-talk = Gern. Wen möchtest du?
team-talk-team = Das Team hier
team-which = An das Team welcher Gemeinschaft?
team-name = An das Team von { $team }: mit deinem Namen oder ohne? Ohne liest es eine Zahl, und nur wer dort die Namen hütet, kann deinen nachsehen, wenn jemandes Sicherheit es verlangt. Dann erfährst du es. Noch ist nichts gesendet.
team-name-apart = Das geht an andere aus dem Team von { $team }, jeweils privat, und nicht an die Person, um die es geht. Mit deinem Namen oder ohne? Noch ist nichts gesendet.
team-named = Mit meinem Namen
team-unnamed = Ohne meinen Namen
    .words = ohne meinen namen, anonym
team-no = Nicht senden
team-not-sent = Gut. Es wurde nichts gesendet, und ich habe nichts davon behalten.
report-how = Ich höre zu. Schreib „report“ und ein paar Worte, oder tippe auf den Knopf. Gesendet wird nichts, bevor du zustimmst.
report-tell = Dem Team etwas sagen
team-about = Geht es um jemanden aus dem Team? Dann bekommt diese Person es nicht zu lesen. Noch ist nichts gesendet.
team-about-members = Nein, um jemand anderen
team-about-other = Ja, um jemanden, der hier nicht steht
team-blocked = Das Team hier nimmt im Moment keine Nachrichten von dir über mich an. Wenn etwas dringend ist: „help now“ zeigt Menschen, die zu jeder Stunde zuhören.
report-nobody = Im Team bleibt niemand, dem ich das geben könnte, ohne dass die Person es liest, um die es geht. Darum habe ich es niemandem gesendet und nichts behalten. Die Plattform selbst nimmt Meldungen an: auf Discord im Menü einer Nachricht oder eines Servers, auf Matrix bei denen, die deinen Homeserver betreiben. Und diese Menschen hören zu:
team-open = Deine Leitung zum Team von { $team } ist offen, { $how }. Was du jetzt hier schreibst, geht dorthin, und ich bestätige jede Nachricht. „team close“ beendet das. Es kann dauern, bis jemand es liest; „help now“ ist zu jeder Stunde da.
team-open-words = Unterwegs zum Team von { $team }, { $how }. Was du ab jetzt hier schreibst, geht auch dorthin, und ich bestätige jede Nachricht. „team close“ beendet das. Es kann dauern, bis jemand es liest; „help now“ ist zu jeder Stunde da.
team-how-unnamed = ohne deinen Namen
team-how-apart = an der Person vorbei, um die es geht
team-how-named = mit deinem Namen
team-again = Deine Leitung zum Team von { $team } ist offen, { $how }. Was du hier schreibst, geht dorthin. „team close“ beendet das.
team-carried = Ans Team.
team-carried-without-file = Die Worte gehen ans Team. Das Bild oder die Datei ist hier geblieben: Ich kann nur Worte weitergeben.
team-rests = Das habe ich niemandem gesendet. Deine Leitung zum Team ist offen, aber es war eine Weile still. Wenn du weiterschreiben magst, tippe auf den Knopf und schreib es noch einmal.
team-go-on = Ans Team schreiben
team-closed = Geschlossen. Was du hier schreibst, ist wieder nur für mich.
team-close-none = Es gibt keine offene Leitung zum Team; was du hier schreibst, ist nur für mich.
line-only-words = Ich kann nur Worte weitergeben, keine Bilder oder Dateien. Es wurde nichts weitergegeben.
line-too-long = Das sind { $given } Zeichen, und ich kann { $longest } auf einmal weitergeben. Es wurde nichts weitergegeben; bitte schick es in Teilen.
line-too-many = Das ist viel auf einmal, deshalb habe ich dies nicht weitergegeben. Bitte lass ein wenig Zeit vergehen. Wenn es nicht warten kann: „help now“ ist zu jeder Stunde da.
line-answered = Jemand hat dir geantwortet.

    Das Team von { $team } schreibt:
line-answered-named = Jemand hat dir geantwortet.

    { $name } aus dem Team von { $team } schreibt:
line-mine-close = Leitung schließen
line-mine-write = Hier antworten
line-told-waiting = Ein Wort zu deiner Nachricht.

    Vom Team von { $team } hat noch niemand geantwortet. Ich habe es erinnert. Bitte warte nicht darauf, wenn es dringend ist: „help now“ zeigt Menschen, die zu jeder Stunde zuhören.
line-told-claimed = Ein Wort zu deiner Nachricht.

    Jemand aus dem Team von { $team } hat sie gelesen und wird dir antworten.
line-told-closed = Ein Wort zu deiner Nachricht.

    Das Team von { $team } hat die Leitung geschlossen. Was du hier schreibst, ist wieder nur für mich; „team“ öffnet eine neue.
line-told-blocked = Ein Wort zu deiner Nachricht.

    Das Team von { $team } hat die Leitung geschlossen und nimmt vorerst keine Nachrichten mehr über mich an. „help now“ zeigt Menschen, die zu jeder Stunde zuhören.
line-told-name = Ein Wort zu deiner Nachricht.

    Wer in { $team } die Namen hütet, hat deinen nachgesehen, weil jemandes Sicherheit es zu verlangen schien. Es ist festgehalten, wer das war und wann.
line-told-lost = Ein Wort zu deiner Nachricht.

    Ich konnte sie dem Team von { $team } nicht zustellen; sein Raum ist gerade nicht zu erreichen. Es liegt nicht an dir. „help now“ zeigt Menschen, die zu jeder Stunde zuhören.
line-member = Mitglied { $number }
line-begins-talk = möchte mit dem Team schreiben.
line-begins-report = meldet dem Team etwas.
line-how =
    Was ihr in diesem Thread schreibt, geht durch mich dorthin. Was mit **//** beginnt, bleibt hier. Nur Worte werden weitergegeben, spätere Änderungen nicht.

    Hier könnt ihr sagen: „line claim“, „line hand-over“, „line note“, „line close“, „line block“.
line-how-apart = Das kommt privat zu dir und zu anderen aus dem Team, um die es nicht geht. Die Person, um die es geht, bekommt es nicht zu lesen; bitte lass es dabei. „Antworten“ schreibt durch mich zurück.
line-claim = Ich kümmere mich
line-reply = Antworten
line-close = Schließen
line-copy = Aus einem anderen Raum von euch geantwortet:
line-copy-named = { $name } hat aus einem anderen Raum von euch geantwortet:
line-note-arrived = Zugestellt.
line-note-lost = Nicht zugestellt: gerade nicht zu erreichen.
line-note-waiting = { $member } wartet seit vier Stunden auf eine Antwort und weiß das von mir.
line-note-closed = Geschlossen. Was hier steht, wird nicht mehr weitergegeben; in einer Woche vergesse ich, wer es war.
line-note-closed-by-member = { $member } hat die Leitung geschlossen. Was hier steht, wird nicht mehr weitergegeben.
line-note-stopped = { $member } hat zu allem Stopp gesagt. Was hier steht, wird nicht mehr weitergegeben.
line-note-blocked = Gesperrt: Von { $member } kommt nichts mehr. „line unblock“ mit dieser Zahl hebt das auf.
line-note-name = Wer die Namen hütet, hat nachgesehen, wer { $member } ist. Das ist festgehalten, und { $member } weiß es.
line-note-claimed = kümmert sich darum.
line-note-handed = kümmert sich ab jetzt darum.
line-noted = Hier notiert und nirgends sonst.
line-done = Gut.
line-closed-already = Diese Leitung ist geschlossen; es wurde nichts weitergegeben.
line-not-here = Ich weiß nicht, welche Leitung du meinst. Bitte sag es im Thread der Leitung.
line-not-yours = Diese Leitung ist für andere aus dem Team oder für einen anderen Raum. Es wurde nichts weitergegeben.
line-no-helper = So heißt niemand auf der Liste. „duty“ zeigt, wer dort steht.
line-no-team-here = Bitte sag das in eurem Teamraum.
line-not-keeper = Das ist nur für die, die die Namen hüten; „team keepers“ zeigt sie.
line-name = Das ist { $member }. Bitte nutze es nur für ihre oder seine Sicherheit.
line-unblocked = Aufgehoben. Es kann euch wieder geschrieben werden.
line-unblock-none = Mit dieser Zahl ist niemand gesperrt.
line-lookup = Mitglied { $number }, { $day }:
line-lookups = Wessen Name nachgesehen wurde, und von wem:
line-lookups-none = Es wurde kein Name nachgesehen.
line-sign-names = Antworten tragen den Namen, den „duty name“ nennt.
line-sign-team = Antworten sind vom Team unterschrieben.
team-keepers = Wer die Namen hütet und sperren oder nachsehen kann, wer ohne Namen schreibt:
team-keepers-none = Noch hütet hier niemand die Namen: Wer ohne Namen schreibt, kann weder gesperrt noch nachgesehen werden. Wem die Gemeinschaft gehört, benennt jemanden mit „team keeper“.
team-keeper-added = { $name } hütet ab jetzt die Namen.
team-keeper-removed = { $name } hütet sie nicht mehr.
report-sent = Danke. Das Team bekommt es zu sehen, mit einem kurzen Zitat und deinem Namen, und ich behalte nichts davon; wer es geschrieben hat, erfährt nicht, von wem die Meldung kommt.
report-sent-before = Das Team hat es schon, danke.
report-in-direct = Hier kann ich nicht erkennen, wer was geschrieben hat. „report“ mit ein paar Worten geht ans Team; zu einem Buddy gibt es „buddy report“.
report-no-team = Hier gibt es kein Team, dem ich es sagen könnte, also habe ich es niemandem gesendet. Die Plattform selbst nimmt Meldungen an, und diese Menschen hören zu:
report-title = Eine Nachricht wurde gemeldet.
report-title-apart = Eine Nachricht von jemandem aus dem Team wurde gemeldet. Das geht privat an die anderen; bitte lasst es dabei.
report-by = Gemeldet von:
report-author = Geschrieben von:
report-where = Wo:
report-link = die Nachricht
form-line-report = Dem Team etwas sagen
form-line-report-words = Was ist geschehen?
    .hint = Danach frage ich, ob es um jemanden aus dem Team geht
form-line-answer = Antwort
form-line-answer-words = Was soll ich weitergeben?
    .hint = Geht an das Mitglied
command-team = Dem Team deiner Gemeinschaft schreiben, mit deinem Namen oder ohne
    .example = team Könnte sich das jemand ansehen?
command-team-close = Deine Leitung zum Team beenden
    .example = team close
command-team-keepers = Wer die Namen hütet von denen, die ohne schreiben
    .example = team keepers
command-team-keeper = Jemanden von der Liste die Namen hüten lassen
    .example = team keeper Sam
command-team-unkeeper = Jemand hütet die Namen nicht mehr
    .example = team unkeeper Sam
command-report = Dem Team etwas melden, vorbei an denen, um die es geht
    .example = report Jemand schreibt mir immer wieder privat
    .words = melden
    .menu = Dem Team melden
command-line-reply = Dem Mitglied dieser Leitung antworten
    .example = line reply Wir haben es gesehen, danke
command-line-note = Eine Notiz im Team, die nicht weitergegeben wird
    .example = line note Ich kenne das von früher
command-line-claim = Sagen, dass du dich um diese Leitung kümmerst
    .example = line claim
command-line-hand-over = Jemand anderem im Team diese Leitung übergeben
    .example = line hand-over Sam
command-line-close = Diese Leitung schließen
    .example = line close
command-line-name = Nachsehen, wer schreibt, wenn die Sicherheit es verlangt
    .example = line name
command-line-block = Keine Nachrichten mehr von diesem Mitglied annehmen
    .example = line block
command-line-unblock = Eine Sperre nach der Zahl des Mitglieds aufheben
    .example = line unblock 7
command-line-lookups = Wessen Name nachgesehen wurde, wann und von wem
    .example = line lookups
command-line-sign = Antworten vom Team oder mit Namen unterschreiben
    .example = line sign names
group-team = deine Leitung zu denen, die sich um diesen Ort kümmern
group-line = Mitgliedern antworten, die dem Team schreiben
argument-signed = team oder names (mit Namen)
argument-signed-team = vom Team
argument-signed-names = mit Namen
