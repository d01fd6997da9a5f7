using Boligsosial.Boligregister.Boliger.Regler;

namespace Boligsosial.Boligregister.Tests.Regler;

public sealed class TilgjengelighetTests
{
    public static TheoryData<string[], string> Boliger => new()
    {
        { [], "ordinaer" },
        { ["heis", "balkong"], "ordinaer" },
        { ["heis", "trinnfri"], "trinnfri" },
        { ["rullestol"], "rullestol" },
        { ["rullestol", "trinnfri"], "rullestol" },
        { ["trinnfri", "rullestol"], "rullestol" },
    };

    [Theory]
    [MemberData(nameof(Boliger), DisableDiscoveryEnumeration = true)]
    public void Sier_det_meste_som_boligen_duger_til(string[] egenskaper, string tilgjengelighet) =>
        Assert.Equal(tilgjengelighet, Tilgjengelighet.Av(egenskaper));
}
