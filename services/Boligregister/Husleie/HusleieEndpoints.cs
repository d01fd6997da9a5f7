namespace Boligsosial.Boligregister.Husleie;

/// <summary>Rent and arrears: <c>/husleie</c> and <c>/fravikelser</c>.</summary>
internal static class HusleieEndpoints
{
    public static void MapHusleie(this IEndpointRouteBuilder api)
    {
        _ = api;
    }
}
