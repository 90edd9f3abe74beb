### Awaiting native review.
### Siehe en/trends.ftl.

trends-here = Dieselben Wochen als Bild:
trends-title = Woche für Woche
trends-span = Die Wochen vom { $first } bis zum { $last }
trends-checkins = Mitglieder mit Check-in, auf Fünfer abgerundet
trends-meetings = Treffen, die stattfanden
trends-gaps = Eine Woche ohne Punkt: Höchstens fünf Mitglieder haben eingecheckt, deshalb steht da keine Zahl.
trends-no-number = keine Zahl
