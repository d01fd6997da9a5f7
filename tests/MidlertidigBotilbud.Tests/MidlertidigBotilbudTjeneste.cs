using Boligsosial.Felles;
using Boligsosial.Testing;

[assembly: AssemblyFixture(typeof(Servere))]

namespace Boligsosial.MidlertidigBotilbud.Tests;

/// <summary>Midlertidig botilbud with a database of its own.</summary>
public sealed class MidlertidigBotilbudTjeneste(Servere servere) : Tjeneste<Program>(servere, "midlertidig-botilbud", Roller.NavVeileder);
