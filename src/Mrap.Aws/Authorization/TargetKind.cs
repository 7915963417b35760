namespace Mrap.Aws.Authorization;

/// <summary>What kind of thing a change is made to.</summary>
public enum TargetKind
{
    /// <summary>An access point; the target is its name.</summary>
    AccessPoint,

    /// <summary>A bucket; the target is its name.</summary>
    Bucket,

    /// <summary>An object; the target is the alias of the access point, a slash and the key.</summary>
    Object,

    /// <summary>Test cases; the target is the ARN of the access point whose policy they test.</summary>
    TestCase,

    /// <summary>The sandbox; the target is what of it, such as the codes of Regions.</summary>
    Sandbox,
}
