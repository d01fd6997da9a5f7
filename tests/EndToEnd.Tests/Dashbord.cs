using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Boligsosial.EndToEnd.Tests;

/// <summary>Aspire's dashboard in a browser without a window, by what a person sees there. Pictures are left in TestResults.</summary>
internal sealed class Dashbord : IAsyncDisposable
{
    /// <summary>The state of a resource that runs and is healthy: «Running (Unhealthy)» is neither, a number after it is of unread errors.</summary>
    public const string Frisk = @"^\s*Running(?!.*\()";

    private const float Frist = 60_000;
    private static readonly string Bilder = Path.Combine(AppContext.BaseDirectory, "TestResults");
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _side;
    private readonly Uri _lenke;

    private Dashbord(IPlaywright playwright, IBrowser browser, IPage side, Uri lenke) =>
        (_playwright, _browser, _side, _lenke) = (playwright, browser, side, lenke);

    public static async Task<Dashbord> Aapne(Uri lenke)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Nettleser(),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
        });
        var side = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1500, Height = 900 }, Locale = "en-US" });
        side.SetDefaultTimeout(Frist);
        Assertions.SetDefaultExpectTimeout(Frist);
        Directory.CreateDirectory(Bilder);
        return new Dashbord(playwright, browser, side, lenke);
    }

    public async Task KreverInnlogging()
    {
        await GaaTil("/");
        Assert.Equal("/login", new Uri(_side.Url).AbsolutePath);
    }

    public async Task LoggInn()
    {
        await _side.GotoAsync(_lenke.ToString());
        await _side.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
    }

    public ILocator Rad(string ressurs) =>
        _side.Locator("tr.resource-row").Filter(new() { Has = _side.GetByText(ressurs, new() { Exact = true }) });

    /// <summary>Fails unless the resource's state becomes one that matches.</summary>
    public Task Tilstand(string ressurs, string moenster) =>
        Assertions.Expect(Rad(ressurs).GetByRole(AriaRole.Gridcell).Nth(1)).ToHaveTextAsync(new Regex(moenster, RegexOptions.None, TimeSpan.FromSeconds(1)));

    public async Task ErKjoerendeOgFrisk(string ressurs)
    {
        await Tilstand(ressurs, Frisk);
        await Rad(ressurs).GetByRole(AriaRole.Gridcell).First.ClickAsync();
        await Assertions.Expect(Detalj("Display name")).ToHaveTextAsync(new Regex($@"name\s*{ressurs}\s*$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Assertions.Expect(Detalj("Health state")).ToContainTextAsync("Healthy");
    }

    public async Task Lenke(string ressurs, string tekst, string sti)
    {
        var adresse = await Rad(ressurs).GetByRole(AriaRole.Link, new() { Name = tekst, Exact = true }).GetAttributeAsync("href");
        Assert.Equal(sti, new Uri(adresse!).AbsolutePath);
    }

    /// <summary>The API page asks for a token, and shows the service's operations when it is given one.</summary>
    public async Task ApiSide(Uri side, string token)
    {
        var nettside = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = 1200, Height = 900 } });
        nettside.SetDefaultTimeout(Frist);
        nettside.Dialog += async (_, dialog) => await dialog.AcceptAsync(token);
        await nettside.GotoAsync(side.ToString());
        await Assertions.Expect(nettside.GetByText("Søk i leieforhold")).ToBeVisibleAsync();
        await nettside.ScreenshotAsync(new() { Path = Path.Combine(Bilder, "api-side.png") });
        await nettside.CloseAsync();
    }

    /// <summary>One of the buttons on the resource's row.</summary>
    public async Task Velg(string ressurs, string handling)
    {
        await GaaTil("/");
        await Rad(ressurs).GetByRole(AriaRole.Button, new() { Name = handling }).ClickAsync();
    }

    public async Task Konsoll(string ressurs, string linje)
    {
        await Velg(ressurs, "Console logs");
        await _side.GetByText(linje).First.WaitForAsync();
    }

    /// <summary>Opens a trace of that name in which all of these (patterns) took part.</summary>
    public async Task Sporing(string navn, params string[] deltakere)
    {
        await GaaTil("/traces");
        await _side.GetByTitle("Name filter").Locator("input").FillAsync(navn); // Unfiltered, the list moves under the pointer with every new trace.
        var rad = _side.GetByRole(AriaRole.Row).Filter(new() { HasText = navn });
        foreach (var deltaker in deltakere)
            rad = rad.Filter(new() { HasTextRegex = new($@"{deltaker} \(", RegexOptions.None, TimeSpan.FromSeconds(1)) });
        await KlikkTil(rad.First, "/traces/detail/");
        await _side.GetByText("Depth").First.WaitForAsync(); // Only the trace itself has one.
        foreach (var deltaker in deltakere)
            await _side.GetByRole(AriaRole.Row).Filter(new() { HasTextRegex = new(deltaker, RegexOptions.None, TimeSpan.FromSeconds(1)) }).First.WaitForAsync();
    }

    public async Task Maalinger(string ressurs, params string[] kilder)
    {
        await GaaTil($"/metrics/resource/{ressurs}");
        foreach (var kilde in kilder)
            await _side.GetByText(kilde, new() { Exact = true }).First.WaitForAsync();
    }

    public Task Bilde(string navn) => _side.ScreenshotAsync(new() { Path = Path.Combine(Bilder, $"dashbord-{navn}.png") });

    public async ValueTask DisposeAsync()
    {
        await Bilde("til-slutt");
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    /// <summary>A click on a row that the page draws anew in that moment reaches nobody; then a person clicks again, and so do we.</summary>
    private async Task KlikkTil(ILocator rad, string sti)
    {
        var fremme = _side.WaitForURLAsync(url => url.Contains(sti, StringComparison.Ordinal));
        while (!fremme.IsCompleted)
            await Task.WhenAny(fremme, KlikkOgVent(rad));
        await fremme;
    }

    private static async Task KlikkOgVent(ILocator rad)
    {
        await rad.ClickAsync();
        await Task.Delay(TimeSpan.FromSeconds(5)); // What a page may take to open: a click sooner could land on it.
    }

    private ILocator Detalj(string navn) => _side.GetByRole(AriaRole.Row).Filter(new() { HasText = navn });

    private async Task GaaTil(string sti) => await _side.GotoAsync(new Uri(_lenke, sti).ToString());

    /// <summary>The machine's own; none is downloaded.</summary>
    private static string Nettleser() =>
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("The tests in a browser need Chromium (Debian: chromium); ./boligsosial test installs it.");
}
