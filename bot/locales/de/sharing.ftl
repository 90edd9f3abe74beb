### Awaiting native review.
### Siehe en/sharing.ftl.

share-words-buddy = mein buddy, meinem buddy, buddy, meinen buddys
share-words-here = hier, dieser kanal, diesem kanal, dieser raum, diesem raum
share-words-with = mit, an
share-words-for = für
share-words-until = bis
share-words-one = ein, eine, einen, einer
share-words-day = tag, tage, tagen
share-words-week = woche, wochen
share-words-month = monat, monate, monaten

share-item-today = das Wort des Tages
share-item-note = die Notiz des Tages
share-item-week = die Woche in Worten

share-reader-buddy = deinen Buddy
share-reader-channel = alle in diesem Kanal
share-reader-gone = jemanden, der nicht mehr da ist
share-owner-buddy = Dein Buddy

share-preview = Noch ist nichts geteilt. So wäre es: { $item }, für { $who }, bis zum Ende von { $until }.
share-preview-now = Zu sehen wäre jetzt:
share-preview-empty = Für heute ist noch nichts da; bis dahin wäre nichts zu sehen.
share-preview-later = Und bis { $until } jeden Tag, was du dann notierst, ohne dass ich noch einmal frage.
share-preview-who = Sonst sieht es niemand, auch das Team nicht, und du kannst es jederzeit zurücknehmen. Was jemand gelesen oder kopiert hat, lässt sich nicht zurücknehmen.
share-yes = Teilen
    .words = ja, teilen
share-no = Lassen
    .words = nein, abbrechen
share-done = Geteilt, bis zum Ende von { $until }. „share history“ zeigt, wer es gesehen hat.
share-not-done = Es bleibt, wie es war; nichts wurde geteilt.
share-changed = Seit du es angesehen hast, hat sich etwas geändert; so wäre es jetzt. Noch ist nichts geteilt.
share-already = Das ist schon geteilt. „share list“ zeigt es.
share-too-many = Du teilst { $most } Dinge, mehr passen nicht auf eine Liste. „share stop“ beendet eines davon.

share-unclear = Ich muss wissen, mit wem, und wenn du magst, wie lange. Zum Beispiel: share today mit meinem Buddy für eine Woche
share-nobody = Ich kenne niemanden mit diesem Namen, mit dem du hier teilen könntest. Am besten erwähnst du das Konto, und ihr müsst beide Mitglieder derselben Community sein.
share-no-buddy = Du hast gerade keinen Buddy. „buddy join“ sucht einen.
share-not-here = Ein Kanal geht dort, wo du es sagst: Geh in den Kanal und sag dort „share today hier“.

share-list-mine = Du teilst:
share-list-theirs = Mit dir geteilt:
share-list-empty = Du teilst nichts, und niemand teilt etwas mit dir.
share-line = { $item }, für { $who }, bis { $until }
share-line-from = { $who }: { $item }, bis { $until }
share-stop-one = Beenden: { $item }, { $who }
share-see-one = Ansehen: { $item }, { $who }
share-stop-all = Alles beenden
share-stop-which = Was davon soll enden?
share-none = Du teilst gerade nichts.
share-taken-back = Zurückgenommen: Niemand kann es mehr öffnen. Was es gezeigt hat, wird entfernt, wo ich darf. Nicht zurücknehmen kann ich, was gelesen oder kopiert wurde oder eine Mitteilung gezeigt hat; „share history“ sagt, was geöffnet wurde.
share-taken-back-unseen = Zurückgenommen. Soweit ich weiß, war noch nirgends etwas angekommen.
share-history = Wer gesehen hat, was du teilst, soweit ich weiß:
share-history-empty = Soweit ich weiß, hat niemand etwas gesehen, das du teilst.
share-seen-opened = { $at }: { $item }, geöffnet durch { $who }
share-seen-delivered = { $at }: { $item }, angekommen für { $who }
share-seen-channel = { $at }: { $item } stand in einem Kanal

share-card = Da ist etwas für dich zum Ansehen, wann du magst.

    { $who } zeigt dir { $item }, bis { $until }. Wenn du es öffnest, ist das für die andere Seite zu sehen.
share-see = Ansehen
    .words = ansehen, schauen
share-see-again = Noch einmal ansehen
share-mute = Nichts mehr davon
    .words = stumm
share-opened = { $who } zeigt dir:
share-opened-until = Nur für dich, bis { $until }. Bitte lass es hier.
share-nothing-yet = Für heute noch nichts.
share-coming = Ist unterwegs in deine Direktnachrichten.
share-post = { $who } möchte das hier teilen:
share-over = Das wird nicht mehr gezeigt.
# What a reader sees of the week. $first, $last (days), $words (text): how often which word was given;
# $days (number): with an answer.
share-week = { $first } bis { $last }: { $days ->
    [one] ein Check-in. { $words }
   *[other] { $days } Check-ins. { $words }
}
share-muted = Ich sage dir nicht mehr, was von dort geteilt wird, und niemand erfährt davon.
share-unmute = Sag es mir wieder
    .words = wieder
share-unmuted = Ich sage dir wieder, wenn von dort etwas geteilt wird.

argument-shared = Was: today, note, week oder dates
argument-whom = Mit wem, und wie lange
group-share = etwas von dir zeigen, für eine Zeit
command-share-new = Einem Buddy, Mitglied oder Kanal etwas von dir zeigen; du siehst es vorher
    .words = teilen
    .example = share today mit meinem Buddy für eine Woche
command-share-list = Sehen, was du teilst und was mit dir geteilt wird
    .example = share list
command-share-stop = Zurücknehmen, was du teilst
    .words = nicht mehr teilen
    .example = share stop
command-share-history = Sehen, wer gesehen hat, was du teilst
    .example = share history
