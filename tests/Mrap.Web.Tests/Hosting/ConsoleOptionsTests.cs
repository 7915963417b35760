using Mrap.Web.Configuration;

namespace Mrap.Web.Tests.Hosting;

public sealed class ConsoleOptionsTests
{
    [Theory]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://+:80", false)]
    [InlineData("https://console.example.com", false)]
    public void ListenAddress_OfAGoodUrl_SaysWhetherOnlyThisMachineConnects(string url, bool loopback) =>
        ListenAddress.Parse(url).ShouldNotBeNull().IsLoopback.ShouldBe(loopback);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("localhost:5080")]
    [InlineData("ftp://localhost")]
    [InlineData("http://localhost:99999")]
    [InlineData("http://localhost:5080/console")]
    [InlineData("http://a:1;http://b:2")]
    [InlineData("http://localhost:abc")]
    [InlineData("http://localhost:-1")]
    [InlineData("http://localhost:5080?x=1")]
    [InlineData("http://ada:secret@localhost:5080")]
    public void ListenAddress_OfABadUrl_IsNull(string? url) => ListenAddress.Parse(url).ShouldBeNull();

    [Fact]
    public void Validator_WithTwoBadSettings_NamesBothKeys()
    {
        var result = new ConsoleOptionsValidator().Validate(name: null, new ConsoleOptions { Mode = "Cloud", Url = "nowhere" });

        result.Failures.ShouldNotBeNull().Count().ShouldBe(2);
        result.FailureMessage.ShouldNotBeNull().ShouldContain("Console:Mode");
        result.FailureMessage.ShouldNotBeNull().ShouldContain("Console:Url");
    }

    [Fact]
    public void Validator_OfAnAddressWithAPassword_DoesNotRepeatIt()
    {
        var result = new ConsoleOptionsValidator().Validate(name: null, new ConsoleOptions { Url = "http://ada:secret@localhost:5080" });

        result.FailureMessage.ShouldNotBeNull().ShouldContain("not `…@localhost:5080`");
        result.FailureMessage.ShouldNotBeNull().ShouldNotContain("secret");
    }

    [Theory]
    [InlineData(99, false)]
    [InlineData(100, true)]
    [InlineData(1_000_000, true)]
    [InlineData(1_000_001, false)]
    [InlineData(-1, false)]
    public void Validator_OfTheEntriesToKeep_NamesTheBounds(int entries, bool isValid)
    {
        var result = new ConsoleOptionsValidator().Validate(name: null, new ConsoleOptions { ActivityEntries = entries });

        result.Succeeded.ShouldBe(isValid);
        if (!isValid)
        {
            result.FailureMessage.ShouldBe($"Console:ActivityEntries must be a number from 100 to 1000000, not `{entries}`.");
        }
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://+:5080")]
    [InlineData("https://console.example.com")]
    public void Validator_WithAnAddressOthersReach_RefusesItForWantOfSignIn(string url)
    {
        var result = new ConsoleOptionsValidator().Validate(name: null, new ConsoleOptions { Url = url });

        result.FailureMessage.ShouldNotBeNull().ShouldContain("Console:Url must be a loopback address");
    }

    [Theory]
    [InlineData("http://localhost:0", false)]
    [InlineData("http://LOCALHOST:0", false)]
    [InlineData("http://127.0.0.1:0", true)]
    [InlineData("http://[::1]:0", true)]
    public void Validator_OfAnyFreePort_WantsOneAddress(string url, bool isValid)
    {
        var result = new ConsoleOptionsValidator().Validate(name: null, new ConsoleOptions { Url = url });

        result.Succeeded.ShouldBe(isValid);
        if (!isValid)
        {
            result.FailureMessage.ShouldNotBeNull().ShouldContain("http://127.0.0.1:0");
        }
    }

    [Theory]
    [InlineData("aws", ConsoleMode.Aws)]
    [InlineData("Sandbox", ConsoleMode.Sandbox)]
    public void Validator_WithAKnownMode_Passes(string mode, ConsoleMode parsed)
    {
        var options = new ConsoleOptions { Mode = mode };

        new ConsoleOptionsValidator().Validate(name: null, options).Succeeded.ShouldBeTrue();
        options.ParsedMode.ShouldBe(parsed);
    }
}
