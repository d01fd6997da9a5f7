using Boligsosial.MidlertidigBotilbud.Akutt;

namespace Boligsosial.MidlertidigBotilbud.Varig.Regler;

/// <summary>Which of NIBR's five situations somebody without a home is in (Ålesund's boligsosial plan 2025–2035, 1.2).</summary>
public static class Nibr
{
    /// <summary>«nibr-1» no roof the coming night, 2 temporary housing, 3 release and 4 discharge within two months, 5 with friends or relatives for now.</summary>
    public static string Situasjon(Bakgrunn bakgrunn, bool harOpphold) => (harOpphold, bakgrunn) switch
    {
        (true, _) => "nibr-2",
        (_, Bakgrunn.Loeslatelse) => "nibr-3",
        (_, Bakgrunn.Utskriving or Bakgrunn.Ettervern) => "nibr-4",
        (_, Bakgrunn.MidlertidigHosAndre) => "nibr-5",
        _ => "nibr-1",
    };
}
