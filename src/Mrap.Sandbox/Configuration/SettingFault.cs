using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Mrap.Sandbox.Configuration;

/// <summary>Finds the setting that could not be read, so that the message names it and not a type.</summary>
internal static class SettingFault
{
    /// <summary>One sentence that names the first setting whose text is not of its type.</summary>
    public static string Of(IConfiguration configuration, Exception fault)
    {
        var section = configuration.GetSection(SandboxOptions.Section);
        return Number(section, nameof(SandboxOptions.HttpPort))
            ?? Number(section, nameof(SandboxOptions.ProxyPort))
            ?? Time(section, nameof(SandboxOptions.OperationDelay))
            ?? Time(section, nameof(SandboxOptions.RoutePropagation))
            ?? Switch(section, nameof(SandboxOptions.StrictRegions))
            ?? Switch(section, nameof(SandboxOptions.AliasAsBucket))
            ?? Choice(section, nameof(SandboxOptions.Durability))
            ?? $"A setting of the section {SandboxOptions.Section} cannot be read: {fault.Message}";
    }

    private static string? Number(IConfigurationSection section, string key) =>
        section[key] is { } text && !int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)
            ? $"{SandboxOptions.Section}:{key} must be a number, not `{text}`."
            : null;

    private static string? Time(IConfigurationSection section, string key) =>
        section[key] is { } text && !TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _)
            ? $"{SandboxOptions.Section}:{key} must be a time such as `00:00:02`, not `{text}`."
            : null;

    private static string? Switch(IConfigurationSection section, string key) =>
        section[key] is { } text && !bool.TryParse(text, out _)
            ? $"{SandboxOptions.Section}:{key} must be `true` or `false`, not `{text}`."
            : null;

    private static string? Choice(IConfigurationSection section, string key) =>
        section[key] is { } text && !Enum.TryParse<Durability>(text, ignoreCase: true, out _)
            ? $"{SandboxOptions.Section}:{key} must be one of {string.Join(", ", Enum.GetNames<Durability>())}, not `{text}`."
            : null;
}
