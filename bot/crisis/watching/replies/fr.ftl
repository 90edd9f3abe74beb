### Awaiting native review.
### Voir bot/locales/en/crisis-replies.ftl. Seulement les réponses ; le reste parle une autre langue.

reply-opening-self = Un mot privé, pour toi seulement. Je suis un programme, j'ai lu ton message, et c'est bien que tu l'aies écrit.
reply-opening-other = Un mot privé, pour toi seulement. Je suis un programme et j'ai lu ton message. C'est bien que tu veilles sur quelqu'un.
reply-late = Je n'étais pas là quand tu as écrit ({ $when }) et je ne le lis que maintenant. Désolé. Si les choses ont changé, prends ce qui aide et laisse le reste.
reply-stay = Ne reste pas seul·e avec ça : va là où il y a quelqu'un, ou garde quelqu'un au téléphone. S'il y a près de toi quelque chose qui pourrait te blesser, éloigne-t'en.
reply-overdose-self = Appelle maintenant, même si tu te sens bien jusqu'ici. Déverrouille la porte, allonge-toi sur le côté et ne reste pas seul·e : fais venir quelqu'un. Dis ce que tu as pris. S'il y a de la naloxone, dis où.
reply-overdose-other = Appelle d'abord. S'il y a de la naloxone, donne-la. Si la personne respire, tourne-la sur le côté ; sinon, au téléphone on te dit quoi faire. Reste jusqu'à l'arrivée des secours.
reply-self-harm = Si tu as une blessure, fais-la voir aujourd'hui. Tu n'as pas à raconter plus que tu ne veux.
reply-substance = Une envie monte puis redescend, le plus souvent en une demi-heure. Peux-tu t'éloigner de l'endroit et être avec quelqu'un, ou au téléphone, pendant ce temps ? Si c'est déjà arrivé : la quantité d'avant peut être trop forte maintenant, alors ne reste pas seul·e.
reply-violence = Ce n'est pas ta faute, et c'est toi qui décides de la suite. Si quelqu'un d'autre regarde cet appareil, efface ce message après l'avoir lu ; il y a aussi de l'aide pour celles et ceux qui restent.
reply-sexual-violence = Ce qu'on t'a fait n'est pas ta faute. C'est toi qui décides à qui tu en parles, et de la suite.
reply-other = Tu peux demander directement : « Est-ce que tu penses à mettre fin à ta vie ? » Demander ne met cette idée dans la tête de personne. Écoute, reste avec la personne ou au téléphone, et parles-en à quelqu'un en qui vous avez confiance. Tu n'as pas à porter ça seul·e ; les numéros sont aussi pour toi.
reply-violence-other = Crois la personne, demande-lui ce qu'il lui faut et laisse-la décider. N'affronte pas celui ou celle qui lui fait du mal : ça peut devenir plus dangereux. Les numéros sont aussi pour toi.
reply-barrier = Tu n'as pas besoin de savoir si c'est grave, et tu peux raccrocher ou arrêter d'écrire à tout moment.
reply-trusted = Y a-t-il quelqu'un en qui tu as confiance ? « Tu peux parler ? » suffit pour lui écrire.
reply-told-room = Je préviens l'équipe de { $team }, avec un lien vers ton message. Personne n'a encore répondu, alors ne l'attends pas.
reply-told-direct = Je préviens l'équipe de { $team }, sans tes mots. Personne n'a encore répondu, alors ne l'attends pas.
reply-told-nobody = Je ne l'ai dit à personne.
reply-again = Ça aussi, je l'ai lu. Les numéros de tout à l'heure restent là, à toute heure. Je ne suis qu'un programme ; une personne te tiendrait mieux compagnie.
reply-safe = Tu peux lire ici tranquillement ?
reply-safe-yes = Oui, montre-moi
reply-talk = Parler à quelqu'un
reply-more = Plus d'aide
reply-misread = Tu m'as mal compris
reply-show = Montrer à l'équipe ce que j'ai écrit
reply-soft = Ça a l'air lourd à porter. Je ne suis qu'un programme, alors : est-ce qu'une personne aiderait ? Je ne l'ai dit à personne.
reply-lines = Lignes d'écoute
reply-soft-off = Ne me demande pas ça

reply-seen = Quelqu'un de l'équipe de { $team } l'a vu et veut t'écrire. Si ça ne peut pas attendre, n'attends pas : écris « help now ».
reply-seen-by = { $name }, de l'équipe de { $team }, l'a vu et veut t'écrire. Si ça ne peut pas attendre, n'attends pas : écris « help now ».
reply-unanswered = Personne de l'équipe n'a encore répondu. S'il te plaît, ne nous attends pas :
reply-tomorrow = Écris-moi demain
reply-day-after = Bonjour. Tu voulais que j'écrive aujourd'hui.

    Comment ça va maintenant ? Tu n'as pas à répondre. Je ne suis qu'un programme, mais ceci mène à des personnes :

lines-emergency = Si une vie est en danger ({ $country }) : appelle le **{ $number }**.
lines-emergency-police = Si une vie est en danger ({ $country }) : appelle le **{ $number }**. Si quelqu'un te menace, la police : **{ $police }**.
lines-anywhere = Si une vie est en danger, appelle le numéro d'urgence de l'endroit où tu es (112 dans une grande partie de l'Europe, 911 en Amérique du Nord).

    Lignes d'écoute par pays : { $directory }
lines-people = Des personnes qui écoutent :
lines-call = appel au { $number }
lines-call-press = appel au { $number }, puis touche { $key }
lines-text = SMS au { $number }
lines-text-word = SMS avec { $word } au { $number }
lines-chat = tchat
lines-always = à toute heure
lines-closed = fermé en ce moment
lines-directory = Lignes d'écoute par pays : { $directory }
lines-public = Ces numéros viennent de listes publiques ; si l'un ne répond pas, essaie le suivant.
lines-checked = Quelqu'un a vérifié ces numéros le { DATETIME($day, dateStyle: "long") } ou après. Si l'un ne répond pas, essaie le suivant.
