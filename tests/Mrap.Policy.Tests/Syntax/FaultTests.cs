using Mrap.Policy.Model;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Tests.Syntax;

public sealed class FaultTests
{
    private const string Rest = "\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"";

    [Theory]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"},]}""", 63, "")]
    [InlineData("""{"Statement":[{"Effect":"Allow" "Action":"s3:*","Resource":"*"}]}""", 32, "")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action" "s3:*","Resource":"*"}]}""", 41, "")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]} x""", 66, "")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]""", 64, "")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"/* all */}]}""", 62, "/Statement/0")]
    [InlineData("""{"Statement":[{Effect:"Allow","Action":"s3:*","Resource":"*"}]}""", 15, "/Statement/0/Effect")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"s3:\q","Resource":"*"}]}""", 45, "/Statement/0/Action")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}],"Version":01}""", 75, "/Version")]
    public void Parse_NotJson_SaysWhere(string text, int offset, string pointer)
    {
        var outcome = PolicyDocument.Parse(text);

        outcome.IsValid.ShouldBeFalse();
        var fault = outcome.Faults.First(found => found.Code == PolicyFaultCodes.JsonSyntaxError);
        fault.Position.Offset.ShouldBe(offset);
        if (pointer.Length > 0)
        {
            fault.Pointer.ShouldBe(pointer);
        }
    }

    [Theory]
    [InlineData("""[]""", "DATA_TYPE_MISMATCH", "")]
    [InlineData("""{}""", "MISSING_STATEMENT", "")]
    [InlineData("""{"statement":[]}""", "INVALID_POLICY_ELEMENT", "/statement")]
    [InlineData("""{"Statement":"x"}""", "DATA_TYPE_MISMATCH", "/Statement")]
    [InlineData("""{"Statement":[1]}""", "DATA_TYPE_MISMATCH", "/Statement/0")]
    [InlineData("""{"Version":"2012-10-18","Statement":[]}""", "INVALID_VERSION", "/Version")]
    [InlineData("""{"Version":2012,"Statement":[]}""", "DATA_TYPE_MISMATCH", "/Version")]
    [InlineData("""{"Id":1,"Statement":[]}""", "DATA_TYPE_MISMATCH", "/Id")]
    [InlineData("""{"Statement":[],"Statement":[]}""", "DUPLICATE_KEY", "/Statement")]
    [InlineData("""{"Statement":{"Effect":"allow","Action":"s3:*","Resource":"*"}}""", "INVALID_EFFECT", "/Statement/Effect")]
    [InlineData("""{"Statement":{"Action":"s3:*","Resource":"*"}}""", "MISSING_EFFECT", "/Statement")]
    [InlineData("""{"Statement":{"Effect":"Allow","Resource":"*"}}""", "MISSING_ACTION", "/Statement")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:*"}}""", "MISSING_RESOURCE", "/Statement")]
    [InlineData(
        """{"Statement":{"effect":"Allow","Effect":"Allow","Action":"s3:*","Resource":"*"}}""", "INVALID_POLICY_ELEMENT",
        "/Statement/effect")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Action":"s3:*","NotAction":"s3:*","Resource":"*"}}""", "UNSUPPORTED_ELEMENT_COMBINATION",
        "/Statement/NotAction")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":["s3:*",{}],"Resource":"*"}}""", "DATA_TYPE_MISMATCH", "/Statement/Action/1")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Principal":"me","Action":"s3:*","Resource":"*"}}""", "INVALID_PRINCIPAL",
        "/Statement/Principal")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Principal":{"aws":"*"},"Action":"s3:*","Resource":"*"}}""", "INVALID_PRINCIPAL_KEY",
        "/Statement/Principal/aws")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"Bool":{"a/b~":null}}}}""", "DATA_TYPE_MISMATCH",
        "/Statement/Condition/Bool/a~1b~0")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"Bool":{"a":"1","A":"2"}}}}""",
        "DUPLICATE_KEYS_WITH_DIFFERENT_CASE", "/Statement/Condition/Bool/A")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":[]}}""", "DATA_TYPE_MISMATCH",
        "/Statement/Condition")]
    public void Parse_JsonThatIsNoPolicy_NamesTheRuleAndThePlace(string text, string code, string pointer) =>
        PolicyDocument.Parse(text).Faults.ShouldContain(fault => fault.Code == code && fault.Pointer == pointer);

    [Theory]
    [InlineData(PolicyKind.Identity, "\"Principal\":\"*\",", "UNSUPPORTED_PRINCIPAL")]
    [InlineData(PolicyKind.Boundary, "\"Principal\":\"*\",", "UNSUPPORTED_PRINCIPAL")]
    [InlineData(PolicyKind.Session, "\"NotPrincipal\":\"*\",", "UNSUPPORTED_PRINCIPAL")]
    [InlineData(PolicyKind.ServiceControl, "\"Principal\":\"*\",", "UNSUPPORTED_PRINCIPAL")]
    [InlineData(PolicyKind.Bucket, "", "MISSING_PRINCIPAL")]
    [InlineData(PolicyKind.AccessPoint, "", "MISSING_PRINCIPAL")]
    [InlineData(PolicyKind.Trust, "", "MISSING_PRINCIPAL")]
    [InlineData(PolicyKind.ResourceControl, "\"Principal\":{\"AWS\":\"*\"},", "INVALID_PRINCIPAL")]
    public void Parse_PrincipalThatTheKindDoesNotTake_IsAFault(PolicyKind kind, string principal, string code) =>
        PolicyDocument.Parse("{\"Statement\":{" + principal + Rest + "}}", kind).Faults.ShouldHaveSingleItem().Code.ShouldBe(code);

    [Fact]
    public void Parse_TrustPolicy_NeedsNoResource() =>
        PolicyDocument.Parse(
            """{"Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}}""",
            PolicyKind.Trust).IsValid.ShouldBeTrue();

    [Fact]
    public void Parse_SeveralFaults_ReportsAllInTheOrderOfTheText()
    {
        var outcome =
            PolicyDocument.Parse("{\n \"Version\": \"2013\",\n \"Statement\": [\n  {\"Effect\": \"Permit\", \"Resource\": 5},\n ]\n}");

        outcome.Faults.Select(fault => (fault.Code, fault.Position.Line, fault.Position.Column)).ShouldBe(
        [
            ("INVALID_VERSION", 2, 13),
            ("MISSING_ACTION", 4, 3),
            ("INVALID_EFFECT", 4, 14),
            ("DATA_TYPE_MISMATCH", 4, 36),
            ("JSON_SYNTAX_ERROR", 4, 38),
        ]);
    }

    [Fact]
    public void Parse_ManyFaults_StopsReportingAtTheBound() =>
        PolicyDocument.Parse("[" + string.Join(',', Enumerable.Repeat("x", 5000)) + "]").Faults.Length.ShouldBe(PolicyLimits.MaxFaults);

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Parse_TwentyKilobytesOfOpenBrackets_IsOneClearFault(char bracket)
    {
        var text = bracket == '[' ? new string('[', 20_480) : string.Concat(Enumerable.Repeat("{\"a\":", 4_096));

        var fault = PolicyDocument.Parse(text).Faults.First(found => found.Code == PolicyFaultCodes.NestingTooDeep);

        fault.Message.ShouldBe("brackets are nested deeper than 32");
    }

    [Fact]
    public void Parse_TextBeyondTheBound_IsRefusedUnread()
    {
        var outcome = PolicyDocument.Parse(new string(' ', PolicyLimits.MaxTextLength + 1));

        outcome.Faults.ShouldHaveSingleItem().Code.ShouldBe(PolicyFaultCodes.PolicyTooLarge);
        outcome.Syntax.ShouldBeNull();
    }

    [Fact]
    public void Document_OfATextWithFaults_CannotBeTaken() =>
        Should.Throw<InvalidOperationException>(() => PolicyDocument.Parse("{}").Document).Message.ShouldContain("Statement");
}
