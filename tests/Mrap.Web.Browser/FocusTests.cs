using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Mrap.Web.Browser;

/// <summary>
/// Who uses the keyboard sees where they are: each stop of the Tab key, both ways, has a ring of at least 2 pixels that stands out from
/// its ground by 3:1 and is not hidden by a bar.
/// </summary>
public sealed class FocusTests(Chromium chromium, ConsoleProcess console) : BrowserTest(chromium, console)
{
    // Low, so that pages scroll under their sticky bars.
    private const int Height = 620;

    private const int MaxStops = 120;

    // Tells of the focused element: "" when its ring can be seen, else what is wrong; null once every stop was seen.
    private const string Probe = """
        async () => {
          const focused = document.activeElement;
          if (!focused || focused === document.body || window.seen.has(focused)) { return null; }
          window.seen.add(focused);
          // A navigation puts the focus on the title, which is no stop of the keyboard.
          if (focused.matches('h1[tabindex="-1"]')) { return ''; }
          // What is drawn anew under the focus may need some frames.
          let fault = await look(focused);
          for (let i = 0; fault && i < 60; i++) {
            await new Promise(requestAnimationFrame);
            fault = await look(focused);
          }
          return fault;
        }
        """;

    // Tells what is wrong with the ring of the element at this moment; "" for nothing.
    private const string Look = """
        async (focused) => {
          await Promise.allSettled(focused.getAnimations({ subtree: true }).map(animation => animation.finished));
          const name = `${focused.tagName.toLowerCase()}.${focused.getAttribute('class') ?? ''} "`
            + `${(focused.getAttribute('aria-label') ?? focused.textContent ?? '').trim().slice(0, 40)}"`;
          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const rgba = colour => {
            canvas.clearRect(0, 0, 1, 1);
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
            return [...canvas.getImageData(0, 0, 1, 1).data];
          };
          const luminance = colour => {
            const [r, g, b] = colour.slice(0, 3).map(c => c / 255).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
            return .2126 * r + .7152 * g + .0722 * b;
          };
          const ground = element => {
            for (let e = element; e; e = e.parentElement) {
              const colour = rgba(getComputedStyle(e).backgroundColor);
              if (colour[3] > 250) { return colour; }
            }
            return rgba('Canvas');
          };
          const opacity = element => {
            let product = 1;
            for (let e = element; e; e = e.parentElement) { product *= parseFloat(getComputedStyle(e).opacity); }
            return product;
          };
          const ring = element => {
            const style = getComputedStyle(element);
            const box = element.getBoundingClientRect();
            const isDrawn = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
            if (!isDrawn || opacity(element) < .9 || box.width < 8) { return null; }
            const isInside = parseFloat(style.outlineOffset) < 0;
            return { colour: rgba(style.outlineColor), ground: ground(isInside ? element : element.parentElement), box };
          };
          const drawn = element => {
            const line = element.querySelector?.('.ring');
            const style = line && getComputedStyle(line);
            return style && style.stroke !== 'none' && parseFloat(style.strokeWidth) >= 2
              ? { colour: rgba(style.stroke), ground: ground(element.closest('svg')), box: element.getBoundingClientRect() } : null;
          };
          const bordered = element => {
            const line = element.parentElement.querySelector(':scope > .mud-input-outlined-border');
            const style = line && getComputedStyle(line);
            return style && style.borderBottomStyle !== 'none' && parseFloat(style.borderBottomWidth) >= 2
              ? { colour: rgba(style.borderBottomColor), ground: ground(line.parentElement), box: line.getBoundingClientRect() } : null;
          };
          let found = drawn(focused) ?? bordered(focused);
          for (let e = focused, i = 0; !found && e && i < 8; e = e.parentElement, i++) { found = ring(e); }
          if (!found) {
            const now = document.activeElement;
            const where = now === focused ? '' : `, the focus went to ${now?.outerHTML.slice(0, 200)}`;
            return `${name}: no ring (${getComputedStyle(focused).outline})${where}`;
          }
          const [a, b] = [luminance(found.colour), luminance(found.ground)].sort((x, y) => y - x);
          const ratio = (a + .05) / (b + .05);
          if (ratio < 3) { return `${name}: the ring's contrast is ${ratio.toFixed(2)}`; }
          const top = Math.max(found.box.top, 0), bottom = Math.min(found.box.bottom, innerHeight);
          const hits = [top + 1, (top + bottom) / 2, bottom - 1]
            .map(y => document.elementFromPoint(found.box.left + found.box.width / 2, y));
          const drawing = focused.closest('svg');
          const isShown = hit => hit && (hit.contains(focused) || focused.contains(hit)
            || hit.closest('label, .monaco-editor, .mud-switch, .mud-checkbox, .mud-input, .file-button')?.contains(focused)
            || (drawing && hit.closest('svg') === drawing));
          if (bottom <= top) { return `${name}: out of sight`; }
          const over = hits.find(hit => !isShown(hit));
          return over === undefined ? '' : `${name}: hidden by ${over?.tagName}.${over?.getAttribute?.('class')} "${over?.textContent?.trim().slice(0, 40)}"`;
        }
        """;

