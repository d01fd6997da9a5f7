using System.Net;
using System.Text.Json;
using Refit;

namespace Standins.Tests;

public class RefitAnswerTests
{
    private const string Chair = """{"name":"stol","price":1.5,"day":"2025-06-01","colour":"darkBlue"}""";

    [Fact]
    public async Task A_body_is_read()
    {
        var thing = await For(Recorder.Ok(Chair)).Get("1", TestContext.Current.CancellationToken);

        Assert.Equal(new Thing("stol", 1.5m, new DateOnly(2025, 6, 1), Colour.DarkBlue), thing);
    }

    [Fact]
    public async Task A_response_carries_body_status_and_headers()
    {
        using var answer = await For(Recorder.Ok(Chair)).GetWithHeaders("1");

        Assert.True(answer.IsSuccessful);
        Assert.Equal("stol", answer.Content.Name);
        Assert.Equal("\"7\"", answer.Headers.ETag?.Tag);
        Assert.Equal("application/json", answer.ContentHeaders?.ContentType?.MediaType);
        Assert.Null(answer.Error);
    }

    [Fact]
    public async Task A_response_of_a_failure_does_not_throw_until_asked()
    {
        using var answer = await For(new Recorder(HttpStatusCode.NotFound, "gone", "text/plain")).GetByInterface("1");

        Assert.False(answer.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Null(answer.Content);
        Assert.Equal("gone", answer.Error!.Content);

        var typed = Assert.IsType<ApiResponse<Thing>>(answer);
        await Assert.ThrowsAsync<ApiException>(typed.EnsureSuccessStatusCodeAsync);
    }

    [Fact]
    public async Task A_failure_throws_with_the_body()
    {
        var things = For(new Recorder(HttpStatusCode.Conflict, Chair));

        var failure = await Assert.ThrowsAsync<ApiException>(() => things.Get("1", TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.Conflict, failure.StatusCode);
        Assert.Equal("Response status code does not indicate success: 409 (Conflict).", failure.Message);
        Assert.Equal(HttpMethod.Get, failure.HttpMethod);
        Assert.Equal("/things/1", failure.Uri!.AbsolutePath);
        Assert.Equal("stol", (await failure.GetContentAsAsync<Thing>())!.Name);
    }

    [Fact]
    public async Task Problem_details_are_read()
    {
        const string problem = """
            {"type":"urn:boligsosial:ugyldig","title":"Avvist","status":422,"errors":{"soverom":["minst 0"]},"lest":3}
            """;
        var things = For(new Recorder(HttpStatusCode.UnprocessableEntity, problem, "application/problem+json"));

        var failure = await Assert.ThrowsAsync<ValidationApiException>(
            () => things.Get("1", TestContext.Current.CancellationToken));

        Assert.Equal("urn:boligsosial:ugyldig", failure.Content!.Type);
        Assert.Equal(422, failure.Content.Status);
        Assert.Equal(["minst 0"], failure.Content.Errors["soverom"]);
        Assert.Equal(3L, failure.Content.Extensions["lest"]);
        Assert.Equal(3, (await failure.GetContentAsAsync<Report>())!.Lest);
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_is_an_ApiException_with_the_cause()
    {
        var things = For(Recorder.Ok("<html>"));

        var failure = await Assert.ThrowsAsync<ApiException>(() => things.Get("1", TestContext.Current.CancellationToken));
        using var answer = await things.GetWithHeaders("1");

        Assert.IsType<JsonException>(failure.InnerException);
        Assert.True(answer.IsSuccessStatusCode);
        Assert.False(answer.IsSuccessful);
        Assert.IsType<JsonException>(answer.Error!.InnerException);
    }

    [Fact]
    public async Task A_task_without_result_throws_on_failure()
    {
        var things = For(new Recorder(HttpStatusCode.PreconditionFailed, ""));

        var failure = await Assert.ThrowsAsync<ApiException>(
            () => things.Replace(Guid.CreateVersion7(), new Thing("", 0, default, Colour.Red), "\"6\""));

        Assert.Equal(HttpStatusCode.PreconditionFailed, failure.StatusCode);
        Assert.False(failure.HasContent);
    }

    [Fact]
    public async Task Text_and_streams_are_handed_over_as_they_are()
    {
        var things = For(Recorder.Ok("a;b"));

        using var reader = new StreamReader(await things.GetStream("1"));

        Assert.Equal("a;b", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal("a;b", await things.GetText("1"));
    }

    [Fact]
    public async Task A_raw_answer_is_handed_over_whatever_its_status()
    {
        using var raw = await For(new Recorder(HttpStatusCode.BadGateway, "down")).GetRaw("1");

        Assert.Equal(HttpStatusCode.BadGateway, raw.StatusCode);
        Assert.Equal("down", await raw.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_response_without_body_type_tells_the_status()
    {
        using var answer = await For(new Recorder(HttpStatusCode.NoContent, "")).Remove("1");

        Assert.True(answer.IsSuccessful);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Fact]
    public async Task Own_serializer_options_are_used_both_ways()
    {
        var sent = Recorder.Ok("""{"Name":"STOL","Price":1,"Day":"2025-06-01","Colour":1}""");
        var settings = new RefitSettings(new SystemTextJsonContentSerializer(new JsonSerializerOptions()));

        var answer = await RestService.For<IThings>(sent.Client(), settings).Add(new Thing("stol", 1, default, Colour.Red));

        Assert.Equal("STOL", answer.Name);
        Assert.StartsWith("""{"Name":"stol",""", sent.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interface_without_http_methods_is_refused()
    {
        using var client = Recorder.Ok().Client();

        Assert.Throws<InvalidOperationException>(() => RestService.For<INothing>(client));
    }

    [Fact]
    public void A_path_parameter_that_no_argument_fills_is_refused()
    {
        using var client = Recorder.Ok().Client();

        Assert.Throws<ArgumentException>(() => RestService.For<IMisspelt>(client));
    }

    private static IThings For(Recorder recorder) => RestService.For<IThings>(recorder.Client());

    private sealed record Report(int Lest);
}
