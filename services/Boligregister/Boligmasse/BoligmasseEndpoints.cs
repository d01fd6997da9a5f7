namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>Agreements and the stock: <c>/avtaler</c> and what is planned.</summary>
internal static class BoligmasseEndpoints
{
    public static void MapBoligmasse(this IEndpointRouteBuilder api)
    {
        _ = api;
    }
}
