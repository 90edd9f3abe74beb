### Awaiting native review.
### What the team of a community is told.

staff-invite-declined = Jemand hat mich in einen Raum eingeladen, der nicht auf meiner Liste steht; deshalb bin ich draußen geblieben. Soll ich dorthin, kann die Betreiberin oder der Betreiber ihn in die Konfiguration aufnehmen.
staff-account-restricted = Die Plattform lässt mich vorerst niemandem von mir aus schreiben. Die täglichen Fragen ruhen; wer mir schreibt, bekommt Antwort. Im Protokoll der Betreiber steht mehr, vielleicht muss dort nachgefragt werden.
