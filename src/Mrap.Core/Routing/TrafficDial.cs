using System.Globalization;
using Mrap.Policy.Text;

namespace Mrap.Core.Routing;

/// <summary>
/// Whether a Region of an access point takes traffic: 100 is active, 0 is passive, nothing between is documented (AWS page
/// "MultiRegionAccessPointRoute").
/// </summary>
public readonly record struct TrafficDial
{
    private TrafficDial(int percentage) => Percentage = percentage;

    /// <summary>Dial 100: takes traffic.</summary>
    public static TrafficDial Active { get; } = new(100);

    /// <summary>Dial 0: takes no traffic, whatever happens. The default value.</summary>
    public static TrafficDial Passive { get; } = new(0);

    /// <summary>0 or 100.</summary>
    public int Percentage { get; }

    /// <summary>Whether the Region takes traffic.</summary>
    public bool IsActive => Percentage == 100;

    /// <summary>Reads a percentage.</summary>
    /// <returns>The dial, or why it is none.</returns>
    public static Parsed<TrafficDial> FromPercentage(int percentage) => percentage switch
    {
        0 => Parsed.Ok<TrafficDial>(Passive),
        100 => Parsed.Ok<TrafficDial>(Active),
        _ =>
            Parsed.Failed<TrafficDial>(
                string.Create(CultureInfo.InvariantCulture, $"must be 0 (passive) or 100 (active), not {percentage}")),
    };

    /// <summary>Reads a percentage from text.</summary>
    /// <param name="text">Decimal digits.</param>
    /// <returns>The dial, or why it is none.</returns>
    public static Parsed<TrafficDial> Parse(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var percentage)
            ? FromPercentage(percentage)
            : Parsed.Failed<TrafficDial>("must be 0 (passive) or 100 (active)");

    /// <summary>The percentage in digits.</summary>
    /// <returns><c>0</c> or <c>100</c>.</returns>
    public override string ToString() => Percentage.ToString(CultureInfo.InvariantCulture);
}
