### What help there is: topics, a community's own lines, its directory.

## Topics. On buttons, and in brackets behind a line's name.

topic-suicide = thoughts of suicide
    .words = suicide
topic-crisis = a crisis
topic-emotional-support = somebody to talk to
topic-mental-health = mental health
topic-self-harm = self-harm
topic-substance = alcohol and other drugs
    .words = alcohol, drugs, drinking, addiction, substance use
topic-overdose = overdose
topic-poison = poisoning
topic-domestic-violence = violence at home
    .words = domestic violence, domestic abuse, abuse, dv
topic-sexual-violence = sexual violence
topic-child-abuse = harm to a child
    .words = child abuse
topic-youth = young people
    .words = teens, teenagers, kids, children
topic-lgbtq = LGBTQ+
    .words = lgbt, gay, trans, queer
topic-veterans = veterans
    .words = veteran, military
topic-indigenous = Indigenous people
topic-perinatal = pregnancy and a new baby
topic-trafficking = exploitation
topic-housing = a place to stay
    .words = housing, shelter, homeless
topic-gambling = gambling
topic-eating-disorder = eating disorders
    .words = eating disorder, anorexia, bulimia, binge eating
topic-disaster = after a disaster

## resources

command-resources = Help lines and other help, by topic and place
    .example = resources "eating disorders"
argument-place = a town or region
# $country (text): "–" if nobody knows it. $lines, $services (number): how many there are.
resources-intro = All the help I know of ({ $country }). What is it about? You can also say **resources housing in Leeds**. Nothing of what you look for is kept.

    { $lines ->
        [one] 1 help line
       *[other] { $lines } help lines
    }{ $services ->
        [0] {""}
        [one] , 1 place nearby
       *[other] , { $services } places nearby
    }
# $directory (text): a web address.
resources-none = I don't know which country you are in, so I have nothing to show yet. "help now" and its name works; or look here: { $directory }
resources-nothing = Nothing that I know of fits those words. These topics there are:
resources-all = Show me everything
resources-next = More
resources-back = Back
resources-topics = Topics
# $count (number): of all that was found. $page and $pages (number).
resources-page = { $count ->
        [one] One found:
       *[other] { $count } found, page { $page } of { $pages }:
    }
# $low and $high (number): years; 0: no limit.
resources-ages = { $high ->
        [0] from { $low } years
       *[other] { $low ->
            [0] up to { $high } years
           *[other] { $low } to { $high } years
        }
    }
# $day (date): when the directory's people made sure of it.
resources-checked = checked on { DATETIME($day, dateStyle: "long") }
