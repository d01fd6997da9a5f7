namespace AppHost;

public enum Modus
{
    Auto,
    Container,
    Native,
    Ekstern,
}

/// <summary>The settings of appsettings.json, each of which can be given as <c>--Gateway:Port=8081</c> or <c>Gateway__Port=8081</c>. Port 0 is any free one.</summary>
public sealed record Innstillinger(Modus Modus, string DataMappe, int? GatewayPort, int? UtstederPort, int PostgresPort, int RabbitmqPort, int Replikaer)
{
    /// <summary>Where a service's API is read: on the gateway's page, which asks for a token; or the bare document when the page's port is not known yet.</summary>
    public string ApiDokument(string tjeneste) => GatewayPort is { } port ? $"http://localhost:{port}/openapi?urls.primaryName={tjeneste}" : $"/openapi/{tjeneste}.json";

    public static Innstillinger Les(IDistributedApplicationBuilder builder)
    {
        var modus = builder.Configuration["Infrastruktur:Modus"];
        return new(
            Enum.TryParse<Modus>(modus, ignoreCase: true, out var valgt)
                ? valgt
                : throw new OppsettException($"The setting Infrastruktur:Modus is '{modus}'; it is one of auto, container, native, ekstern."),
            Path.GetFullPath(builder.Configuration["Data:Mappe"] ?? "../.boligsosial/data", builder.AppHostDirectory),
            Tall("Gateway:Port") is > 0 and var port ? port : null,
            Tall("Utsteder:Port") is > 0 and var utstederPort ? utstederPort : null,
            Port("Postgres:Port"),
            Port("Rabbitmq:Port"),
            Math.Max(1, Tall("Replikaer")));

        int Port(string navn) => Tall(navn) is > 0 and var valgtPort ? valgtPort : Porter.Ledig();

        int Tall(string navn) => int.TryParse(builder.Configuration[navn], out var tall) && tall is >= 0 and <= 65535
            ? tall
            : throw new OppsettException($"The setting {navn} is '{builder.Configuration[navn]}'; it is a number from 0 to 65535.");
    }
}

/// <summary>Something that whoever starts the system can put right. Shown as its sentence, without a stack trace.</summary>
public sealed class OppsettException(string message) : Exception(message)
{
    public override string ToString() => Message;
}
