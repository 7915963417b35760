using Mrap.Policy.Cases;
using Mrap.Policy.Model;

namespace Mrap.Policy.Tests.Cases;

public sealed class CaseReaderTests
{
    [Theory]
    [InlineData("{", "expected `}` before the end of the text, at column 2")]
    [InlineData("{}", "`expected` is missing")]
    [InlineData("""{"expected":"public","policyType":"mrap"}""", "`policy` is missing")]
    [InlineData("""{"expected":"maybe","policyType":"mrap","policy":{"Statement":[]}}""", "`expected` is neither `public` nor `nonPublic`")]
    [InlineData(
        """{"expected":"public","policyType":"queue","policy":{"Statement":[]}}""",
        "`policyType` is none of `identity`, `bucket`, `accesspoint` and `mrap`")]
    [InlineData(
        """{"expected":"allow","policies":{"identity":[{"Statement":7}]},"request":"""
            + """{"principal":"anonymous","action":"s3:x","resource":"*"}}""",
        "`policies.identity[0]` is not a policy: `Statement` is an object or a list of objects, not a number at `/Statement`")]
    [InlineData(
        """{"expected":"allow","policies":{},"request":{"principal":"anonymous","action":"s3:x"}}""", "`request.resource` is missing")]
    [InlineData(
        """{"expected":"allow","policies":{},"request":{"principal":"anonymous","action":"s3:x","layers":[]}}""",
        "`request.resource` is missing")]
    [InlineData(
        """{"expected":"allow","policies":{},"request":{"principal":"anonymous","action":"s3:x","layers":[{"resource":"*"},"""
            + """{"resource":"*"},{"resource":"*"}]}}""",
        "`request.layers` does not have one or two layers")]
    [InlineData(
        """{"expected":"allow","policies":{},"request":{"principal":"anonymous","action":"s3:x","resource":"*","context":{"k":[{}]}}}""",
        "`request.context.k[0]` is not a string")]
    [InlineData(
        """{"expected":"allow","policies":{},"request":{"principal":"anonymous","action":"s3:x","resource":"*","context":{"k":"""
            + """{"v":"w"}}}}""",
        "`request.context.k` is not a string")]
    [InlineData(
        """{"expected":"allow","policies":{},"request":{"principal":"anonymous","action":"s3:x","resource":"*","context":[]}}""",
        "`request.context` is not an object")]
    [InlineData(
        """{"expected":"allow","policies":{},"request":{"principal":"anonymous","action":"s3:x","resource":"*","layers":[{},{},{}]}}""",
        "`request.layers[0].resource` is missing")]
    [InlineData(
        """{"expected":"allow","policies":{"resource":[{"Statement":[]},{"Statement":[]}]},"request":"""
            + """{"principal":"anonymous","action":"s3:x","resource":"*"}}""",
        "`policies.resource` has more than one policy: a resource has one")]
    [InlineData("""{"expected":"allow","policies":{},"request":"all"}""", "`request` is not an object")]
    [InlineData(
        """{"expected":"allow","policies":[],"request":{"principal":"anonymous","action":"s3:x","resource":"*"}}""",
        "`policies` is not an object")]
    [InlineData(
        """{"expected":"allow","policies":{},"settings":{"blockPublicAccess":"yes"},"request":"""
            + """{"principal":"anonymous","action":"s3:x","resource":"*"}}""",
        "`settings.blockPublicAccess` is neither `true` nor `false`")]
    [InlineData("[]", "the case is not an object")]
    [InlineData(
        """{"expected":"yes","policies":{},"request":{"principal":"anonymous","action":"s3:x","resource":"*"}}""",
        "`expected` is none of `allow`, `explicitDeny` and `implicitDeny`")]
    public void Read_LineThatIsNoCase_SaysWhy(string line, string fault) => PolicyCaseReader.Read(line).Fault.ShouldBe(fault);

    [Fact]
    public void Passes_WrongExpectation_IsFalse() =>
        PolicyCaseReader.Read(
            """{"id":"a","expected":"allow","policies":{},"request":"""
                + """{"principal":"anonymous","action":"s3:x","resource":"*"}}""").Case!.Passes().ShouldBeFalse();

