using Refit;

namespace Standins.Tests;

public class RefitRequestTests
{
    private readonly Recorder _sent = Recorder.Ok("\"\"");

    private IThings Things => RestService.For<IThings>(_sent.Client());

    [Fact]
    public async Task Path_parameters_are_escaped()
    {
        await Things.GetText("a/b c?æ");

        Assert.Equal("GET", _sent.Method);
        Assert.Equal("/things/a%2Fb%20c%3F%C3%A6/text", _sent.PathAndQuery);
    }

    [Fact]
    public async Task The_path_of_the_base_address_is_kept()
    {
        await RestService.For<IThings>(_sent.Client("http://gateway.example/api/v1")).GetText("1");

        Assert.Equal("/api/v1/things/1/text", _sent.PathAndQuery);
    }

    [Fact]
    public async Task A_null_query_parameter_is_left_out()
    {
        await Things.Find();

        Assert.Equal("/things?fixed=1", _sent.PathAndQuery);
    }

    [Fact]
    public async Task Query_values_are_written_in_the_invariant_culture()
    {
        await Things.Find(
            "skodje & omegn", least: 2, price: 9500.50m, day: new DateOnly(2025, 6, 15), colour: Colour.DarkBlue, open: true);

        Assert.Equal(
            "/things?fixed=1&text=skodje%20%26%20omegn&from=2&price=9500.50&day=2025-06-15&colour=dark-blue&open=True",
            _sent.PathAndQuery);
    }

    [Fact]
    public async Task A_collection_is_repeated_when_multi_and_joined_by_commas_otherwise()
    {
        await Things.Find(tags: ["heis", "robust"], numbers: [1, 2]);

        Assert.Equal("/things?fixed=1&tags=heis&tags=robust&numbers=1%2C2", _sent.PathAndQuery);
    }

    [Fact]
    public async Task An_object_becomes_a_parameter_for_each_property_that_is_set()
    {
        await Things.FindBy(new ThingFilter
        {
            Name = "æ",
            Day = new DateOnly(2025, 1, 2),
            Tags = ["a", "b"],
            Count = 3,
        });

        Assert.Equal("/things?name=%C3%A6&day=2025-01-02&tag=a&tag=b&Count=3", _sent.PathAndQuery);
    }

    [Fact]
    public async Task An_object_with_nothing_set_adds_no_query()
    {
        await Things.FindBy(new ThingFilter());

        Assert.Equal("/things", _sent.PathAndQuery);
    }

    [Fact]
    public async Task A_body_is_json_in_lowerCamelCase()
    {
        var sent = Recorder.Ok("null");

        await RestService.For<IThings>(sent.Client()).Add(new Thing("stol", 1.50m, new DateOnly(2025, 6, 1), Colour.DarkBlue));

        Assert.Equal("POST", sent.Method);
        Assert.Equal("""{"name":"stol","price":1.50,"day":"2025-06-01","colour":"darkBlue"}""", sent.Body);
        Assert.Equal("application/json; charset=utf-8", sent.Headers["Content-Type"]);
        Assert.Null(sent.Length);
    }

    [Fact]
    public async Task A_buffered_body_has_a_length()
    {
        await Things.AddBuffered(new Thing("stol", 1, default, Colour.Red));

        Assert.Equal(_sent.Body!.Length, _sent.Length);
    }

    [Fact]
    public async Task A_method_header_wins_over_the_interface_and_a_null_one_is_not_sent()
    {
        var sent = Recorder.Ok("null");

        await RestService.For<IThings>(sent.Client()).Add(new Thing("", 0, default, Colour.Red), key: null);

        Assert.Equal("tests", sent.Headers["X-Client"]);
        Assert.Equal("post", sent.Headers["X-Method"]);
        Assert.False(sent.Headers.ContainsKey("X-Removed"));
        Assert.False(sent.Headers.ContainsKey("Idempotency-Key"));
    }

    [Fact]
    public async Task The_only_object_of_a_put_is_its_body()
    {
        var id = Guid.CreateVersion7();

        await Things.Replace(id, new Thing("bord", 0, default, Colour.Red), "\"7\"");

        Assert.Equal("PUT", _sent.Method);
        Assert.Equal($"/things/{id}", _sent.PathAndQuery);
        Assert.Contains("bord", _sent.Body, StringComparison.Ordinal);
        Assert.Equal("\"7\"", _sent.Headers["If-Match"]);
    }

    [Fact]
    public async Task A_stream_is_sent_as_it_is_with_the_content_type_of_the_method()
    {
        await Things.Import(new MemoryStream("a;b\n1;2\n"u8.ToArray()), "godta-gyldige");

        Assert.Equal("/things/import?mode=godta-gyldige", _sent.PathAndQuery);
        Assert.Equal("a;b\n1;2\n", _sent.Body);
        Assert.Equal("text/csv", _sent.Headers["Content-Type"]);
    }

    [Fact]
    public async Task Content_is_sent_as_it_is()
    {
        await Things.Import(new StringContent("a;b", System.Text.Encoding.Latin1, "text/csv"));

        Assert.Equal("a;b", _sent.Body);
        Assert.Equal("text/csv; charset=iso-8859-1", _sent.Headers["Content-Type"]);
    }

    [Fact]
    public async Task A_header_collection_is_sent_without_line_breaks()
    {
        await Things.Touch("1", new Dictionary<string, string> { ["X-One"] = "a\r\nX-Two: b" });

        Assert.Equal("PATCH", _sent.Method);
        Assert.Equal("aX-Two: b", _sent.Headers["X-One"]);
        Assert.False(_sent.Headers.ContainsKey("X-Two"));
    }

    [Fact]
    public async Task A_cancelled_token_reaches_the_request()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Things.Get("1", cancelled.Token));
    }

    [Fact]
    public async Task A_client_without_an_address_is_refused_when_called()
    {
        using var client = new HttpClient(_sent);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => RestService.For<IThings>(client).GetText("1"));

        Assert.Equal("BaseAddress must be set on the HttpClient instance", failure.Message);
    }
}
