using System.Text.Json.Nodes;
using Mrap.Signing.Keys;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.AccessAnalyzer;

/// <summary>ValidatePolicy over the wire. Places and links are those of the AWS CLI's example.</summary>
public sealed class ValidatePolicyTests(AnalyzerSandbox sandbox) : IClassFixture<AnalyzerSandbox>
{
    private const string Target = "/policy/validation";
    private const string EmptySid = "{\n    \"Version\": \"2012-10-17\",\n    \"Statement\": [\n        {\n            \"Sid\": \"\",\n   "
        + "         \"Effect\": \"Allow\",\n            \"Principal\": {\n                \"AWS\": \"111122223333\"\n            },\n     "
        + "       \"Action\": \"s3:GetObject\",\n            \"Resource\": \"arn:aws:s3:::example-bucket/*\"\n        }\n    ]\n}";
    private const string Faulty = """{"Statement":[{"Sid":"a","Effect":"allow","Action":"s3:GetObject","Resource":"*"},"""
        + """{"Sid":"a","Effect":"Allow","Action":"s3:GetObject","Ressource":"*"}]}""";

    [Theory]
    [InlineData("access-analyzer.us-east-1.amazonaws.com")]
    [InlineData("localhost")]
    public async Task Validate_PlaceOfTheCliExample_IsTheSame(string host)
    {
        var answer = await sandbox.CallAsync(
            Target,
            AnalyzerSandbox.Body(
                ("policyDocument", EmptySid), ("policyType", "RESOURCE_POLICY"), ("validatePolicyResourceType", "AWS::S3::Bucket")),
            host);

        answer.Status.ShouldBe(200, answer.Text);
        answer.Headers["Content-Type"].ShouldBe("application/json");
        var found = Findings(answer).Single(finding => (string?)finding["issueCode"] == "EMPTY_SID_VALUE");
        ((string?)found["findingType"]).ShouldBe("SUGGESTION");
        ((string?)found["learnMoreLink"]).ShouldBe(
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-poli"
                + "cy-checks-suggestion-empty-sid-value");
        found["locations"]!.ToJsonString().ShouldBe(
            """[{"path":[{"value":"Statement"},{"index":0},{"value":"Sid"}],"span":{"start":{"line":5,"column":19,"offset":79},"end":"""
                + """{"line":5,"column":21,"offset":81}}}]""");
    }

    [Fact]
    public async Task Validate_PolicyWithoutFaults_HasNoFindings()
    {
        var answer = await sandbox.CallAsync(
            Target,
            AnalyzerSandbox.Body(
                (
                    "policyDocument",
                    """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::"""
                        + """example-bucket/*"}]}"""),
                ("policyType", "IDENTITY_POLICY")));

        answer.Text.ShouldBe("""{"findings":[]}""");
    }

