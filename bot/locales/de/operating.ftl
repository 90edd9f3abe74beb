### Awaiting native review.
### What teams are told after an outage, and what operators are warned of.

outage-away =
    Ich war von { $began } bis { $ended } nicht da.

    In dieser Zeit hat auf { $platform } niemand mit mir mitgelesen, und ich habe dort niemandem geantwortet. Falls inzwischen etwas war, schaut bitte selbst nach.
outage-database =
    Ich konnte von { $began } bis { $ended } nichts festhalten.

    Mit { $platform } war ich verbunden und habe mitgelesen; was jemand in dieser Zeit von mir wollte, ist aber vielleicht nicht geschehen.
outage-toll =
    { $late ->
        [0] Keine Nachricht kam zu spät;
        [one] Eine Nachricht kam zu spät;
       *[other] { $late } Nachrichten kamen zu spät;
    } { $gone ->
        [0] keine ist entfallen.
        [one] eine ist entfallen, weil ihre Zeit vorbei war.
       *[other] { $gone } sind entfallen, weil ihre Zeit vorbei war.
    } { $waiting ->
        [0] {""}
        [one] Eine wartet noch.
       *[other] { $waiting } warten noch.
    }
outage-here = dieser Seite

alarm-disk = Der Datenträger mit dem Ordner { $what } ist fast voll: { $free } GiB sind frei. Schaff Platz oder zieh auf einen größeren um.
alarm-certificate = Das Zertifikat der Adresse { $what } endet in { $days } Tagen. Sieh nach, warum es nicht erneuert wird.
alarm-platform = Seit einer Viertelstunde oder länger nicht mit { $what } verbunden: { $why }. Wurde das Token oder das Passwort abgelehnt, gib ein neues an und starte neu.
alarm-backup = Die letzte gute Sicherung ist { $days } Tage alt. Im Protokoll steht, warum spätere nicht gelungen sind.
alarm-backup-none = Es gibt noch keine gute Sicherung. Richte eine ein; docs/operating.md sagt, wie.
alarm-lines = Die Hilfsangebote für { $country } hat lange niemand geprüft. Bitte jemanden aus der Gemeinschaft, anzurufen oder nachzusehen und es zu sagen.
alarm-well = Wieder in Ordnung: { $name }
