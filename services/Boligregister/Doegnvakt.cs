using Boligsosial.ServiceDefaults;

namespace Boligsosial.Boligregister;

/// <summary>The tasks of boligregister that a new day brings.</summary>
internal sealed class Doegnvakt(IServiceScopeFactory tjenester, TimeProvider tid, IConfiguration innstillinger, ILogger<Doegnvakt> logg)
    : Doegnvakt<BoligregisterDb>(tjenester, tid, innstillinger, logg);
