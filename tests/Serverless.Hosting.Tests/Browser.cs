using Microsoft.Playwright;

namespace Serverless.Hosting.Tests;

/// <summary>
/// One browser for the tests of a class. The driver comes with the package, the browser from Debian: its own would be a download of
/// hundreds of megabytes. A machine without it fails here and says so.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        Assert.True(File.Exists(Chromium), "The page is tested in Debian's chromium: apt-get install chromium.");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Headless = true });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>Opens the page of a host in a context of its own.</summary>
    internal async Task<Visit> OpenAsync(RunningHost host, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool mayFail = false)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 800 }, ColorScheme = scheme });
        var page = await context.NewPageAsync();
        var visit = new Visit(context, page, host.Client.BaseAddress!, mayFail);
        await page.GotoAsync(new Uri(host.Client.BaseAddress!, "/_serverless").ToString());
        return visit;
    }

    /// <summary>A page that must not complain, nor reach anything but its host.</summary>
    internal sealed class Visit : IAsyncDisposable
    {
        private readonly IBrowserContext _context;
        private readonly List<string> _complaints = [];

        public Visit(IBrowserContext context, IPage page, Uri host, bool mayFail)
        {
            _context = context;
            Page = page;
            page.Console += (_, message) =>
            {
                // Chromium reports every answer from 400 up, also those a test asks for.
                if (message.Type is "error" or "warning" && !(mayFail && message.Text.Contains("Failed to load resource", StringComparison.Ordinal)))
                    Complain("console: " + message.Text);
            };
            page.PageError += (_, error) => Complain("error: " + error);
            page.Request += (_, request) =>
            {
                if (new Uri(request.Url) is { Scheme: not "data" } address && address.Authority != host.Authority)
                    Complain("reached " + request.Url);
            };
        }

        public IPage Page { get; }

        public Task ScreenshotAsync(string name) =>
            Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", name + ".png"), FullPage = true });

        public async ValueTask DisposeAsync()
        {
            await _context.DisposeAsync();
            lock (_complaints)
                Assert.Empty(_complaints);
        }

        private void Complain(string text)
        {
            lock (_complaints)
                _complaints.Add(text);
        }
    }
}
