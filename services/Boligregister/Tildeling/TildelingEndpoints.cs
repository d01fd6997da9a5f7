namespace Boligsosial.Boligregister.Tildeling;

/// <summary>Allocation: <c>/tildelingsmoeter</c> and <c>/tilbud</c>.</summary>
internal static class TildelingEndpoints
{
    public static void MapTildeling(this IEndpointRouteBuilder api)
    {
        _ = api;
    }
}
