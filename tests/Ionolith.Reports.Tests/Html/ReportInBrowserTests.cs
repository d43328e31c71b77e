using Ionolith.Reports.Html;
using Microsoft.Playwright;
using Xunit;
using Xunit.Abstractions;

namespace Ionolith.Reports.Tests.Html;

/// <summary>Opens reports in Debian's chromium; says that it was skipped where there is none.</summary>
[Trait("Category", "Browser")]
public sealed class ReportInBrowserTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];
    private readonly string _folder = Directory.CreateTempSubdirectory("ionolith-report").FullName;
    private readonly List<string> _complaints = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Array.Find(Places, File.Exists) is not { } chromium)
        {
            const string Message = "skipped: no chromium is installed, so the report was not looked at in a browser";
            output.WriteLine(Message);
            Console.WriteLine(Message);
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        Directory.Delete(_folder, true);
    }

    [Fact]
    public async Task The_report_opens_offline_without_complaint_and_draws_every_figure()
    {
        if (await Open(SampleRun.Discharge(), 1280) is not { } page)
        {
            return;
        }

        Assert.Equal(11, await page.Locator("figure:not([hidden]) .plot").CountAsync());
        Assert.Equal(11, await page.Locator(".plot.js-plotly-plot").CountAsync());
        Assert.Equal(2, await page.Locator("#voltage-capacity .scatterlayer .trace path.js-line").CountAsync());
        Assert.Equal(8, await page.Locator("#losses-capacity .scatterlayer .trace").CountAsync());
        Assert.Equal(
            ["Electrolyte concentration", "Electrolyte potential", "Stoichiometry at the surface", "Solid potential: anode", "Solid potential: cathode", "Reaction current density", "Stoichiometry in the middle particle: NMC811"],
            await page.Locator("figcaption").AllTextContentsAsync());
        Assert.Equal("separator", await page.Locator("[data-profile='0'] .annotation-text").First.TextContentAsync());
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task The_slider_moves_every_profile_in_time()
    {
        if (await Open(SampleRun.Discharge(), 1280) is not { } page)
        {
            return;
        }

        var line = page.Locator("[data-profile='0'] .scatterlayer .trace path.js-line").First;
        var before = await line.GetAttributeAsync("d");
        await page.Locator("#time").FillAsync("30");
        Assert.Equal("50.4 min, 2.800 V", await page.Locator("#time-label").TextContentAsync());
        Assert.NotEqual(before, await line.GetAttributeAsync("d"));

        // At the end the concentration at the first position is 1000 + 700 (1 - e^-6) (0.45 - 1/60).
        var shown = await page.EvaluateAsync<double>("document.querySelector('[data-profile=\"0\"]').data[0].y[0]");
        Assert.Equal(1000 + (700 * (1 - Math.Exp(-6)) * (0.45 - (1 / 60.0))), shown, 0.05);
        var start = await page.EvaluateAsync<double>("document.querySelector('[data-profile=\"0\"]').data[1].y[0]");
        Assert.Equal(1000, start, 0.01);
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task Losses_can_be_shown_against_time_and_curves_be_hidden()
    {
        if (await Open(SampleRun.Discharge(), 1280) is not { } page)
        {
            return;
        }

        Assert.False(await page.Locator("#losses-time").IsVisibleAsync());
        await page.Locator("button[data-show='losses-time']").ClickAsync();
        Assert.True(await page.Locator("#losses-time").IsVisibleAsync());
        Assert.False(await page.Locator("#losses-capacity").IsVisibleAsync());
        var width = await page.Locator("#losses-time .main-svg").First.EvaluateAsync<double>("e => e.getBoundingClientRect().width");
        Assert.InRange(width, 900, 1180);
        await page.Locator("#voltage-time .legend button").First.ClickAsync();
        Assert.Equal(1, await page.Locator("#voltage-time .scatterlayer .trace").CountAsync());
        Assert.Empty(_complaints);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(400)]
    public async Task Nothing_is_wider_than_the_screen(int width)
    {
        if (await Open(SampleRun.Discharge(), width) is not { } page)
        {
            return;
        }

        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "the page scrolls sideways");
        var widest = await page.EvaluateAsync<double>("Math.max(...[...document.querySelectorAll('.main-svg')].map(e => e.getBoundingClientRect().right))");
        Assert.True(widest <= width, $"a plot reaches to {widest} px of {width}");
    }

    [Fact]
    public async Task Many_cycles_get_a_figure_of_their_own()
    {
        if (await Open(SampleRun.Cycling(60), 1280) is not { } page)
        {
            return;
        }

        Assert.Equal(3, await page.Locator("#cycle .scatterlayer .trace").CountAsync());
        Assert.Equal(0, await page.Locator(".choice").CountAsync());
        Assert.Equal("cycle 1cycle 16cycle 31cycle 45cycle 60", await page.Locator("#voltage-capacity .legend").TextContentAsync());
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task A_run_without_rows_opens_without_complaint()
    {
        if (await Open(SampleRun.Empty(), 1280) is not { } page)
        {
            return;
        }

        Assert.Contains("<no> & conductor", await page.Locator(".reason").TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(_complaints);
    }

    /// <summary>Opens a report from disk in a browser without network; null where there is no browser.</summary>
    private async Task<IPage?> Open(RunRecord run, int width)
    {
        if (_browser is null)
        {
            return null;
        }

        var file = Path.Combine(_folder, "report.html");
        await File.WriteAllTextAsync(file, HtmlReport.Write(run));
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions { Offline = true, ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        var page = await context.NewPageAsync();
        page.Console += (_, message) => Note(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => Note(true, error);
        page.Request += (_, request) => Note(!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal), request.Url);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        if (Environment.GetEnvironmentVariable("IONOLITH_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true, Path = Path.Combine(folder, $"report-{run.Result.Steps.Count}-{width}.png") });
        }

        return page;
    }

    private void Note(bool bad, string text)
    {
        if (bad)
        {
            _complaints.Add(text);
        }
    }
}
