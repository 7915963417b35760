namespace Mrap.Core.Comparison;

/// <summary>How a bucket's setting stands to that of the others.</summary>
public enum ParityVerdict
{
    /// <summary>As all the others have it, or as most of them do.</summary>
    Same,

    /// <summary>Other than most have it.</summary>
    Odd,

    /// <summary>The buckets differ, and no value is the one of most.</summary>
    Split,

    /// <summary>It could not be read.</summary>
    Unknown,
}
