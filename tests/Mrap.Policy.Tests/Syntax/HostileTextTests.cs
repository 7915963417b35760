using CsCheck;
using Mrap.Policy.Model;

namespace Mrap.Policy.Tests.Syntax;

public sealed class HostileTextTests
{
    private static readonly string[] s_pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u12", "//", "/*", "*/", "\n", "null", "true", "-", "1e", "\u0000", "\ud800", "\ufeff",
        "'",
        "\"Version\"", "\"2012-10-17\"", "\"Statement\"", "\"Effect\":", "\"Allow\"", "\"Action\":", "\"Principal\":{\"AWS\":",
        "\"Condition\":{\"Bool\":{", "${", "*",
    ];

    private static readonly Gen<string> s_text = Choice.Of(s_pieces).Array[0, 60].Select(string.Concat);

    [Fact]
    public void Parse_AnyText_EndsAndSaysWhatIsWrongInsideTheText() => s_text.Sample(
        text =>
        {
            var outcome = PolicyDocument.Parse(text);

            return outcome.IsValid == outcome.Faults.IsEmpty
                && outcome.Faults.All(fault => fault.Span.Start >= 0 && fault.Span.End <= text.Length && fault.Message.Length < 400);
        },
        iter: Runs.Of(20_000));

    [Fact]
    public void Parse_PolicyWithOneCharacterChanged_Ends()
    {
        const string Policy = """{"Version":"2012-10-17","Statement":[{"Sid":"a","Effect":"Allow","Principal":{"AWS":["*"]},"Action":"""
            + """["s3:*"],"Resource":"*","Condition":{"Bool":{"k":true,"n":-1.5e3}}}]}""";

        Gen.Select(Gen.Int[0, Policy.Length - 1], Choice.Of(s_pieces)).Sample(
            (at, piece) => PolicyDocument.Parse(string.Concat(Policy.AsSpan(0, at), piece, Policy.AsSpan(at + 1))).Source.Text.Length > 0,
            iter: Runs.Of(5_000));
    }

    [Fact]
    public void Parse_TenThousandStatements_IsAnswered()
    {
        var statement = """{"Effect":"Allow","Action":"s3:*","Resource":"*"}""";

        var outcome = PolicyDocument.Parse("{\"Statement\":[" + string.Join(',', Enumerable.Repeat(statement, 10_000)) + "]}");

        outcome.Document.Statements.Length.ShouldBe(10_000);
    }

    [Fact]
    public void Parse_ObjectOfFiftyThousandNames_FindsTheRepeatedOneInBoundedTime()
    {
        var names = string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"\"k{i}\":1"));

        PolicyDocument.Parse("{\"k7\":1," + names + "}").Faults.ShouldNotBeEmpty();
    }
}
