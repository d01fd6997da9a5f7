using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Soeknader.Regler;

/// <summary>
/// What a vedtak may be grounded on. A household must be without a fit dwelling and unable to find one itself: a low income
/// alone is not enough (Ålesund kommune, om kommunal bolig). Nobody has to deserve a dwelling: rusfrihet and boevne are no
/// grounds for avslag («Bolig for velferd», alle kan bo), so they are not among <see cref="Avslagsgrunn"/>.
/// </summary>
public static class Avgjoerelse
{
    private static readonly Hjemmel Retningslinjer = new("retningslinjer for kommunal bolig", "vilkår");
    private static readonly Hjemmel Utredning = new("forvaltningsloven", "§ 17", new(1970, 1, 1));

    /// <summary>A grant needs a situation that holds, or another ground in words.</summary>
    public static Avvisning? Innvilgelse(IReadOnlyCollection<string> situasjon, string? annetGrunnlag) =>
        situasjon.Count > 0 || !string.IsNullOrWhiteSpace(annetGrunnlag) ? null
        : new("grunnlag-mangler", "Lav inntekt alene er ikke nok: minst én situasjon må være til stede, eller et annet grunnlag må dokumenteres.", Retningslinjer, "situasjon");

    /// <summary>An avslag must be true to the case it is made in.</summary>
    public static Avvisning? Avslag(Avslagsgrunn grunn, IReadOnlyCollection<string> situasjon, bool dokumentasjonMangler) => grunn switch
    {
        Avslagsgrunn.LavInntektAlene when situasjon.Count > 0 =>
            new("situasjon-til-stede", "Lav inntekt er ikke alene når en situasjon er til stede.", Retningslinjer, "grunn"),
        Avslagsgrunn.OpplysningerMangler when !dokumentasjonMangler =>
            new("dokumentasjon-ikke-etterspurt", "Ingen etterspurt dokumentasjon mangler. Kommunen må be om opplysningene før den kan avslå fordi de mangler.", Utredning, "grunn"),
        _ => null,
    };
}

/// <summary>The grounds on which an application may be refused; there are no others.</summary>
public enum Avslagsgrunn
{
    /// <summary>They have a fit dwelling.</summary>
    HarEgnetBolig,

    /// <summary>They can find one themselves, alone or with other schemes (startlån, bostøtte, garanti).</summary>
    KanSkaffeBoligSelv,

    /// <summary>Nothing but a low income.</summary>
    LavInntektAlene,

    /// <summary>What was asked for has not come.</summary>
    OpplysningerMangler,

    /// <summary>Bytte or fornyelse: the present dwelling is fit, or the ground for renting is gone.</summary>
    IkkeGrunnlagForBytteEllerFornyelse,
}
