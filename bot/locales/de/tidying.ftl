### Awaiting native review.
### Siehe en/tidying.ftl.

tidying = Ich räume auf, was ich hier geschrieben habe. Ein langer Chat dauert etwas. Was du selbst geschrieben hast, kann ich nicht entfernen, und auch nicht, was eine Mitteilung schon gezeigt hat. Was du hier aufbewahrst, bleibt.

argument-span = Wie weit zurück: today, week oder all
command-tidy = Entfernen, was ich in diesem Chat geschrieben habe
    .words = aufräumen
    .example = tidy week
