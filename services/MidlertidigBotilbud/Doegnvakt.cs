using Boligsosial.ServiceDefaults;

namespace Boligsosial.MidlertidigBotilbud;

/// <summary>The tasks of midlertidig botilbud that a new day brings.</summary>
internal sealed class Doegnvakt(IServiceScopeFactory tjenester, TimeProvider tid, IConfiguration innstillinger, ILogger<Doegnvakt> logg)
    : Doegnvakt<MidlertidigBotilbudDb>(tjenester, tid, innstillinger, logg);
