namespace Mrap.Web.Wizard;

/// <summary>The names of the wizard's fields; their ids in the page.</summary>
public static class WizardFields
{
    public const string Name = "access-point-name";

    public const string Buckets = "buckets";

    public const string Acknowledgement = "acknowledge";

    /// <summary>The row of one bucket of the draft.</summary>
    public static string Bucket(int index) => $"bucket-{index}";

    public static string BucketRegion(int index) => $"bucket-{index}-region";

    public static string BucketAccount(int index) => $"bucket-{index}-account";
}
