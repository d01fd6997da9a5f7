namespace Boligsosial.Client;

// Text, not enums: a new value in the register must not break a client that does not know it.

/// <summary>What a dwelling is meant for. More may come.</summary>
public static class Boligkategori
{
    /// <summary>For a limited time, on the way to a dwelling of one's own.</summary>
    public const string Gjennomgangsbolig = "gjennomgangsbolig";

    /// <summary>Adapted to a disability or need.</summary>
    public const string Tilrettelagt = "tilrettelagt";

    /// <summary>With staff.</summary>
    public const string Bemannet = "bemannet";
}

/// <summary>The municipality's right to the dwelling.</summary>
public static class Disposisjonsform
{
    /// <summary>Owned by the municipality.</summary>
    public const string Eid = "eid";

    /// <summary>Rented by the municipality, which rents it out.</summary>
    public const string Innleid = "innleid";

    /// <summary>Another's, to which the municipality may refer tenants (tilvisning).</summary>
    public const string Tilvisning = "tilvisning";
}

/// <summary>Whether a dwelling can be let.</summary>
public static class Boligstatus
{
    /// <summary>Vacant and ready.</summary>
    public const string LedigKlar = "ledig-klar";

    /// <summary>Vacant; needs simple work first.</summary>
    public const string LedigEnkelIstandsetting = "ledig-enkel-istandsetting";

    /// <summary>Under maintenance.</summary>
    public const string UnderVedlikehold = "under-vedlikehold";

    /// <summary>Let.</summary>
    public const string Utleid = "utleid";

    /// <summary>Held for somebody.</summary>
    public const string Reservert = "reservert";

    /// <summary>No longer the municipality's to use.</summary>
    public const string Avhendet = "avhendet";
}

/// <summary>What a dwelling offers. More may come.</summary>
public static class Boligegenskap
{
    /// <summary>Adapted for a wheelchair.</summary>
    public const string Rullestol = "rullestol";

    /// <summary>Reached without steps.</summary>
    public const string Trinnfri = "trinnfri";

    /// <summary>With a lift.</summary>
    public const string Heis = "heis";

    /// <summary>Sheltered, apart from neighbours.</summary>
    public const string Skjermet = "skjermet";

    /// <summary>Built to stand rough use.</summary>
    public const string Robust = "robust";

    /// <summary>One of several on the same site.</summary>
    public const string Samlokalisert = "samlokalisert";

    /// <summary>Staffed day and night.</summary>
    public const string Doegnbemannet = "doegnbemannet";

    /// <summary>With a base for staff.</summary>
    public const string Personalbase = "personalbase";
}

/// <summary>How accessible a dwelling is, as the overview counts it.</summary>
public static class Tilgjengelighet
{
    /// <summary>Adapted for a wheelchair.</summary>
    public const string Rullestol = "rullestol";

    /// <summary>Reached without steps.</summary>
    public const string Trinnfri = "trinnfri";

    /// <summary>Neither.</summary>
    public const string Ordinaer = "ordinaer";
}

/// <summary>What an import does when a line is bad.</summary>
public static class Importmodus
{
    /// <summary>Write nothing, answer 422. The default.</summary>
    public const string AlleEllerIngen = "alle-eller-ingen";

    /// <summary>Write the good lines, report the others.</summary>
    public const string GodtaGyldige = "godta-gyldige";
}
