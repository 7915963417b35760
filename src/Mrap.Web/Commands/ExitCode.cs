namespace Mrap.Web.Commands;

/// <summary>What the process ends with.</summary>
internal static class ExitCode
{
    public const int Good = 0;

    /// <summary>The command was understood and did not succeed: a case fails, a setting is wrong, a port is busy.</summary>
    public const int Failed = 1;

    /// <summary>The command line was not understood; nothing was done.</summary>
    public const int Misused = 2;
}
