namespace Mrap.Core.AccessPoints.Drafts;

/// <summary>The names of the wizard's fields; their ids in the page.</summary>
public static class WizardFields
{
    /// <summary>The name of the access point.</summary>
    public const string Name = "access-point-name";

    /// <summary>The buckets as a whole.</summary>
    public const string Buckets = "buckets";

    /// <summary>The box that acknowledges public access.</summary>
    public const string Acknowledgement = "acknowledge";

    /// <summary>The row of one bucket of the draft.</summary>
    public static string Bucket(int index) => $"bucket-{index}";

    /// <summary>The Region of the bucket at a position, zero-based.</summary>
    public static string BucketRegion(int index) => $"bucket-{index}-region";

    /// <summary>The account of the bucket at a position, zero-based.</summary>
    public static string BucketAccount(int index) => $"bucket-{index}-account";
}
