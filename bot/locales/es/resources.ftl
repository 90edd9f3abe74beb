### Awaiting native review.
### Véase en/resources.ftl.

topic-suicide = pensamientos de suicidio
    .words = suicidio
topic-crisis = una crisis
topic-emotional-support = alguien con quien hablar
topic-mental-health = salud mental
topic-self-harm = autolesiones
topic-substance = alcohol y otras drogas
    .words = drogas, adicción, adicciones
topic-overdose = sobredosis
topic-poison = intoxicación
topic-domestic-violence = violencia en casa
    .words = violencia doméstica, violencia de género, maltrato
topic-sexual-violence = violencia sexual
topic-child-abuse = daño a una niña o un niño
    .words = abuso infantil, maltrato infantil
topic-youth = jóvenes
    .words = juventud, adolescentes
topic-lgbtq = LGBTQ+
    .words = LGBTI, LGBTIQ
topic-veterans = veteranos
topic-indigenous = pueblos indígenas
topic-perinatal = embarazo y bebé recién nacido
    .words = embarazo
topic-trafficking = explotación
    .words = trata
topic-housing = un lugar donde quedarse
    .words = vivienda, alojamiento, albergue
topic-gambling = juego
    .words = apuestas, ludopatía
topic-eating-disorder = trastornos alimentarios
    .words = trastorno alimentario, anorexia nerviosa
topic-disaster = después de una catástrofe

command-resources = Líneas de ayuda y otros apoyos, por tema y lugar
    .example = resources alcohol
argument-place = una ciudad o región
resources-intro = Toda la ayuda que conozco ({ $country }). ¿De qué se trata? También puedes decir: **resources vivienda en Sevilla**. No se guarda nada de lo que buscas.

    { $lines ->
        [one] 1 línea de ayuda
       *[other] { $lines } líneas de ayuda
    }{ $services ->
        [0] {""}
        [one] , 1 lugar cercano
       *[other] , { $services } lugares cercanos
    }
resources-none = No sé en qué país estás, así que aún no tengo nada que mostrar. Di «help now» y su nombre, o mira aquí: { $directory }
resources-nothing = No conozco nada con esas palabras. Estos temas hay:
resources-all = Mostrar todo
resources-next = Más
resources-back = Atrás
resources-topics = Temas
resources-page = { $count ->
        [one] Un resultado:
       *[other] { $count } resultados, página { $page } de { $pages }:
    }
resources-ages = { $high ->
        [0] desde { $low } años
       *[other] { $low ->
            [0] hasta { $high } años
           *[other] de { $low } a { $high } años
        }
    }
resources-checked = comprobado el { DATETIME($day, dateStyle: "long") }
