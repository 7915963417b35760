using System.Collections.Immutable;
using System.Globalization;
using Mrap.Core.Routing;
using Mrap.Core.Traffic;

namespace Mrap.Web.Components.Sandbox.Traffic;

/// <summary>Generated traffic as it is being put together.</summary>
/// <param name="Places">The chosen places; none for every city by population.</param>
/// <param name="Rate">Requests per second, as typed.</param>
/// <param name="Reads">Per cent of requests, as typed.</param>
/// <param name="Keys">How many keys, as typed.</param>
/// <param name="Size">Bytes of an object, as typed.</param>
/// <param name="Duration">Seconds, as typed.</param>
public sealed record TrafficDraft(ImmutableArray<Vantage> Places, string Rate, string Reads, string Keys, string Size, string Duration)
{
    private const double Whole = 100;

    /// <summary>What the form begins with.</summary>
    public static TrafficDraft Usual { get; } = new([], "20", "80", "100", "1024", "120");

    /// <summary>One place on each continent.</summary>
    public static ImmutableArray<Vantage> SixPlaces { get; } =
    [
        .. new[] { "us-new-york", "gb-london", "jp-tokyo", "br-sao-paulo", "ng-lagos", "au-sydney" }
            .Select(VantageCatalog.Find).OfType<Vantage>(),
    ];

    /// <summary>The document of the traffic; what is no number counts as none, which no rule allows.</summary>
    public TrafficDocument Document(string accessPoint) => new(
        accessPoint,
        Places.IsEmpty
            ? null
            : Places.ToDictionary(place => place.Id, place => place.PopulationMillions > 0 ? place.PopulationMillions : 1),
        Number(Rate),
        Number(Reads) / Whole,
        Number(Keys),
        Number(Size),
        Number(Duration));

    /// <summary>What is wrong with a member, as a sentence; null when nothing is.</summary>
    /// <param name="member">The name of the member in the document.</param>
    public string? FaultOf(string member) => Document("x").Read().Faults.FirstOrDefault(
        fault => fault.StartsWith(member, StringComparison.Ordinal)) is { } fault
            ? $"Give {fault[(member.Length + " must be ".Length)..]}."
            : null;

    private static double Number(string text) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
}
