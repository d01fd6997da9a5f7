using Boligsosial.ServiceDefaults;

namespace Boligsosial.Finansiering;

/// <summary>The tasks of finansiering that a new day brings.</summary>
internal sealed class Doegnvakt(IServiceScopeFactory tjenester, TimeProvider tid, IConfiguration innstillinger, ILogger<Doegnvakt> logg)
    : Doegnvakt<FinansieringDb>(tjenester, tid, innstillinger, logg);
