using System.Text.Json;
using System.Text.Json.Serialization;
using Refit;

namespace Boligsosial.Client;

/// <summary>Makes the client of the dwelling register, and eases what takes several calls.</summary>
public static class Boligregister
{
    /// <summary>Writes and reads as the register does: lowerCamelCase, nothing for what is not set.</summary>
    public static RefitSettings Innstillinger { get; } = new(new SystemTextJsonContentSerializer(
        new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        }));

    /// <summary>A client of the register behind a gateway.</summary>
    /// <param name="http">With <see cref="HttpClient.BaseAddress"/> set to the gateway, such as http://localhost:8080.</param>
    public static IBoligregisterApi Klient(HttpClient http) => RestService.For<IBoligregisterApi>(http, Innstillinger);

    /// <summary>Every dwelling that meets the filter, fetching page after page as they are asked for.</summary>
    /// <param name="api">The register.</param>
    /// <param name="filter">The conditions; <see cref="Boligfilter.Antall"/> is the size of a page.</param>
    /// <param name="cancellationToken">Ends the fetching.</param>
    public static async IAsyncEnumerable<Bolig> SoekAlleBoliger(
        this IBoligregisterApi api,
        Boligfilter filter,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(filter);

        while (true)
        {
            var side = await api.SoekBoliger(filter, cancellationToken).ConfigureAwait(false);
            foreach (var bolig in side.Innhold)
            {
                yield return bolig;
            }

            if (side.Neste is null)
            {
                yield break;
            }

            filter = filter with { Etter = side.Neste };
        }
    }

    /// <summary>The report of an import, whether it was accepted (200) or refused for its lines (422).</summary>
    /// <param name="svar">The answer of <see cref="IBoligregisterApi.ImporterBoliger"/>.</param>
    /// <exception cref="ApiException">Any other answer.</exception>
    public static async Task<Importrapport> LesImportrapport(this ApiResponse<Importrapport> svar)
    {
        ArgumentNullException.ThrowIfNull(svar);

        if (svar.IsSuccessful)
        {
            return svar.Content;
        }

        var rapport = await LesAvvistRapport(svar.Error).ConfigureAwait(false);
        return rapport ?? throw svar.Error;
    }

    // The report lies beside the fields of the problem; a 422 of another kind has none.
    private static async Task<Importrapport?> LesAvvistRapport(ApiException feil)
    {
        if (feil.StatusCode != System.Net.HttpStatusCode.UnprocessableEntity)
        {
            return null;
        }

        var rapport = await feil.GetContentAsAsync<Importrapport>().ConfigureAwait(false);
        return rapport?.Avvist is null ? null : rapport;
    }
}
