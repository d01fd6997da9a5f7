using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan;
using Boligsosial.ServiceDefaults.AccessLog;

namespace Boligsosial.Finansiering.Kjoepsvurderinger;

/// <summary>Where a screening stands.</summary>
public enum Kjoepsstatus
{
    /// <summary>Somebody ought to talk with the tenants; nothing of their money may be used.</summary>
    Foreslaatt,

    /// <summary>They have consented: what they can borrow may be reckoned.</summary>
    Samtykket,
    Avklart,
}

/// <summary>What a person made of it.</summary>
public enum Kjoepsutfall
{
    KanKjoepeNaa,
    KanKjoepeSenere,
    KanIkkeKjoepe,

    /// <summary>The tenants do not want to buy, or to be screened.</summary>
    OenskerIkke,
}

/// <summary>What was reckoned, and of what.</summary>
/// <param name="Dato">Rates of this day.</param>
/// <param name="Husholdning">The household's money, as told.</param>
/// <param name="Svar">What each way comes to.</param>
public sealed record Kjoepsberegning(DateOnly Dato, Husholdning Husholdning, IReadOnlyList<Variantsvar> Svar);

/// <summary>
/// Whether the tenants of a municipal lease could buy (boligsosialloven § 6: help to buy; forskrift om lån fra Husbanken § 5-4 fourth paragraph: better use of municipal
/// dwellings). Their money is used with their consent alone, and forgotten when they take it back. A person settles it; the numbers settle nothing.
/// </summary>
public sealed class Kjoepsvurdering
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The unit whose case it is: to the others it does not exist.</summary>
    public required string Enhet { get; init; }

    public required Guid LeieforholdId { get; init; }

    /// <summary>The tenants' pseudonyms.</summary>
    public required Guid[] Leietakere { get; init; }

    /// <summary>The lease's end that it was proposed for; null: a person proposed it.</summary>
    public DateOnly? Utloeper { get; init; }

    public required DateOnly Opprettet { get; init; }

    public Kjoepsstatus Status { get; private set; }

    public DateOnly? Samtykket { get; private set; }

    public string? SamtykkeFoertAv { get; private set; }

    public Kjoepsberegning? Beregning { get; private set; }

    public Kjoepsutfall? Utfall { get; private set; }

    public string? Begrunnelse { get; private set; }

    public DateOnly? Avklart { get; private set; }

    public string? AvklartAv { get; private set; }

    /// <summary>When it is worth a new try.</summary>
    public DateOnly? ProevesIgjen { get; private set; }

    /// <summary>The application for startlån that came of it.</summary>
    public Guid? SoeknadId { get; set; }

    /// <summary>The row's version (xmin), given out as ETag.</summary>
    public uint Versjon { get; private init; }

    internal IEnumerable<Bruk> Bruk(Handling handling = Handling.Lest) => Leietakere.Select(l => new Bruk(handling, new PersonRef(l), "kjoepsvurdering", "saksbehandling", $"kjoepsvurdering/{Id}"));

    public Avvisning? Samtykk(DateOnly dato, string foertAv)
    {
        if (Status != Kjoepsstatus.Foreslaatt)
            return FeilStatus();
        (Status, Samtykket, SamtykkeFoertAv) = (Kjoepsstatus.Samtykket, dato, foertAv);
        return null;
    }

    /// <summary>Whenever they want to, and what was reckoned is gone (personvernforordningen art. 7 no. 3); what a person has settled stands.</summary>
    public Avvisning? TrekkSamtykke()
    {
        if (Samtykket is null)
            return new("ingen-samtykke", "Det er ikke noe samtykke å trekke tilbake.");
        (Samtykket, SamtykkeFoertAv, Beregning) = (null, null, null);
        if (Status == Kjoepsstatus.Samtykket)
            Status = Kjoepsstatus.Foreslaatt;
        return null;
    }

    public Avvisning? KanBeregnes() => Status switch
    {
        Kjoepsstatus.Samtykket => null,
        Kjoepsstatus.Avklart => FeilStatus(),
        _ => new("samtykke-mangler", "Leietakerne må ha samtykket før inntekten deres brukes.", new("personvernforordningen", "artikkel 6 nr. 1 bokstav a", new(2018, 7, 20)), "husholdning"),
    };

    public void Beregnet(Kjoepsberegning beregning) => Beregning = beregning;

    public Avvisning? Avklar(Kjoepsutfall utfall, string begrunnelse, DateOnly? proevesIgjen, DateOnly dato, string av)
    {
        if (Status == Kjoepsstatus.Avklart)
            return FeilStatus();
        if (utfall is Kjoepsutfall.KanKjoepeNaa or Kjoepsutfall.KanKjoepeSenere && Beregning is null)
            return new("ikke-beregnet", "At leietakerne kan kjøpe, må bygge på en beregning av hva de kan låne.", Felt: "utfall");
        if (proevesIgjen <= dato)
            return new("dato-for-tidlig", "En ny vurdering må være etter denne.", Felt: "proevesIgjen");
        (Status, Utfall, Begrunnelse, ProevesIgjen, Avklart, AvklartAv) = (Kjoepsstatus.Avklart, utfall, begrunnelse, proevesIgjen, dato, av);
        return null;
    }

    private Avvisning FeilStatus() => new("vurdering-feil-status", Status == Kjoepsstatus.Avklart ? "Vurderingen er avklart." : "Leietakerne har samtykket før.");
}
