using System.Collections.Immutable;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;

namespace Mrap.Policy.Cases;

/// <summary>Reads the parts of a test of the checks.</summary>
internal static class CheckCaseReader
{
    /// <summary>Reads the case; the policy is a text, so that it can be none, or an object.</summary>
    public static CheckCase Read(CaseNode node, string id, string name, PolicyKind kind) => new(
        id,
        name,
        node.Member("text")?.Text() ?? node.Required("policy").Source(),
        kind,
        (node.Member("context") is { } context ? ReadContext(context) : CheckContext.None) with
        {
            IsMultiRegion = node.Required("policyType").Text().Equals("mrap", StringComparison.OrdinalIgnoreCase),
        },
        [.. node.Required("expect").Items().Select(ReadFinding)],
        Texts(node.Member("absent")));

    private static ExpectedFinding ReadFinding(CaseNode node)
    {
        var code = node.Required("code").Text();
        var level = node.Required("level");
        if (FindingLevels.FromWire(level.Text()) is { } known)
        {
            return new ExpectedFinding(code, known, node.Member("path")?.Text());
        }

        level.Fault("is none of `ERROR`, `SECURITY_WARNING`, `WARNING` and `SUGGESTION`");
        return new ExpectedFinding(code, default, Path: null);
    }

    private static CheckContext ReadContext(CaseNode node) => new()
    {
        AccessPointArn = node.Member("accessPointArn")?.Text(),
        AccessPointName = node.Member("accessPointName")?.Text(),
        OwnerAccount = node.Member("ownerAccount")?.Text(),
        AccessPoints = node.Member("accessPoints") is { } points
            ? [.. points.Items().Select(point => new KnownAccessPoint(point.Required("name").Text(), point.Required("arn").Text()))]
            : default,
        Bucket = node.Member("bucket")?.Text(),
        DelegateTo = node.Member("delegateTo") is { } arns ? Texts(arns) : default,
        BlockPublicPolicy = node.Member("blockPublicPolicy")?.Flag() ?? false,
        Author = node.Member("author")?.Text(),
    };

    private static ImmutableArray<string> Texts(CaseNode? node) => node is null ? [] : [.. node.Items().Select(item => item.Text())];
}
