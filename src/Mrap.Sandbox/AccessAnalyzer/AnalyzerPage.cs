using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Mrap.Policy.Text;
using Mrap.Sandbox.Services;

namespace Mrap.Sandbox.AccessAnalyzer;

/// <summary>Which part of a list a call asks for.</summary>
/// <param name="First">The first item, from 0.</param>
/// <param name="MaxResults">How many at most.</param>
internal sealed record AnalyzerPage(int First, int MaxResults)
{
    private const int UsualItems = 100;
    private const int MaxItems = 1000;

    /// <summary>Reads it from the query.</summary>
    /// <param name="fault">What is wrong with it; null when nothing is.</param>
    public static AnalyzerPage Read(ServiceCall call, out AnalyzerFault? fault)
    {
        fault = null;
        var page = new AnalyzerPage(0, UsualItems);
        foreach (var pair in new QueryStringEnumerable(call.Exchange.Target.Query))
        {
            var value = pair.DecodeValue().ToString();
            switch (pair.DecodeName().ToString())
            {
                case "maxResults":
                    page = page with { MaxResults = Number(value) };
                    fault ??= page.MaxResults is 0 or > MaxItems
                        ? AnalyzerFault.Field("maxResults", DisplayText.Truncate(value), $"Member must have value between 1 and {MaxItems}")
                        : null;
                    break;
                case "nextToken":
                    page = page with { First = Number(value) };
                    fault ??= page.First == 0
                        ? AnalyzerFault.Field("nextToken", DisplayText.Truncate(value), "Member must be the token of an earlier answer")
                        : null;
                    break;
                default:
                    break;
            }
        }

        return page;
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
