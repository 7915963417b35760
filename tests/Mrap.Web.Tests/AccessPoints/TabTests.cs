using Bunit;
using Mrap.Testing;
using Mrap.Web.Components.AccessPoints.Clients;
using Mrap.Web.Components.AccessPoints.Properties;

namespace Mrap.Web.Tests.AccessPoints;

public sealed class TabTests : PageContext
{
    private const string Arn = "arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap";

    public TabTests() => RenderPopovers();

    [Theory]
    [InlineData("AWS CLI", "aws s3api put-object --bucket " + Arn)]
    [InlineData("Python", "bucket = \"" + Arn + "\"")]
    [InlineData("JavaScript", "const Bucket = \"" + Arn + "\";")]
    [InlineData(".NET", "const string Bucket = \"" + Arn + "\";")]
    public void Clients_OfEachKind_UseThisAccessPoint(string client, string expected)
    {
        var page = Render<ClientsTab>(tab => tab.Add(parameters => parameters.Details, Example.Details()));

        page.FindAll("[aria-label=Client] button").Single(button => button.TextContent == client).Click();

        page.Find("pre").TextContent.ShouldContain(expected);
        page.Find($"[aria-label='Copy the code for {client}']").GetAttribute("data-copy").ShouldNotBeNull().ShouldContain(expected);
    }

    [Fact]
    public void Clients_InTheSandbox_StartWithItsEnvironment()
    {
        var page = Render<ClientsTab>(tab => tab.Add(parameters => parameters.Details, Example.Details()));

        page.Find("[aria-label='Copy the line']")
            .GetAttribute("data-copy")
            .ShouldBe("eval \"$(curl -s http://localhost:5081/_sandbox/env)\"");
    }

    [Fact]
    public void Properties_Always_LetTheIdentifiersBeCopied()
    {
        var page = Render<PropertiesTab>(tab => tab.Add(parameters => parameters.Details, Example.Details()));

        page.Find("[aria-label='Copy the ARN']").GetAttribute("data-copy").ShouldBe(Arn);
        page.Find("[aria-label='Copy the host name']")
            .GetAttribute("data-copy")
            .ShouldBe("mfzwi23gnjvgw.mrap.accesspoint.s3-global.amazonaws.com");
        page.FindAll("tbody tr").Count.ShouldBe(3);
    }
}
