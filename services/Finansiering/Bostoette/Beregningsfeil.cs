using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Bostoette;

/// <summary>How faults in what is to be computed are answered.</summary>
internal static class Beregningsfeil
{
    private static readonly HashSet<string> Regler = new(StringComparer.Ordinal) { "satser-mangler", "satser-ikke-fastsatt", "to-inntektsgrenser" };

    /// <summary>400 with all of them; 422 where the only one is that the rules do not reach that far.</summary>
    public static ProblemHttpResult Svar(this List<Avvisning> feil) => feil is [var en] && Regler.Contains(en.Kode) ? Problem.From(en) : Problem.Invalid(feil);
}
