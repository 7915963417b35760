namespace Mrap.Core.Replication.Planning;

/// <summary>What becomes of the rules that a bucket has.</summary>
public enum MergeMode
{
    /// <summary>Those that nobody asked to change stay.</summary>
    Keep,

    /// <summary>
    /// Those that nobody asks for are removed, as AWS's templates do (Amazon S3 User Guide, "Creating replication rules for your
    /// Multi-Region Access Point").
    /// </summary>
    Replace,
}
