### Awaiting native review.
### Ver bot/locales/en/crisis-replies.ftl. Só as respostas; o resto fala outra língua.

reply-opening-self = Um recado privado, só para ti. Sou um programa, li a tua mensagem, e ainda bem que a escreveste.
reply-opening-other = Um recado privado, só para ti. Sou um programa e li a tua mensagem. É bom que cuides de alguém.
reply-late = Eu não estava quando escreveste ({ $when }) e só li agora. Desculpa. Se entretanto mudou, leva o que ajuda e deixa o resto.
reply-stay = Não fiques a sós com isto: vai para onde haja alguém, ou mantém alguém ao telefone. Se há perto de ti algo que te possa magoar, afasta-te.
reply-overdose-self = Liga agora, mesmo que até aqui te sintas bem. Destranca a porta, deita-te de lado e não fiques a sós: chama alguém para junto de ti. Diz o que tomaste. Se houver naloxona, diz onde.
reply-overdose-other = Primeiro liga. Se houver naloxona, dá-a. Se a pessoa respira, vira-a de lado; se não respira, ao telefone dizem-te o que fazer. Fica até chegar ajuda.
reply-self-harm = Se tens uma ferida, mostra-a hoje a alguém. Não precisas de contar mais do que queres.
reply-substance = A vontade sobe e desce, quase sempre em meia hora. Consegues afastar-te de onde está e ficar entretanto com alguém, ou ao telefone? Se já aconteceu: a quantidade de antes pode ser demais agora, por isso não fiques a sós.
reply-violence = A culpa não é tua, e és tu quem decide o que acontece a seguir. Se mais alguém vê este aparelho, apaga esta mensagem depois de a ler; também há ajuda para quem fica.
reply-sexual-violence = O que te fizeram não é culpa tua. És tu quem decide a quem contar e o que acontece a seguir.
reply-other = Podes perguntar diretamente: «Estás a pensar em acabar com a tua vida?» Perguntar não põe essa ideia na cabeça de ninguém. Ouve, fica ao lado ou ao telefone, e conta a alguém em quem ambos confiem. Não tens de carregar isto a sós; os números também são para ti.
reply-violence-other = Acredita na pessoa, pergunta do que precisa e deixa-a decidir. Não enfrentes quem lhe faz mal: pode ficar mais perigoso. Os números também são para ti.
reply-barrier = Não precisas de saber se é grave, e podes desligar ou parar de escrever quando quiseres.
reply-trusted = Há alguém em quem confies? «Podes falar?» chega como mensagem.
reply-told-room = Estou a avisar a equipa de { $team }, com uma ligação para a tua mensagem. Ainda ninguém respondeu, por isso não esperes.
reply-told-direct = Estou a avisar a equipa de { $team }, sem as tuas palavras. Ainda ninguém respondeu, por isso não esperes.
reply-told-nobody = Não contei a ninguém.
reply-again = Também li isso. Os números de há pouco continuam lá, a qualquer hora. Sou só um programa; uma pessoa seria melhor companhia agora.
reply-safe = Podes ler aqui com sossego?
reply-safe-yes = Sim, mostra-me
reply-talk = Falar com alguém
reply-more = Mais ajuda
reply-misread = Percebeste-me mal
reply-show = Mostrar à equipa o que escrevi
reply-soft = Parece muito peso. Sou só um programa, por isso: uma pessoa ajudaria? Não contei a ninguém.
reply-lines = Linhas de ajuda
reply-soft-off = Não me perguntes isso

reply-seen = Alguém da equipa de { $team } viu isto e quer escrever-te. Se não puder esperar, não esperes: escreve "help now".
reply-seen-by = { $name }, da equipa de { $team }, viu isto e quer escrever-te. Se não puder esperar, não esperes: escreve "help now".
reply-unanswered = Ainda ninguém da equipa respondeu. Por favor, não esperes por nós:
reply-tomorrow = Escreve-me amanhã
reply-day-after = Olá. Pediste que te escrevesse hoje.

    Como está agora? Não precisas de responder. Sou só um programa, mas isto leva a pessoas:

lines-emergency = Se há uma vida em perigo ({ $country }): liga **{ $number }**.
lines-emergency-police = Se há uma vida em perigo ({ $country }): liga **{ $number }**. Se alguém te ameaça, a polícia: **{ $police }**.
lines-anywhere = Se há uma vida em perigo, liga para o número de emergência de onde estás (112 em grande parte da Europa, 911 na América do Norte).

    Linhas de ajuda por país: { $directory }
lines-people = Pessoas que ouvem:
lines-call = liga { $number }
lines-call-press = liga { $number } e carrega em { $key }
lines-text = SMS para { $number }
lines-text-word = SMS com { $word } para { $number }
lines-chat = chat
lines-always = a qualquer hora
lines-closed = fechado neste momento
lines-directory = Linhas de ajuda por país: { $directory }
lines-public = Estes números vêm de listas públicas; se um não atender, tenta o seguinte.
lines-checked = Alguém confirmou estes números em { DATETIME($day, dateStyle: "long") } ou depois. Se um não atender, tenta o seguinte.
