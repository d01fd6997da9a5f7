using System.Runtime.Serialization;
using Refit;

namespace Standins.Tests;

[Headers("X-Client: tests", "X-Removed: yes")]
public interface IThings
{
    [Get("/things/{id}")]
    Task<Thing> Get(string id, CancellationToken cancellation = default);

    [Get("/things/{id}")]
    Task<ApiResponse<Thing>> GetWithHeaders(string id);

    [Get("/things/{id}")]
    Task<IApiResponse<Thing>> GetByInterface(string id);

    [Get("/things/{id}")]
    Task<HttpResponseMessage> GetRaw(string id);

    [Get("/things/{id}/text")]
    Task<string> GetText(string id);

    [Get("/things/{id}/text")]
    Task<Stream> GetStream(string id);

    [Get("/things?fixed=1")]
    Task<string> Find(
        string? text = null,
        [AliasAs("from")] int? least = null,
        decimal? price = null,
        [Query(Format = "yyyy-MM-dd")] DateOnly? day = null,
        Colour? colour = null,
        bool? open = null,
        [Query(CollectionFormat.Multi)] IReadOnlyList<string>? tags = null,
        int[]? numbers = null);

    [Get("/things")]
    Task<string> FindBy(ThingFilter filter);

    [Post("/things")]
    [Headers("X-Removed", "X-Method: post")]
    Task<Thing> Add([Body] Thing thing, [Header("Idempotency-Key")] string? key = null);

    [Post("/things/buffered")]
    Task AddBuffered([Body(buffered: true)] Thing thing);

    [Put("/things/{id}")]
    Task Replace(Guid id, Thing thing, [Header("If-Match")] string etag);

    [Post("/things/import")]
    [Headers("Content-Type: text/csv")]
    Task Import([Body] Stream csv, string? mode = null);

    [Post("/things/import")]
    Task Import([Body] HttpContent csv);

    [Patch("/things/{id}")]
    Task Touch(string id, [HeaderCollection] IDictionary<string, string> headers);

    [Delete("/things/{id}")]
    Task<IApiResponse> Remove(string id);
}

public interface INothing
{
    Task<Thing> Get();
}

public interface IMisspelt
{
    [Get("/things/{identity}")]
    Task<Thing> Get(string id);
}

public record Thing(string Name, decimal Price, DateOnly Day, Colour Colour);

public record ThingFilter
{
    [AliasAs("name")]
    public string? Name { get; init; }

    [AliasAs("day")]
    [Query(Format = "yyyy-MM-dd")]
    public DateOnly? Day { get; init; }

    [AliasAs("tag")]
    [Query(CollectionFormat.Multi)]
    public IReadOnlyList<string>? Tags { get; init; }

    public int? Count { get; init; }
}

public enum Colour
{
    Red,

    [EnumMember(Value = "dark-blue")]
    DarkBlue,
}
