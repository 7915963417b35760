using System.Text.Json.Nodes;

namespace Mrap.Sandbox.Tests.AccessAnalyzer;

/// <summary>CheckNoPublicAccess over the wire. The first two cases are the examples of the API's SDKs.</summary>
public sealed class CheckNoPublicAccessTests(AnalyzerSandbox sandbox) : IClassFixture<AnalyzerSandbox>
{
    private const string Target = "/policy/check-no-public-access";

    [Theory]
    [InlineData(
        """{"Version":"2012-10-17","Statement":[{"Sid":"Bob","Effect":"Allow","Principal":"""
            + """{"AWS":"arn:aws:iam::111122223333:user/JohnDoe"},"Action":["s3:GetObject"]}]}""",
        "AWS::S3::Bucket",
        """{"result":"PASS","message":"The resource policy does not grant public access for the given resource type."}""")]
    [InlineData(
        """{"Version":"2012-10-17","Statement":[{"Sid":"Bob","Effect":"Allow","Principal":"*","Action":["s3:GetObject"]}]}""",
        "AWS::S3::Bucket",
        """{"result":"FAIL","message":"The resource policy grants public access for the given resource type.","reasons":"""
            + """[{"description":"Public access granted in the following statement with sid: """
            + """Bob.","statementIndex":0,"statementId":"Bob"}]}""")]
    [InlineData(
        """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::b/*"},"""
            + """{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}""",
        "AWS::S3::Bucket",
        """{"result":"FAIL","message":"The resource policy grants public access for the given resource type.","reasons":"""
            + """[{"description":"Public access granted in the following statement with index: 1.","statementIndex":1}]}""")]
    [InlineData(
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::b/"""
            + """*","Condition":{"StringLike":{"s3:DataAccessPointArn":"arn:aws:s3::111122223333:accesspoint/*"}}}]}""",
        "AWS::S3::Bucket",
        """{"result":"PASS","message":"The resource policy does not grant public access for the given resource type."}""")]
    [InlineData(
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*","Condition":"""
            + """{"StringLike":{"s3:DataAccessPointArn":"arn:aws:s3::111122223333:accesspoint/*"}}}]}""",
        "AWS::S3::AccessPoint",
        """{"result":"FAIL","message":"The resource policy grants public access for the given resource type.","reasons":"""
            + """[{"description":"Public access granted in the following statement with index: 0.","statementIndex":0}]}""")]
    public async Task Check_Policy_IsJudged(string policy, string type, string expected)
    {
        var answer = await sandbox.CallAsync(Target, AnalyzerSandbox.Body(("policyDocument", policy), ("resourceType", type)));

        answer.Status.ShouldBe(200);
        answer.Text.ShouldBe(expected);
    }

    [Theory]
    [InlineData("{", "AWS::S3::Bucket", 400, "InvalidParameterException")]
    [InlineData(
        """{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}""", "AWS::S3::Bucket", 400,
        "InvalidParameterException")]
    [InlineData("""{"Statement":[]}""", "AWS::SQS::Queue", 422, "UnprocessableEntityException")]
    [InlineData("""{"Statement":[]}""", "AWS::S3::Object", 400, "ValidationException")]
    public async Task Check_InputAtFault_IsRefused(string policy, string type, int status, string code)
    {
        var answer = await sandbox.CallAsync(Target, AnalyzerSandbox.Body(("policyDocument", policy), ("resourceType", type)));

        answer.Status.ShouldBe(status);
        answer.Headers["x-amzn-ErrorType"].ShouldBe(code);
        JsonNode.Parse(answer.Text)!["message"].ShouldNotBeNull();
    }
}
