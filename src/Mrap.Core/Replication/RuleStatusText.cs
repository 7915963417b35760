namespace Mrap.Core.Replication;

/// <summary>How <see cref="RuleStatus"/> is written on the wire.</summary>
public static class RuleStatusText
{
    /// <summary>The text of a status.</summary>
    public static string ToWire(this RuleStatus status) => status switch
    {
        RuleStatus.Enabled => "Enabled",
        RuleStatus.Disabled => "Disabled",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Reads a status, which is written in just one way.</summary>
    /// <returns>Null when it is neither: S3 answers such a document with <see cref="ReplicationFaults.MalformedXml"/>.</returns>
    public static RuleStatus? Read(string? text) => text switch
    {
        "Enabled" => RuleStatus.Enabled,
        "Disabled" => RuleStatus.Disabled,
        _ => null,
    };

    /// <summary>Whether an option is on; an absent one is off.</summary>
    public static bool IsOn(this RuleStatus? status) => status == RuleStatus.Enabled;

    /// <summary>The status of an option.</summary>
    public static RuleStatus Of(bool isOn) => isOn ? RuleStatus.Enabled : RuleStatus.Disabled;
}