    [Fact]
    public async Task Validate_SeveralFaults_AreAllFoundAndPaged()
    {
        var body = AnalyzerSandbox.Body(("policyDocument", Faulty), ("policyType", "IDENTITY_POLICY"));

        var whole = Findings(await sandbox.CallAsync(Target, body)).Select(finding => finding.ToJsonString()).ToList();
        var first = await sandbox.CallAsync(Target + "?maxResults=2", body);
        var second =
            await sandbox.CallAsync($"{Target}?maxResults=100&nextToken={(string?)JsonNode.Parse(first.Text)!["nextToken"]}", body);

        whole.Count.ShouldBeGreaterThan(2);
        Findings(first).Count().ShouldBe(2);
        Findings(first).Concat(Findings(second)).Select(finding => finding.ToJsonString()).ShouldBe(whole);
        JsonNode.Parse(second.Text)!["nextToken"].ShouldBeNull();
        whole.ShouldContain(finding => finding.Contains("\"INVALID_EFFECT\"", StringComparison.Ordinal));
        whole.ShouldContain(finding => finding.Contains("{\"key\":\"Ressource\"}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AWS::S3::MultiRegionAccessPoint", "UNSUPPORTED_RESOURCE_ARN_IN_POLICY")]
    [InlineData("AWS::S3::AccessPoint", null)]
    public async Task Validate_AccessPointOfOneRegion_BelongsInItsOwnPolicyAlone(string type, string? code)
    {
        const string OfOneRegion = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"""
            + """{"AWS":"111122223333"},"Action":"s3:ListBucket","Resource":"arn:aws:s3:us-east-1:111122223333:accesspoint/photos"}]}""";

        var answer = await sandbox.CallAsync(
            Target,
            AnalyzerSandbox.Body(("policyDocument", OfOneRegion), ("policyType", "RESOURCE_POLICY"), ("validatePolicyResourceType", type)));

        Findings(answer).Select(finding => (string?)finding["issueCode"]).ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public async Task Validate_TextThatIsNoPolicy_IsAFinding()
    {
        var answer = await sandbox.CallAsync(
            Target, AnalyzerSandbox.Body(("policyDocument", "{\"Statement\": ["), ("policyType", "RESOURCE_POLICY")));

        Findings(answer).Select(finding => (string?)finding["issueCode"]).ShouldContain("JSON_SYNTAX_ERROR");
    }

    [Fact]
    public async Task Validate_TrustPolicyWithoutAType_IsTakenForOne()
    {
        const string Trust =
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}]}""";

        var answer = await sandbox.CallAsync(Target, AnalyzerSandbox.Body(("policyDocument", Trust), ("policyType", "RESOURCE_POLICY")));

        Findings(answer).Select(finding => (string?)finding["issueCode"]).ShouldNotContain("MISSING_RESOURCE");
    }

    [Theory]
    [InlineData(
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"""
            + """{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"""
        + """{"AWS":"111122223333"},"Action":"s3:GetObject","Resource":"arn:aws:s3::111122223333:accesspoint/mmqdt41e4bf6x.mrap/object/"""
        + """*"}]}""")]
    public async Task Validate_PolicyOfAnyResourceWithoutAType_IsNotTakenForABuckets(string policy)
    {
        var any = await sandbox.CallAsync(Target, AnalyzerSandbox.Body(("policyDocument", policy), ("policyType", "RESOURCE_POLICY")));
        var bucket = await sandbox.CallAsync(
            Target,
            AnalyzerSandbox.Body(
                ("policyDocument", policy), ("policyType", "RESOURCE_POLICY"), ("validatePolicyResourceType", "AWS::S3::Bucket")));

        Findings(any).Where(finding => (string?)finding["findingType"] == "ERROR").ShouldBeEmpty();
        Findings(bucket).ShouldContain(finding => (string?)finding["findingType"] == "ERROR");
    }

    [Theory]
    [InlineData("policyType", null, "Value null at 'policyType' failed to satisfy constraint: Member must not be null")]
    [InlineData("policyDocument", null, "Value null at 'policyDocument' failed to satisfy constraint: Member must not be null")]
    [InlineData(
        "policyType", "BUCKET_POLICY",
        "Value 'BUCKET_POLICY' at 'policyType' failed to satisfy constraint: Member must satisfy enum value set: [IDENTITY_POLICY, "
            + "RESOURCE_POLICY, SERVICE_CONTROL_POLICY, RESOURCE_CONTROL_POLICY]")]
    [InlineData(
        "validatePolicyResourceType", "AWS::S3::Bucket",
        "Value 'AWS::S3::Bucket' at 'validatePolicyResourceType' failed to satisfy constraint: Member must be null unless policyType is "
            + "RESOURCE_POLICY")]
    [InlineData(
        "locale", "NL",
        "Value 'NL' at 'locale' failed to satisfy constraint: Member must satisfy enum value set: [DE, EN, ES, FR, IT, JA, KO, PT_BR, "
            + "ZH_CN, ZH_TW]")]
    public async Task Validate_FieldAtFault_IsRefusedWithTheField(string field, string? value, string message)
    {
        var members = new Dictionary<string, string?> { ["policyDocument"] = Faulty, ["policyType"] = "IDENTITY_POLICY", [field] = value };

        var answer = await sandbox.CallAsync(
            Target,
            AnalyzerSandbox.Body([.. members.Where(member => member.Value is not null).Select(member => (member.Key, member.Value!))]));

        answer.Status.ShouldBe(400);
        answer.Headers["x-amzn-ErrorType"].ShouldBe("ValidationException");
        var error = JsonNode.Parse(answer.Text)!;
        ((string?)error["message"]).ShouldBe("1 validation error detected: " + message);
        ((string?)error["reason"]).ShouldBe("fieldValidationFailed");
        error["fieldList"]![0]!.ToJsonString().ShouldBe(new JsonObject { ["name"] = field, ["message"] = message }.ToJsonString());
    }

    [Theory]
    [InlineData("?maxResults=0")]
    [InlineData("?maxResults=many")]
    [InlineData("?nextToken=x")]
    public async Task Validate_PageAtFault_IsRefused(string query)
    {
        var answer =
            await sandbox.CallAsync(Target + query, AnalyzerSandbox.Body(("policyDocument", Faulty), ("policyType", "IDENTITY_POLICY")));

        answer.Headers["x-amzn-ErrorType"].ShouldBe("ValidationException");
    }

    [Theory]
    [InlineData("POST", Target, "not json", 400, "ValidationException")]
    [InlineData("POST", Target, "[]", 400, "ValidationException")]
    [InlineData("POST", Target, """{"policyDocument":"\ud800","policyType":"IDENTITY_POLICY"}""", 400, "ValidationException")]
    [InlineData("POST", Target, """{"policyDocument":"{}","policyType":"IDENTITY_POLICY","\ud800":1}""", 400, "ValidationException")]
    [InlineData("POST", "/policy/nothing", "{}", 404, "UnknownOperationException")]
    [InlineData("GET", "/analyzer", "", 404, "UnknownOperationException")]
    public async Task Call_ThatIsNone_IsRefused(string method, string target, string body, int status, string code)
    {
        var answer = await sandbox.CallAsync(target, body, method: method);

        answer.Status.ShouldBe(status);
        answer.Headers["x-amzn-ErrorType"].ShouldBe(code);
    }

    [Theory]
    [InlineData("AKIAIOSFODNN7EXAMPLE", "InvalidSignatureException")]
    [InlineData("AKIAUNKNOWNUNKNOWN00", "UnrecognizedClientException")]
    public async Task Call_WithBadCredentials_IsRefusedAsJson(string key, string code)
    {
        var answer = await sandbox.CallAsync(Target, "{}", credential: new AwsCredential(key, "wrong"));

        answer.Status.ShouldBe(403);
        answer.Headers["x-amzn-ErrorType"].ShouldBe(code);
        JsonNode.Parse(answer.Text)!["message"].ShouldNotBeNull();
    }

    private static IEnumerable<JsonNode> Findings(WireAnswer answer) =>
        JsonNode.Parse(answer.Text)!["findings"]!.AsArray().Select(finding => finding!);
}
