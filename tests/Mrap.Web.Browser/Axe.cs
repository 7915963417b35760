using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Mrap.Web.Browser;

/// <summary>
/// axe, which looks for what keeps people from using a page. It runs in the page itself, which has no frames of other origins: as it is
/// put there once, and only findings come back, a run costs less than half of one by the package for Playwright.
/// </summary>
internal static class Axe
{
    private static readonly string s_script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What axe finds on a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="rules">The rules to go by; all when none is named.</param>
    public static async Task<IReadOnlyList<AxeFinding>> RunAsync(IPage page, params string[] rules)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync($"() => {{ {s_script} }}");
        }

        var findings = await page.EvaluateAsync<string>(
            """
            async rules => {
              const options = { resultTypes: ['violations'], ...rules.length > 0 && { runOnly: { type: 'rule', values: rules } } };
              const { violations } = await axe.run(document, options);
              return JSON.stringify(violations.map(v => ({ id: v.id, impact: v.impact, help: v.help, nodes: v.nodes.map(n => n.html) })));
            }
            """,
            rules);
        return JsonSerializer.Deserialize<List<AxeFinding>>(findings, JsonSerializerOptions.Web)!;
    }
}
