using System.Globalization;

namespace Mrap.Policy.Tests;

/// <summary>How often properties and fuzz tests run: so often as is quick, or a multiple of it for a long search.</summary>
internal static class Runs
{
    private static readonly int s_factor =
        int.TryParse(
            Environment.GetEnvironmentVariable("MRAP_FUZZ_FACTOR"), NumberStyles.None, CultureInfo.InvariantCulture, out var factor)
            && factor > 0
            ? factor
            : 1;

    /// <summary>The number of runs, where the usual number is given.</summary>
    public static int Of(int usual) => usual * s_factor;
}
