using Mrap.Policy.Actions;
using Mrap.Web.Hosting;

namespace Mrap.Web.Commands;

/// <summary>
/// Tells the settings on a command line from its words. Settings have the forms that ASP.NET Core reads: <c>--Key=value</c>,
/// <c>--Key value</c>, and with <c>/</c> or nothing in place of the dashes where the section is one of ours.
/// </summary>
/// <param name="Settings">The settings, as the servers read them.</param>
/// <param name="Words">All else, in its order.</param>
/// <param name="Fault">Why a setting cannot be read; null when all can.</param>
internal sealed record SettingArguments(string[] Settings, string[] Words, string? Fault)
{
    private const string EndOfOptions = "--";

    private static readonly string[] s_sections = ["Console", "Sandbox", "Logging"];

    // Keys without a section that hosts read themselves.
    private static readonly string[] s_ofHosts =
        ["applicationName", "contentRoot", "environment", "urls", "AllowedHosts", "DetailedErrors"];

    /// <summary>Splits a command line. Nothing after <c>--</c> is a setting.</summary>
    public static SettingArguments Split(IReadOnlyList<string> arguments)
    {
        var settings = new List<string>();
        var words = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (argument == EndOfOptions)
            {
                words.AddRange(arguments.Skip(i));
                break;
            }

            if (KeyOf(argument) is not { } key)
            {
                words.Add(argument);
                continue;
            }

            settings.Add(argument);
            if (!argument.Contains('=', StringComparison.Ordinal))
            {
                if (++i == arguments.Count)
                {
                    return new([], [], $"{key}: a value is missing, as in `--{key}=VALUE`.");
                }

                settings.Add(arguments[i]);
            }

            if (Unknown(key) is { } fault)
            {
                return new([], [], fault);
            }
        }

        return new([.. settings], [.. words], Fault: null);
    }

    private static string? KeyOf(string argument)
    {
        var (prefix, rest) = argument switch
        {
            ['-', '-', ..] => ("--", argument[2..]),
            ['/', ..] => ("/", argument[1..]),
            _ => ("", argument),
        };
        var key = rest.Split('=', 2)[0];
        var section = key.Split(':', 2)[0];
        var isSetting = prefix switch
        {
            "--" => section.Length < key.Length || Has(s_ofHosts, key),
            "/" => section.Length < key.Length && Has(s_sections, section),
            _ => section.Length < key.Length && Has(s_sections, section) && key.Length < rest.Length,
        };
        return isSetting ? key : null;
    }

    // The elements of a list have numbers and names after its key.
    private static string? Unknown(string key)
    {
        var parts = key.Split(':');
        var own = string.Join(':', parts.Take(2));
        if (!Has(["Console", "Sandbox"], parts[0]) || Has(KnownSettings.Keys, own))
        {
            return null;
        }

        return EditDistance.Nearest(own, KnownSettings.Keys) is { } near
            ? $"{key}: there is no such setting; did you mean `{near}`?"
            : $"{key}: there is no such setting.";
    }

    private static bool Has(IEnumerable<string> names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
