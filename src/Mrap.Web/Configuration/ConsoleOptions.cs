namespace Mrap.Web.Configuration;

/// <summary>The <c>Console</c> section of the settings.</summary>
public sealed class ConsoleOptions
{
    public const string Section = "Console";

    public const int MinActivityEntries = 100;

    public const int MaxActivityEntries = 1_000_000;

    /// <summary><c>Sandbox</c> or <c>Aws</c>, in any case.</summary>
    public string Mode { get; set; } = nameof(ConsoleMode.Sandbox);

    /// <summary>Where the console listens: one absolute http or https address.</summary>
    public string Url { get; set; } = "http://localhost:5080";

    /// <summary>How many entries the activity log keeps; the oldest are forgotten first.</summary>
    public int ActivityEntries { get; set; } = 10_000;

    /// <summary>The mode as read; only after validation.</summary>
    public ConsoleMode ParsedMode => Enum.Parse<ConsoleMode>(Mode, ignoreCase: true);
}
