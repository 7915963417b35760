using System.Xml.Linq;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Iam;

/// <summary>The policy simulator over the wire. Positions are those of the examples of the AWS CLI.</summary>
public sealed class SimulationTests(IamFixture iam) : IClassFixture<IamFixture>
{
    private const string Alice = "arn:aws:iam::111122223333:user/alice";
    private const string Dated = """{"Version":"2012-10-17","Statement":"""
        + """{"Effect":"Allow","Action":"dynamodb:*","Resource":"*","Condition":{"DateGreaterThan":"""
        + """{"aws:CurrentTime":"2018-08-16T12:00:00Z"}}}}""";
    private const string Reads = """{"Version":"2012-10-17","Statement":"""
        + """[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"},"""
        + """{"Sid":"No","Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3:::b/secret/*"}]}""";

    [Fact]
    public async Task Simulate_ExampleOfTheCli_GivesItsAnswer()
    {
        var result = await SimulateAsync(
            ("PolicyInputList.member.1", Dated),
            ("ActionNames.member.1", "dynamodb:CreateBackup"),
            ("ContextEntries.member.1.ContextKeyName", "aws:CurrentTime"),
            ("ContextEntries.member.1.ContextKeyValues.member.1", "2019-04-25T11:00:00Z"),
            ("ContextEntries.member.1.ContextKeyType", "date"));

        result.ShouldBe(
            "<member><EvalActionName>dynamodb:CreateBackup</EvalActionName><EvalResourceName>*</EvalResourceName><EvalDecision>allowed</"
                + "EvalDecision>"
            + "<MatchedStatements><member><SourcePolicyId>PolicyInputList.1</SourcePolicyId><SourcePolicyType>IAM Policy</SourcePolicyType>"
            + "<StartPosition><Line>1</Line><Column>38</Column></StartPosition><EndPosition><Line>1</Line><Column>167</Column></"
            + "EndPosition></member></MatchedStatements>"
            + "<MissingContextValues /></member>");
    }

    [Fact]
    public async Task Simulate_OneResource_GivesItsResultTwice()
    {
        var result = await SimulateAsync(
            ("PolicyInputList.member.1", Reads), ("ActionNames.member.1", "s3:GetObject"), ("ResourceArns.member.1", "arn:aws:s3:::b/k"));

        const string Matched =
            "<MatchedStatements><member><SourcePolicyId>PolicyInputList.1</SourcePolicyId><SourcePolicyType>IAM Policy</SourcePolicyType>"
            + "<StartPosition><Line>1</Line><Column>38</Column></StartPosition><EndPosition><Line>1</Line><Column>110</Column></"
            + "EndPosition></member></MatchedStatements><MissingContextValues />";
        result.ShouldBe(
            $"<member><EvalActionName>s3:GetObject</EvalActionName><EvalResourceName>arn:aws:s3:::b/k</EvalResourceName><EvalDecision>all"
                + $"owed</EvalDecision>{Matched}<EvalDecisionDetails />"
            + $"<ResourceSpecificResults><member><EvalResourceName>arn:aws:s3:::b/k</EvalResourceName><EvalResourceDecision>allowed</"
            + $"EvalResourceDecision>{Matched}</member></ResourceSpecificResults></member>");
    }

    [Fact]
    public async Task Simulate_SeveralResources_GivesTheMostRestrictiveAndEach()
    {
        var answer = await CallAsync(
            ("PolicyInputList.member.1", Reads),
            ("ActionNames.member.1", "s3:GetObject"),
            ("ResourceArns.member.1", "arn:aws:s3:::b/k"),
            ("ResourceArns.member.2", "arn:aws:s3:::b/secret/k"),
            ("ResourceArns.member.3", "arn:aws:s3:::other/k"));

        answer.Values("EvalDecision").ShouldBe(["explicitDeny"]);
        answer.Values("EvalResourceDecision").ShouldBe(["allowed", "explicitDeny", "implicitDeny"]);
        answer.Value("EvalResourceName").ShouldBe("arn:aws:s3:::${BucketName}/${KeyName}");
        var denied = answer.Xml.Descendants().Where(element => element.Name.LocalName == "MatchedStatements").ElementAt(0);
        denied.Descendants().Where(element => element.Name.LocalName == "Column").Select(element => element.Value).ShouldBe(["110", "192"]);
    }

