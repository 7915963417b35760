using System.Collections.Immutable;
using System.Globalization;
using Mrap.Policy.Model;
using Mrap.Policy.PublicAccess;
using Mrap.Policy.Syntax;
using Mrap.Sandbox.Services;

namespace Mrap.Sandbox.AccessAnalyzer;

/// <summary>Checks whether a policy lets the public in (Access Analyzer API Reference, "CheckNoPublicAccess").</summary>
internal static class PublicAccessCheck
{
    private const string Bucket = "AWS::S3::Bucket";
    private const string AccessPoint = "AWS::S3::AccessPoint";

    private static readonly ImmutableArray<string> s_types =
    [
        "AWS::DynamoDB::Table", "AWS::DynamoDB::Stream", "AWS::EFS::FileSystem", "AWS::OpenSearchService::Domain", "AWS::Kinesis::Stream",
        "AWS::Kinesis::StreamConsumer",
        "AWS::KMS::Key", "AWS::Lambda::Function", Bucket, AccessPoint, "AWS::S3Express::DirectoryBucket", "AWS::S3::Glacier",
        "AWS::S3Outposts::Bucket",
        "AWS::S3Outposts::AccessPoint", "AWS::SecretsManager::Secret", "AWS::SNS::Topic", "AWS::SQS::Queue",
        "AWS::IAM::AssumeRolePolicyDocument", "AWS::S3Tables::TableBucket",
        "AWS::ApiGateway::RestApi", "AWS::CodeArtifact::Domain", "AWS::Backup::BackupVault", "AWS::CloudTrail::Dashboard",
        "AWS::CloudTrail::EventDataStore", "AWS::S3Tables::Table",
        "AWS::S3Express::AccessPoint",
    ];

    /// <summary>Answers a call.</summary>
    public static AnalyzerOutcome Answer(ServiceCall call)
    {
        var input = AnalyzerInput.Read(call);
        var text = input.Text("policyDocument");
        var type = input.OneOf("resourceType", s_types);
        if (input.Fault is { } fault)
        {
            return new AnalyzerOutcome.Refused(fault);
        }

        if (type is not (Bucket or AccessPoint))
        {
            return new AnalyzerOutcome.Refused(AnalyzerFault.ResourceType(type));
        }

        var kind = type == Bucket ? PolicyKind.Bucket : PolicyKind.AccessPoint;
        return Read(text, kind, out var invalid) is { } document
            ? Answer(document, PublicPolicy.Evaluate(document, kind))
            : new AnalyzerOutcome.Refused(
                AnalyzerFault.Policy(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{invalid!.Message}, at line {invalid.Position.Line}, column {invalid.Position.Column}")));
    }

    // Who is let in does not depend on what to: a policy that leaves out its resources is judged too, as Access Analyzer does.
    private static PolicyDocument? Read(string text, PolicyKind kind, out PolicyFault? fault)
    {
        fault = null;
        var outcome = PolicyDocument.Parse(text, kind);
        if (!outcome.IsValid && outcome.Faults.All(found => found.Code == PolicyFaultCodes.MissingResource))
        {
            outcome = PolicyDocument.Parse(text, PolicyKind.Trust);
        }

        if (!outcome.TryGet(out var document))
        {
            fault = outcome.MainFault;
        }

        return document;
    }

    private static AnalyzerOutcome.Answer Answer(PolicyDocument document, PublicVerdict verdict) => new(json =>
    {
        json.WriteString("result", verdict.IsPublic ? "FAIL" : "PASS");
        json.WriteString(
            "message",
            $"The resource policy {(verdict.IsPublic ? "grants" : "does not grant")} public access for the given resource type.");
        if (!verdict.IsPublic)
        {
            return;
        }

        json.WriteStartArray("reasons");
        foreach (var exposure in verdict.Statements.Where(exposure => exposure.IsPublic))
        {
            var sid = document.Statements[exposure.Statement].Sid is { Length: > 0 } given ? given : null;
            var statement = sid is null ? string.Create(CultureInfo.InvariantCulture, $"index: {exposure.Statement}") : "sid: " + sid;
            json.WriteStartObject();
            json.WriteString("description", $"Public access granted in the following statement with {statement}.");
            json.WriteNumber("statementIndex", exposure.Statement);
            if (sid is not null)
            {
                json.WriteString("statementId", sid);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
