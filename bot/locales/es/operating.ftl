### Awaiting native review.
### What teams are told after an outage, and what operators are warned of.

outage-away =
    No estuve entre { $began } y { $ended }.

    En ese tiempo nadie vigiló ninguna sala en { $platform }, y no respondí a nadie allí. Si entretanto pasó algo, miradlo vosotros, por favor.
outage-database =
    No pude guardar nada entre { $began } y { $ended }.

    Seguí en { $platform } y leí, pero puede que lo que me pidieron entonces no se haya hecho.
outage-toll =
    { $late ->
        [0] Ningún mensaje salió tarde;
        [one] Un mensaje salió tarde;
       *[other] { $late } mensajes salieron tarde;
    } { $gone ->
        [0] ninguno se dejó.
        [one] uno se dejó, porque su momento había pasado.
       *[other] { $gone } se dejaron, porque su momento había pasado.
    } { $waiting ->
        [0] {""}
        [one] Uno espera todavía.
       *[other] { $waiting } esperan todavía.
    }
outage-here = esta página

alarm-disk = El disco de la carpeta { $what } está casi lleno: quedan { $free } GiB. Haz sitio o pásala a un disco mayor.
alarm-certificate = El certificado de la dirección { $what } termina en { $days } días. Mira por qué no se renueva.
alarm-platform = Sin conexión con { $what } desde hace un cuarto de hora o más: { $why }. Si el token o la contraseña fueron rechazados, pon otros y arranca de nuevo.
alarm-backup = La última copia buena tiene { $days } días. En el registro está por qué las siguientes no salieron bien.
alarm-backup-none = Todavía no hay ninguna copia buena. Prepara una; docs/operating.md dice cómo.
alarm-lines = Nadie ha comprobado desde hace mucho las líneas de ayuda de { $country }. Pide a alguien de la comunidad que llame o mire, y que lo diga.
alarm-well = De nuevo bien: { $name }
