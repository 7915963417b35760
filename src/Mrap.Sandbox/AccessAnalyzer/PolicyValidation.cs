using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Mrap.Policy.Checks;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;
using Mrap.Sandbox.Services;

namespace Mrap.Sandbox.AccessAnalyzer;

/// <summary>Validates policies (Access Analyzer API Reference, "ValidatePolicy").</summary>
internal static class PolicyValidation
{
    private const string Resource = "RESOURCE_POLICY";
    private const string MultiRegion = "AWS::S3::MultiRegionAccessPoint";
    private const string Trust = "AWS::IAM::AssumeRolePolicyDocument";

    private static readonly ImmutableArray<string> s_locales = ["DE", "EN", "ES", "FR", "IT", "JA", "KO", "PT_BR", "ZH_CN", "ZH_TW"];
    private static readonly ImmutableArray<string> s_types =
        ["IDENTITY_POLICY", Resource, "SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"];

    private static readonly ImmutableArray<string> s_resources =
        ["AWS::S3::Bucket", "AWS::S3::AccessPoint", MultiRegion, "AWS::S3ObjectLambda::AccessPoint", Trust, "AWS::DynamoDB::Table"];

    // What is asked of a bucket's policy alone: without a type of resource, the policy may be a queue's or a key's as well.
    private static readonly FrozenSet<string> s_ofBuckets = new[]
    {
        "UNSUPPORTED_ACTION_IN_POLICY", "UNSUPPORTED_RESOURCE_ARN_IN_POLICY", "IRRELEVANT_CONDITION_KEY_IN_POLICY",
        "FEDERATED_PRINCIPAL_NOT_SUPPORTED", "POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Answers a call.</summary>
    public static AnalyzerOutcome Answer(ServiceCall call)
    {
        var input = AnalyzerInput.Read(call);
        var text = input.Text("policyDocument");
        var type = input.OneOf("policyType", s_types);
        var resource = input.OptionalOneOf("validatePolicyResourceType", s_resources);
        input.OptionalOneOf("locale", s_locales);
        var page = AnalyzerPage.Read(call, out var pageFault);
        var fault = input.Fault ?? pageFault ?? (resource is not null && type != Resource
            ? AnalyzerFault.Field("validatePolicyResourceType", resource, $"Member must be null unless policyType is {Resource}")
            : null);
        if (fault is not null)
        {
            return new AnalyzerOutcome.Refused(fault);
        }

        var findings = PolicyChecks.Check(text, KindOf(text, type, resource), new CheckContext { IsMultiRegion = resource == MultiRegion });
        if (type == Resource && resource is null)
        {
            findings = [.. findings.Where(finding => !s_ofBuckets.Contains(finding.Code))];
        }

        var shown = findings.Skip(page.First).Take(page.MaxResults);
        var next = page.First + page.MaxResults;
        var answer = new FindingAnswer(PolicyDocument.Parse(text));
        return new AnalyzerOutcome.Answer(json =>
        {
            json.WriteStartArray("findings");
            foreach (var finding in shown)
            {
                answer.Write(json, finding);
            }

            json.WriteEndArray();
            if (next < findings.Length)
            {
                json.WriteString("nextToken", next.ToString(CultureInfo.InvariantCulture));
            }
        });
    }

    private static PolicyKind KindOf(string text, string type, string? resource) => (type, resource) switch
    {
        ("IDENTITY_POLICY", _) => PolicyKind.Identity,
        ("SERVICE_CONTROL_POLICY", _) => PolicyKind.ServiceControl,
        ("RESOURCE_CONTROL_POLICY", _) => PolicyKind.ResourceControl,
        (_, Trust) => PolicyKind.Trust,
        (_, not null) when resource.EndsWith("AccessPoint", StringComparison.Ordinal) => PolicyKind.AccessPoint,
        (_, not null) => PolicyKind.Bucket,
        _ => HasNoResource(text) ? PolicyKind.Trust : PolicyKind.Bucket,
    };

    // Without a type of resource, only trust policies can be told from others: they alone have no Resource.
    private static bool HasNoResource(string text) =>
        PolicyDocument.Parse(text, PolicyKind.Trust).TryGet(out var document)
            && !document.Statements.IsEmpty
            && document.Statements.All(statement => statement.Resources is null);
}
