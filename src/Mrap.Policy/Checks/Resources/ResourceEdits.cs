using Mrap.Policy.Checks.Arns;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Resources;

/// <summary>Changes of what a statement's Resource lists.</summary>
internal static class ResourceEdits
{
    /// <summary>Puts an ARN in an entry's place or behind it; a single entry becomes a list of two.</summary>
    public static FindingEdit Put(CheckedStatement statement, PolicyEntry entry, string arn, bool replace)
    {
        if (replace)
        {
            return ArnEdits.Replace(entry, arn);
        }

        var title = $"Add {DisplayText.Quote(arn)}";
        return statement.Resources is { IsList: true }
            ? new FindingEdit(title, new TextSpan(entry.Span.End, 0), ", " + JsonText.Quote(arn))
            : new FindingEdit(title, entry.Span, $"[{JsonText.Quote(entry.Text)}, {JsonText.Quote(arn)}]");
    }

    /// <summary>An access point's ARN with what stands behind its name as keys of objects.</summary>
    public static string WithObjectPath(WrittenArn arn)
    {
        var written = arn.BehindAccessPoint.TrimStart('/');
        var keys = written is "" or "object" or "object/" ? "*" : written;
        return (arn with { Resource = $"accesspoint/{arn.AccessPoint}/object/{keys}" }).ToString();
    }

    /// <summary>The ARN of the bucket that an object's ARN is in; nothing when the bucket's name is left open.</summary>
    public static string? BucketOf(WrittenArn arn)
    {
        var slash = arn.Resource.IndexOf('/', StringComparison.Ordinal);
        return slash <= 0 || WrittenArn.IsPattern(arn.Resource[..slash])
            ? null
            : (arn with { Resource = arn.Resource[..slash] }).ToString();
    }
}
