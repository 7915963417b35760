using CsCheck;
using Mrap.Policy.Model;

namespace Mrap.Policy.Tests.Model;

public sealed class PrintingTests
{
    [Fact]
    public void Print_AnyDocument_ReadsBackTheSame() => Gen.Select(Documents.Any, Gen.Bool).Sample((document, indented) =>
    {
        var printed = document.Print(indented);
        var again = PolicyDocument.Parse(printed);

        return again.IsValid && Documents.AreSame(document, again.Document) && again.Document.Print(indented) == printed;
    });

    [Fact]
    public void Print_ScalarsAndLists_KeepsTheForm()
    {
        const string Text = """{"Version":"2012-10-17","Id":"x","Statement":{"Sid":"s","Effect":"Deny","NotPrincipal":"""
            + """{"AWS":"111122223333","Service":["a"]},"NotAction":["s3:Get*"],"NotResource":"*","Condition":{"Bool":{"k":true,"l":"""
            + """[1,"2"]}}}}""";

        PolicyDocument.Parse(Text).Document.Print(indented: false).ShouldBe(Text);
    }

    [Fact]
    public void Print_Indented_PutsOneElementALine() =>
        PolicyDocument.Parse("""{"Statement":[{"Effect":"Allow","Action":[],"Resource":["a","b"]}]}""").Document.Print().ShouldBe(
            """
            {
              "Statement": [
                {
                  "Effect": "Allow",
                  "Action": [],
                  "Resource": [
                    "a",
                    "b"
                  ]
                }
              ]
            }
            """);

    [Fact]
    public void Spans_OfEveryElement_CoverItsText()
    {
        var document = PolicyDocument.Parse(
            """{ "Statement" : [ {"Effect":"Allow","Action":["s3:Get\u004fbject"], "Resource" : "*","Principal":"""
                + """{"AWS":"*"},"Condition":{"Bool":{"k" : true}}} ] }""").Document;

        var statement = document.Statements[0];
        var texts = new[]
        {
            statement.Actions.Items[0].Span, statement.Resources!.Span, statement.Principals!.Groups[0].Entries.Items[0].Span,
            statement.Conditions[0].Clauses[0].Span,
            statement.Conditions[0].Span,
        };
        texts.Select(span => document.Source.Slice(span).ToString()).ShouldBe(
            ["\"s3:Get\\u004fbject\"", "\"*\"", "\"*\"", "\"k\" : true", "\"Bool\":{\"k\" : true}"]);
        statement.Actions.Items[0].Text.ShouldBe("s3:GetObject");
    }
}
