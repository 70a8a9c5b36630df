using Microsoft.Playwright;
using Serverless.Artifacts.Pictures;
using Serverless.Testing.Tools;

namespace Serverless.Artifacts.Tests.StateMachines.Pictures;

/// <summary>The pictures in a real browser: texts fit their boxes with its fonts, and Mermaid itself draws what is written for it.</summary>
public sealed class PictureBrowserTests : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        Assert.True(File.Exists(Chromium), "Pictures are tested in Debian's chromium: apt-get install chromium.");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Headless = true });
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Texts_fit_their_boxes(ColorScheme scheme)
    {
        var page = await (await _browser.NewContextAsync(new BrowserNewContextOptions { ColorScheme = scheme })).NewPageAsync();
        foreach (var name in DiagramLayoutTests.Machines)
        {
            var svg = SvgRenderer.Render(DiagramLayoutTests.Machine((string)name));
            await page.SetContentAsync($"<!doctype html><body style=\"margin:0\">{svg}</body>");
            var tooWide = await page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('svg g > .node')].flatMap(box => {
                  const b = box.getBBox();
                  return [...box.parentElement.children].filter(t => t.tagName === 'text').filter(t => { const r = t.getBBox(); return r.x < b.x || r.x + r.width > b.x + b.width || r.y + r.height > b.y + b.height + 4; }).map(t => t.textContent);
                })
                """);
            Assert.Empty(tooWide);
            await page.Locator("svg").ScreenshotAsync(new LocatorScreenshotOptions { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"machine-{name}-{scheme}.png") });
        }
    }

    [Fact]
    public async Task Mermaid_draws_every_state()
    {
        var page = await _browser.NewPageAsync();
        await page.SetContentAsync("<!doctype html><body></body>");
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = Path.Combine(RepositoryPaths.Root, "tests/tools/node_modules/mermaid/dist/mermaid.min.js") });
        foreach (var name in DiagramLayoutTests.Machines)
        {
            var machine = DiagramLayoutTests.Machine((string)name);
            var svg = await page.EvaluateAsync<string>(
                "async chart => { mermaid.initialize({ startOnLoad: false }); return (await mermaid.render('m' + Math.random().toString(36).slice(2), chart)).svg; }",
                MermaidRenderer.Chart(DiagramBuilder.Of(machine)));
            Assert.DoesNotContain("Syntax error", svg, StringComparison.Ordinal);
            var text = System.Net.WebUtility.HtmlDecode(svg);
            foreach (var state in StateWalk.All(machine.Graph))
                Assert.Contains(state.Name, text, StringComparison.Ordinal);
        }

        // Shows that a broken chart would be noticed.
        await Assert.ThrowsAnyAsync<PlaywrightException>(() => page.EvaluateAsync<string>("async chart => (await mermaid.render('broken', chart)).svg", "flowchart TD\n  a[[ -->"));
    }
}