    [Fact]
    public async Task Simulate_IndentedPolicy_PlacesTheStatementByLineAndColumn()
    {
        const string Policy = "{\n    \"Version\": \"2012-10-17\",\n    \"Statement\": [\n        {\n            \"Effect\": \"Allow\",\n "
            + "           \"Action\": \"s3:GetObject\",\n            \"Resource\": \"*\"\n        }\n    ]\n}";

        var answer = await CallAsync(("PolicyInputList.member.1", Policy), ("ActionNames.member.1", "s3:GetObject"));

        answer.Values("Line").ShouldBe(["3", "8"]);
        answer.Values("Column").ShouldBe(["19", "10"]);
    }

    [Fact]
    public async Task Simulate_Boundary_SaysWhetherItPermits()
    {
        var answer = await CallAsync(
            ("PolicyInputList.member.1", Reads),
            (
                "PermissionsBoundaryPolicyInputList.member.1",
                """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:List*","Resource":"*"}]}"""),
            ("ActionNames.member.1", "s3:GetObject"),
            ("ResourceArns.member.1", "arn:aws:s3:::b/k"));

        answer.Values("EvalDecision").ShouldBe(["implicitDeny"]);
        answer.Values("AllowedByPermissionsBoundary").ShouldBe(["false", "false"]);
        answer.Values("SourcePolicyId").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/alice", null, "allowed", "")]
    [InlineData(
        "arn:aws:iam::444455556666:user/alice", "arn:aws:iam::111122223333:root", "implicitDeny",
        "IAM Policy=implicitDeny Resource Policy=allowed")]
    public async Task Simulate_ResourcePolicy_CountsByAccounts(string caller, string? owner, string decision, string details)
    {
        var parameters = new List<(string, string)>
        {
            (
                "PolicyInputList.member.1",
                """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListBucket","Resource":"*"}]}"""),
            (
                "ResourcePolicy",
                $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"""
                    + $$"""{"AWS":"{{caller}}"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}"""),
            ("CallerArn", caller),
            ("ActionNames.member.1", "s3:GetObject"),
            ("ResourceArns.member.1", "arn:aws:s3:::b/k"),
        };
        if (owner is not null)
        {
            parameters.Add(("ResourceOwner", owner));
        }

        var answer = await CallAsync([.. parameters]);

        answer.Values("EvalDecision").ShouldBe([decision]);
        var shown = answer.Xml.Descendants()
            .First(element => element.Name.LocalName == "EvalDecisionDetails")
            .Elements()
            .Select(entry => string.Join('=', entry.Elements().Select(part => part.Value)));
        string.Join(' ', shown).ShouldBe(details);
    }

    [Fact]
    public async Task Simulate_DenyOfTheResourcePolicy_IsTheOnlyStatement()
    {
        var answer = await CallAsync(
            ("PolicyInputList.member.1", Reads),
            (
                "ResourcePolicy",
                """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:"""
                    + """s3:::b/*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}"""),
            ("CallerArn", Alice),
            ("ActionNames.member.1", "s3:GetObject"),
            ("ContextEntries.member.1.ContextKeyName", "aws:SecureTransport"),
            ("ContextEntries.member.1.ContextKeyValues.member.1", "false"),
            ("ContextEntries.member.1.ContextKeyType", "boolean"),
            ("ResourceArns.member.1", "arn:aws:s3:::b/k"));

        answer.Value("EvalDecision").ShouldBe("explicitDeny");
        answer.Values("SourcePolicyId").ShouldBe(["ResourcePolicy", "ResourcePolicy"]);
        answer.Values("SourcePolicyType").ShouldBe(["Resource Policy", "Resource Policy"]);
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/alice", "allowed")]
    [InlineData("arn:aws:iam::111122223333:user/other", "implicitDeny")]
    public async Task Simulate_TrustPolicyOfARole_MustPermitToo(string trusted, string decision)
    {
        var answer = await CallAsync(
            ("PolicyInputList.member.1", IamClient.Allow("sts:AssumeRole")),
            (
                "ResourcePolicy",
                $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"""
                    + $$"""{"AWS":"{{trusted}}"},"Action":"sts:AssumeRole"}]}"""),
            ("CallerArn", Alice),
            ("ActionNames.member.1", "sts:AssumeRole"),
            ("ResourceArns.member.1", "arn:aws:iam::111122223333:role/reader"));

        answer.Value("EvalDecision").ShouldBe(decision);
    }

    [Fact]
    public async Task Simulate_StatementsByResourcesBeyondTheBound_IsRefused()
    {
        var policy =
            $$"""{"Statement":[{{string.Join(',', Enumerable.Repeat("""{"Effect":"Allow","Action":"*","Resource":"*"}""", 1000))}}]}""";
        (string, string)[] parameters =
        [
            ("PolicyInputList.member.1", policy),
            ("ActionNames.member.1", "s3:GetObject"),
            .. Enumerable.Range(1, 101).Select(i => ($"ResourceArns.member.{i}", $"arn:aws:s3:::b/{i}")),
        ];

        var refused = await iam.Admin.IamAsync("SimulateCustomPolicy", parameters);
        var answered = await CallAsync(parameters[..^1]);

        refused.ErrorCode.ShouldBe("InvalidInput");
        answered.Values("EvalResourceDecision").Count.ShouldBe(100);
    }

    [Fact]
    public async Task Simulate_KeysThatAreNotGiven_AreNamed()
    {
        const string Policy = """{"Version":"2012-10-17","Statement":"""
            + """[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/${aws:username}/*","Condition":{"IpAddress":"""
            + """{"aws:SourceIp":"10.0.0.0/8"},"StringEquals":{"s3:prefix":"x"}}}]}""";

        var everything = await CallAsync(("PolicyInputList.member.1", Policy), ("ActionNames.member.1", "s3:GetObject"));
        var named = await CallAsync(
            ("PolicyInputList.member.1", Policy), ("ActionNames.member.1", "s3:GetObject"), ("CallerArn", Alice),
            ("ResourceArns.member.1", "arn:aws:s3:::b/alice/k"));

        Missing(everything).ShouldBe(["aws:username,aws:SourceIp,s3:prefix"]);
        Missing(named).ShouldBe(["", "aws:SourceIp,s3:prefix"]);
    }

    [Theory]
    [InlineData("stringList", "x", "allowed")]
    [InlineData("string", "y", "implicitDeny")]
    [InlineData("numeric", "12", "implicitDeny")]
    public async Task Simulate_ContextEntry_Counts(string type, string value, string decision)
    {
        var answer = await CallAsync(
            (
                "PolicyInputList.member.1",
                """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":"""
                    + """{"ForAnyValue:StringEquals":{"aws:TagKeys":"x"}}}]}"""),
            ("ActionNames.member.1", "s3:GetObject"),
            ("ContextEntries.member.1.ContextKeyName", "aws:TagKeys"),
            ("ContextEntries.member.1.ContextKeyValues.member.1", value),
            ("ContextEntries.member.1.ContextKeyType", type));

        answer.Value("EvalDecision").ShouldBe(decision);
    }

    [Fact]
    public async Task Simulate_ManyActions_ArePaged()
    {
        (string, string)[] parameters = [
            ("PolicyInputList.member.1", Reads), ("MaxItems", "2"),
            .. new[] { "s3:GetObject", "s3:PutObject", "s3:ListBucket" }.Select((action, i) => ($"ActionNames.member.{i + 1}", action))];

        var first = await CallAsync(parameters);
        var second = await CallAsync([.. parameters, ("Marker", first.Value("Marker")!)]);

        first.Values("EvalActionName").ShouldBe(["s3:GetObject", "s3:PutObject"]);
        first.Value("IsTruncated").ShouldBe("true");
        second.Values("EvalActionName").ShouldBe(["s3:ListBucket"]);
        second.Value("IsTruncated").ShouldBe("false");
        second.Value("Marker").ShouldBeNull();
    }

    [Theory]
    [InlineData(
        "InvalidInput", "PolicyInputList.1 at line 1, column 2: expected `}` before the end of the text", "PolicyInputList.member.1",
        "{")]
    [InlineData("InvalidInput", "\"s3:Get*\" has a wildcard", "ActionNames.member.1", "s3:Get*")]
    [InlineData("InvalidInput", "\"s3:GetObjekt\" is not an action", "ActionNames.member.1", "s3:GetObjekt")]
    [InlineData("InvalidInput", "ResourceNames are not in a valid ARN format: b/k.", "ResourceArns.member.1", "b/k")]
    [InlineData("InvalidInput", "'444455556666' is not a valid as a Resource Owner.", "ResourceOwner", "444455556666")]
    [InlineData(
        "InvalidInput", "Invalid caller - Caller must be an IAM user in this context.", "CallerArn",
        "arn:aws:iam::111122223333:role/r")]
    [InlineData("InvalidInput", "Invalid caller - Caller must be an IAM user in this context.", "ResourcePolicy", """{"Statement":[]}""")]
    [InlineData("InvalidInput", "Only one permissions boundary", "PermissionsBoundaryPolicyInputList.member.2", """{"Statement":[]}""")]
    [InlineData("InvalidInput", "Invalid Resource Handling Option: EC3.", "ResourceHandlingOption", "EC3")]
    [InlineData("InvalidInput", "needs a resource of type instance", "ResourceHandlingOption", "EC2-VPC-EBS")]
    [InlineData("InvalidInput", "Invalid Marker.", "Marker", "7")]
    [InlineData(
        "InvalidInput", "has the value seven, which is not of type numeric", "ContextEntries.member.1.ContextKeyValues.member.1",
        "seven")]
    [InlineData("ValidationError", "Member must satisfy enum value set", "ContextEntries.member.1.ContextKeyType", "text")]
    [InlineData("ValidationError", "'actionNames.1.member'", "ActionNames.member.1", "s3")]
    [InlineData("ValidationError", "'maxItems'", "MaxItems", "1001")]
    public async Task Simulate_InvalidInput_IsRefused(string code, string message, string name, string value)
    {
        var parameters = new Dictionary<string, string>
        {
            ["PolicyInputList.member.1"] = Reads,
            ["PermissionsBoundaryPolicyInputList.member.1"] = Reads,
            ["ActionNames.member.1"] = "s3:GetObject",
            ["ContextEntries.member.1.ContextKeyName"] = "s3:max-keys",
            ["ContextEntries.member.1.ContextKeyValues.member.1"] = "7",
            ["ContextEntries.member.1.ContextKeyType"] = "numeric",
            [name] = value,
        };

        var answer = await iam.Admin.IamAsync("SimulateCustomPolicy", [.. parameters.Select(pair => (pair.Key, pair.Value))]);

        answer.Status.ShouldBe(400, answer.Text);
        answer.ErrorCode.ShouldBe(code);
        answer.Value("Message").ShouldNotBeNull().ShouldContain(message);
    }

    [Theory]
    [InlineData("ActionNames", "PolicyInputList.member.1", Reads)]
    [InlineData("PolicyInputList", "ActionNames.member.1", "s3:GetObject")]
    public async Task Simulate_InputIsMissing_IsRefused(string missing, string name, string value)
    {
        var answer = await iam.Admin.IamAsync("SimulateCustomPolicy", (name, value));

        answer.ErrorCode.ShouldBe("ValidationError");
        answer.Value("Message").ShouldBe(
            $"1 validation error detected: Value null at '{char.ToLowerInvariant(missing[0])}{missing[1..]}' failed to satisfy "
                + "constraint: Member must not be null");
    }

    [Fact]
    public async Task GetContextKeys_ExampleOfTheCli_GivesItsAnswer()
    {
        var answer = await iam.Admin.IamAsync(
            "GetContextKeysForCustomPolicy",
            (
                "PolicyInputList.member.1",
                """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:*","Resource":"arn:aws:dynamodb:us-west-2:"""
                    + """123456789012:table/${aws:username}","Condition":{"DateGreaterThan":"""
                    + """{"aws:CurrentTime":"2015-08-16T12:00:00Z"}}}}"""),
            (
                "PolicyInputList.member.2",
                """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*","Condition":"""
                    + """{"Bool":{"AWS:UserName":"x"}}}}"""));

        answer.Status.ShouldBe(200, answer.Text);
        answer.Values("member").ShouldBe(["aws:username", "aws:CurrentTime"]);
    }

    private static IEnumerable<string> Missing(WireAnswer answer) => answer.Xml.Descendants()
        .Where(element => element.Name.LocalName == "MissingContextValues")
        .Select(list => string.Join(',', list.Elements().Select(element => element.Value)));

    private async Task<string> SimulateAsync(params (string Name, string Value)[] parameters)
    {
        var answer = await CallAsync(parameters);
        var results = answer.Xml.Descendants().Single(element => element.Name.LocalName == "EvaluationResults");
        foreach (var element in results.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
            element.ReplaceAttributes(element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration));
        }

        return string.Concat(results.Elements().Select(element => element.ToString(SaveOptions.DisableFormatting)));
    }

    private async Task<WireAnswer> CallAsync(params (string Name, string Value)[] parameters)
    {
        var answer = await iam.Admin.IamAsync("SimulateCustomPolicy", parameters);
        answer.Status.ShouldBe(200, answer.Text);
        return answer;
    }
}