    private const string Everything = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";
    private const string Everyone =
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}""";
    private const string Writing = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:PutObject","Resource":"*"}}""";

    [Theory]
    [InlineData("\"identity\":ALL", "allow")]
    [InlineData("\"identity\":[ALL]", "allow")]
    [InlineData("\"identity\":[null,ALL]", "allow")]
    [InlineData("\"identity\":[]", "implicitDeny")]
    [InlineData("\"identity\":null", "implicitDeny")]
    [InlineData("", "implicitDeny")]
    [InlineData("\"identity\":ALL,\"resource\":null,\"boundary\":null,\"scp\":null,\"rcp\":null,\"session\":null,\"vpce\":null", "allow")]
    [InlineData("\"identity\":ALL,\"boundary\":[],\"scp\":[],\"rcp\":[],\"session\":[],\"vpce\":[]", "allow")]
    [InlineData("\"identity\":ALL,\"boundary\":PUT", "implicitDeny")]
    [InlineData("\"identity\":ALL,\"boundary\":[PUT,ALL]", "allow")]
    [InlineData("\"identity\":ALL,\"session\":PUT", "implicitDeny")]
    [InlineData("\"identity\":ALL,\"session\":[PUT]", "implicitDeny")]
    [InlineData("\"identity\":ALL,\"session\":[PUT,ALL]", "allow")]
    [InlineData("\"identity\":ALL,\"scp\":PUT", "implicitDeny")]
    [InlineData("\"identity\":ALL,\"scp\":[ALL]", "allow")]
    [InlineData("\"identity\":ALL,\"scp\":[ALL,PUT]", "implicitDeny")]
    [InlineData("\"identity\":ALL,\"scp\":[[ALL,PUT]]", "allow")]
    [InlineData("\"identity\":ALL,\"scp\":[[ALL],[PUT]]", "implicitDeny")]
    [InlineData("\"identity\":ALL,\"scp\":[[]]", "implicitDeny")]
    [InlineData("\"identity\":ALL,\"scp\":[null,[ALL]]", "allow")]
    [InlineData("\"identity\":ALL,\"rcp\":[[ANY]]", "allow")]
    [InlineData("\"identity\":ALL,\"vpce\":ANY", "allow")]
    [InlineData("\"identity\":ALL,\"vpce\":[PUT]", "implicitDeny")]
    [InlineData("\"resource\":ANY", "allow")]
    [InlineData("\"resource\":[ANY]", "allow")]
    [InlineData("\"resource\":[]", "implicitDeny")]
    public void Read_PoliciesInEveryForm_AreTakenAsMeant(string policies, string answer) => Answer(
        $$$"""{"expected":"allow","policies":{ {{{Filled(policies)}}} },"request":"""
            + $$$"""{"principal":"arn:aws:iam::111122223333:user/alice","action":"s3:GetObject","resource":"arn:aws:s3:::b/k"} """
            + $$$"""}""").ShouldBe(answer);

    [Theory]
    [InlineData("\"10\"", "10")]
    [InlineData("10", "10")]
    [InlineData("[10]", "10")]
    [InlineData("true", "true")]
    [InlineData("[\"a\",1,false]", "a,1,false")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("[null,\"a\"]", "a")]
    public void Read_ContextInEveryForm_IsTakenAsText(string value, string values)
    {
        var outcome = PolicyCaseReader.Read(
            $$$"""{"expected":"allow","policies":{},"request":{"principal":"anonymous","action":"s3:x","resource":"*","context":"""
                + $$$"""{"k":{{{value}}} } } }""");

        outcome.Fault.ShouldBeNull();
        string.Join(
            ',',
            outcome.Case.ShouldBeOfType<DecisionCase>().Layers[0].Request.Context.Entries.ShouldHaveSingleItem().Value).ShouldBe(values);
    }

    [Theory]
    [InlineData("", "allow")]
    [InlineData(",\"settings\":null", "allow")]
    [InlineData(",\"settings\":{}", "allow")]
    [InlineData(",\"settings\":{\"blockPublicAccess\":null}", "allow")]
    [InlineData(",\"settings\":{\"blockPublicAccess\":false}", "allow")]
    [InlineData(",\"settings\":{\"blockPublicAccess\":true}", "explicitDeny")]
    public void Read_SettingsInEveryForm_AreTakenAsMeant(string settings, string answer) => Answer(
        $$$"""{"id":7,"policies":{"resource":{{{Everyone}}} },"request":"""
            + $$$"""{"principal":"anonymous","action":"s3:x","resource":"arn:aws:s3:::b","resourceAccount":111122223333,"layers":"""
            + $$$"""[]}{{{settings}}},"expected":"allow"}""").ShouldBe(answer);

    [Theory]
    [InlineData("""[{"kind":"bucket","resource":"arn:aws:s3:::b/k","resourceAccount":"111122223333","resourcePolicy":ANY}]""", "allow")]
    [InlineData("""{"resource":"arn:aws:s3:::b/k","resourcePolicy":ANY}""", "allow")]
    [InlineData(
        """[{"kind":"accesspoint","resource":"arn:aws:s3:us-east-1:111122223333:accesspoint/a/object/k","resourcePolicy":ANY},"""
            + """{"kind":"bucket","resource":"arn:aws:s3:::b/k","resourcePolicy":ANY}]""",
        "allow")]
    [InlineData(
        """[{"kind":"accesspoint","resource":"arn:aws:s3:us-east-1:111122223333:accesspoint/a/object/k","resourcePolicy":ANY},"""
            + """{"kind":"bucket","resource":"arn:aws:s3:::b/k"}]""",
        "implicitDeny")]
    [InlineData(
        """[{"resource":"arn:aws:s3:::b/k","resourcePolicy":null},"""
            + """{"resource":"arn:aws:s3:us-east-1:111122223333:accesspoint/a/object/k","resourcePolicy":ANY}]""",
        "implicitDeny")]
    public void Read_LayersInEveryForm_AreDecidedEach(string layers, string answer) => Answer(
        $$$"""{"expected":"allow","policies":{"resource":null},"request":"""
            + $$$"""{"principal":"anonymous","action":"s3:GetObject","layers":{{{Filled(layers)}}} } }""").ShouldBe(answer);

    [Theory]
    [InlineData("arn:aws:s3:::b/x:role/y", "an object whose key looks like a role")]
    [InlineData("arn:aws:s3:::b/x:accesspoint/y", "an object whose key looks like an access point")]
    public void Read_KeyThatLooksLikeAnotherResource_IsAnObject(string resource, string why)
    {
        var line = $$$"""{"expected":"allow","policies":{"identity":{{{Everything}}},"resource":{{{Everyone}}} },"request":"""
            + $$$"""{"principal":"arn:aws:iam::111122223333:user/alice","action":"s3:GetObject","resource":"{{{resource}}}"} }""";

        var layer = PolicyCaseReader.Read(line).Case.ShouldBeOfType<DecisionCase>().Layers.ShouldHaveSingleItem();

        layer.Policies.Resource!.Kind.ShouldBe(PolicyKind.Bucket, why);
        layer.Policies.RequiresResourceAllow.ShouldBeFalse();
    }

    [Theory]
    [InlineData("bucket", PolicyKind.Bucket)]
    [InlineData("accesspoint", PolicyKind.AccessPoint)]
    [InlineData("accessPoint", PolicyKind.AccessPoint)]
    [InlineData("mrap", PolicyKind.AccessPoint)]
    [InlineData("MRAP", PolicyKind.AccessPoint)]
    public void Read_PolicyType_IsReadWithoutCase(string type, PolicyKind kind) =>
        PolicyCaseReader.Read(
            $$$"""{"policyType":"{{{type}}}","policy":{{{Everyone}}}"""
                + $$$""","expected":"public"}""").Case.ShouldBeOfType<PublicCase>().Kind.ShouldBe(kind);

    // every part of a line in turn replaced by something else: a fault or a case, never an exception
    [Fact]
    public void Read_LineWithAnyPartReplaced_EndsWithAnAnswer()
    {
        string[] parts = ["null", "7", "true", "\"\"", "\"*\"", "[]", "{}", "[[]]", "[[[]]]", "[null]", Everyone, "[" + Everything + "]"];
        string[] names = [
            "id", "name", "policies", "identity", "resource", "boundary", "session", "scp", "rcp", "vpce", "request", "principal", "action",
            "resourceAccount", "context", "layers", "settings", "blockPublicAccess", "expected"];
        foreach (var name in names)
        {
            foreach (var part in parts)
            {
                string Take(string member, string usual) => member == name ? part : usual;
                var policies = string.Join(
                    ',',
                    new[] { "identity", "resource", "boundary", "session", "scp", "rcp",
                        "vpce" }.Select(member => $"\"{member}\":{Take(member, "null")}"));
                var request = $"{{\"principal\":{Take("principal", "\"anonymous\"")},\"action\":{Take("action", "\"s3:x\"")},"
                    + $"\"resource\":{Take("resource", "\"*\"")},"
                    + $"\"resourceAccount\":{Take("resourceAccount", "\"111122223333\"")},\"context\":{Take("context", "{}")},\"layers\":"
                    + $"{Take("layers", "null")}}}";
                var line = $"{{\"id\":{Take("id", "\"a\"")},\"name\":{Take("name", "\"b\"")},\"policies\":"
                    + $"{Take("policies", "{" + policies + "}")},\"request\":{Take("request", request)},"
                    + $"\"settings\":{Take("settings", "{\"blockPublicAccess\":" + Take("blockPublicAccess", "false") + "}")},"
                    + $"\"expected\":{Take("expected", "\"allow\"")}}}";

                var outcome = PolicyCaseReader.Read(line);

                (outcome.Case is null).ShouldBe(outcome.Fault is not null, line);
                outcome.Case?.Answer().ShouldNotBeEmpty(line);
            }
        }
    }

    private static string Filled(string text) =>
        text.Replace("ALL", Everything, StringComparison.Ordinal)
            .Replace("ANY", Everyone, StringComparison.Ordinal)
            .Replace("PUT", Writing, StringComparison.Ordinal);

    private static string Answer(string line)
    {
        var outcome = PolicyCaseReader.Read(line);
        outcome.Fault.ShouldBeNull();
        return outcome.Case!.Answer();
    }
}
