using System.Text;

namespace Mrap.Web.Policies;

/// <summary>How large a policy's text is against what the service takes (Amazon S3 User Guide, "Bucket policies": 20 KB; taken for access points too).</summary>
public static class PolicySize
{
    public const int Most = 20_480;

    /// <summary>The size in bytes of UTF-8.</summary>
    public static int Of(string text) => Encoding.UTF8.GetByteCount(text);
}