    [Theory]
    [InlineData(ColorScheme.Light, ForcedColors.None)]
    [InlineData(ColorScheme.Dark, ForcedColors.None)]
    [InlineData(ColorScheme.Dark, ForcedColors.Active)]
    public async Task EveryStop_OfTheKeyboard_ShowsItsRing(ColorScheme scheme, ForcedColors forced)
    {
        var page = await OpenAsync("/access-points", height: Height, scheme: scheme);
        await page.EmulateMediaAsync(new() { ForcedColors = forced });
        await Expect(page.GetByText("There is none here yet.")).ToBeVisibleAsync();
        await OpenExampleAsync(page);
        var address = new Uri(page.Url).AbsolutePath;
        await Expect(page.Locator(".map-region").First).ToBeVisibleAsync();
        await ShouldShowEveryStopAsync(page, "overview");

        await GoToAsync(page, "/access-points");
        await Expect(page.GetByRole(AriaRole.Row)).Not.ToHaveCountAsync(0);
        await ShouldShowEveryStopAsync(page, "list");
        await GoToAsync(page, $"{address}/permissions");
        await Expect(page.Locator(".delegation-table")).ToBeVisibleAsync();
        await ShouldShowEveryStopAsync(page, "permissions");
        await GoToAsync(page, $"{address}/permissions?edit=1");
        await Expect(page.Locator(".monaco-editor").First).ToBeVisibleAsync();
        await ShouldShowEveryStopAsync(page, "policy editor");
        await GoToAsync(page, $"{address}/requests");
        await Expect(Button(page, "Send")).ToBeVisibleAsync();
        await ShouldShowEveryStopAsync(page, "requests");

        await GoToAsync(page, "/access-points/create");
        await Expect(page.GetByLabel("Access point name")).ToBeVisibleAsync();
        await ShouldShowEveryStopAsync(page, "name step");
        await FillWizardAsync(page, "seen", "eu-west-1", "us-east-1");
        await ShouldShowEveryStopAsync(page, "review step");
        await GoToAsync(page, "/access-points/create?step=buckets");
        await Expect(page.GetByLabel("New bucket name")).ToHaveCountAsync(2);
        await ShouldShowEveryStopAsync(page, "buckets step");
        await GoToAsync(page, "/access-points/create?step=public-access");
        await Expect(page.GetByRole(AriaRole.Switch).First).ToBeVisibleAsync();
        await ShouldShowEveryStopAsync(page, "public access step");
    }

    [Fact]
    public async Task Menus_OfTheBar_ShowTheRingOnTheirOwnGround()
    {
        var page = await OpenAsync("/access-points", height: Height);
        await Expect(page.GetByText("There is none here yet.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Theme", Exact = false }).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".bar-menu-item").First).ToBeVisibleAsync();

        await ShouldShowEveryStopAsync(page, "theme menu", fromStart: false);
    }

    [Fact]
    public async Task PlaceField_IsEntered_TypingReplacesThePlaceAndTheFocusMovesOnAtOnce()
    {
        var page = await OpenAsync("/access-points", height: Height);
        await OpenExampleAsync(page);
        await GoToAsync(page, "/routes?from=ng-lagos");
        var field = page.GetByRole(AriaRole.Combobox, new() { Name = "From" });
        await Expect(field).ToHaveValueAsync(new Regex("Lagos"));

        await field.ClickAsync();
        await page.Keyboard.TypeAsync("Sydn");
        await Expect(field).ToHaveValueAsync("Sydn");
        await page.Keyboard.PressAsync("Tab");

        await Expect(field).Not.ToBeFocusedAsync();
        await Expect(page.Locator("[role=listbox]")).ToHaveCountAsync(0);
        await Expect(field).Not.ToBeFocusedAsync();
    }

    // A page that comes alive puts the focus on its title: who walks before that is thrown back.
    private static async Task GoToAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
    }

    private static async Task ShouldShowEveryStopAsync(IPage page, string what, bool fromStart = true)
    {
        var faults = new List<string>();
        var stops = await WalkAsync(page, "Tab", fromStart, faults);
        await WalkAsync(page, "Shift+Tab", fromStart, faults);
        stops.ShouldBeGreaterThan(5, what);
        faults.ShouldBeEmpty($"{what}, {stops} stops:\n{string.Join('\n', faults)}");
    }

    private static async Task<int> WalkAsync(IPage page, string key, bool fromStart, List<string> faults)
    {
        await page.EvaluateAsync(
            $$"""
            fromStart => {
              window.seen = new Set();
              window.look = {{Look}};
              if (fromStart) {
                document.body.tabIndex = -1;
                document.body.focus();
                document.body.removeAttribute('tabindex');
                scrollTo(0, 0);
              }
            }
            """,
            fromStart);
        var isInEditor = false;
        var stops = 0;
        for (; stops < MaxStops; stops++)
        {
            // Inside the code editor Tab indents; Escape gives it back its way.
            if (isInEditor)
            {
                await page.Keyboard.PressAsync("Escape");
            }

            await page.Keyboard.PressAsync(key);
            var stop = await page.EvaluateAsync<FocusStop>(
                $"async () => ({{ fault: await ({Probe})(), isInEditor: !!document.activeElement?.closest('.monaco-editor') }})");
            if (stop.Fault is null)
            {
                break;
            }

            isInEditor = stop.IsInEditor;
            if (stop.Fault.Length > 0)
            {
                faults.Add($"{key}: {stop.Fault}");
            }
        }

        return stops;
    }
}
