using System.Globalization;
using Microsoft.AspNetCore.Http;
using Mrap.Core.Routing;
using Mrap.Policy.Text;
using Mrap.Sandbox.DataPlane;
using Mrap.Sandbox.Observation;

namespace Mrap.Sandbox.Admin;

/// <content>What is only read: routes and requests.</content>
internal sealed partial class AdminInterface
{
    private async Task RouteAsync(HttpContext http)
    {
        var wanted = http.Request.Query["accessPoint"].ToString();
        var vantageText = http.Request.Query["vantage"].ToString();
        if (VantageCatalog.Find(vantageText.Length > 0 ? vantageText : options.DefaultVantage) is not { } vantage)
        {
            await ProblemAsync(http, 400, ClientVantage.Explain(vantageText));
            return;
        }

        if (Find(wanted) is not { } record)
        {
            await ProblemAsync(http, 404, $"there is no access point `{DisplayText.Truncate(wanted)}`");
            return;
        }

        var decision = routing.Explain(record, vantage);
        await JsonAsync(http, new
        {
            accessPoint = record.Point.Alias.Value,
            vantage = vantage.Id,
            chosen = decision.Chosen?.Region.Value,
            explanation = decision.Explanation,
            candidates = decision.Candidates.Select(candidate => new
            {
                region = candidate.Region.Value,
                bucket = candidate.Bucket.Value,
                latencyMs = candidate.Latency?.Milliseconds,
                isEstimate = candidate.Latency?.IsEstimate,
                dial = candidate.Dial.Percentage,
                health = candidate.Health.ToString().ToLowerInvariant(),
                reason = candidate.Reason,
            }),
        });
    }

    private async Task RequestsAsync(HttpContext http)
    {
        var wanted = http.Request.Query["accessPoint"].ToString();
        var alias = wanted.Length == 0 ? null : Find(wanted)?.Point.Alias.Value ?? wanted;
        var limitText = http.Request.Query["limit"].ToString();
        var limit = DefaultLimit;
        if (
            limitText.Length > 0
                && (
                    !int.TryParse(limitText, NumberStyles.None, CultureInfo.InvariantCulture, out limit)
                        || limit > RequestJournal.Capacity))
        {
            await ProblemAsync(http, 400, $"limit must be a number from 0 to {RequestJournal.Capacity}");
            return;
        }

        await JsonAsync(http, journal.Latest(entry => alias is null || entry.AccessPoint == alias, limit));
    }
}
