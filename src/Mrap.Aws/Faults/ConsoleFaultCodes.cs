namespace Mrap.Aws.Faults;

/// <summary>The codes of faults that no service reported.</summary>
public static class ConsoleFaultCodes
{
    /// <summary>The person's role does not allow the change.</summary>
    public const string RoleTooLow = "RoleTooLow";

    /// <summary>What was asked for breaks a rule that is known ahead of the call.</summary>
    public const string Invalid = "Invalid";

    /// <summary>No answer came: connection refused, name not found, time-out.</summary>
    public const string NoConnection = "NoConnection";

    /// <summary>The credentials chain found nothing.</summary>
    public const string NoCredentials = "NoCredentials";

    /// <summary>The answer was not understood.</summary>
    public const string UnreadableAnswer = "UnreadableAnswer";

    /// <summary>The console itself failed.</summary>
    public const string Unexpected = "Unexpected";

    /// <summary>Whoever started a plan left, or stopped it, before its last step was done.</summary>
    public const string Stopped = "Stopped";

    /// <summary>The routes of an access point are others than those that a change was made for.</summary>
    public const string RoutesChanged = "RoutesChanged";
}
