namespace Mrap.Core.Replication.Planning;

/// <summary>What becomes of rules that are put in spite of a finding.</summary>
public enum PreflightSeverity
{
    /// <summary>They may work: something is not known, or somebody else has to do something.</summary>
    Warning,

    /// <summary>S3 takes them, and objects fail one by one.</summary>
    ObjectsFail,

    /// <summary>S3 refuses them.</summary>
    Refused,
}
