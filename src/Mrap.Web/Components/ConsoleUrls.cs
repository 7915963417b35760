using Mrap.Core.AccessPoints;

namespace Mrap.Web.Components;

/// <summary>Every address inside the console. Pages and links take theirs from here and nowhere else.</summary>
public static class ConsoleUrls
{
    public const string Home = "/";

    public const string AccessPoints = "/access-points";

    /// <summary>One access point, at its overview or at the named tab.</summary>
    public static string AccessPoint(AccessPointName name, string? tab = null) =>
        tab is null or "overview" ? $"{AccessPoints}/{Uri.EscapeDataString(name.Value)}" : $"{AccessPoints}/{Uri.EscapeDataString(name.Value)}/{tab}";
}
