namespace Mrap.Architecture;

public sealed class DependencyTests
{
    private const string Console = "Mrap.Core Mrap.Policy Mrap.Aws Mrap.Sandbox Mrap.Traffic BlazorMonaco MudBlazor Microsoft.AspNetCore.* "
        + "Microsoft.EntityFrameworkCore.* Microsoft.Extensions.* Microsoft.JSInterop Microsoft.Net.Http.Headers";

    public static TheoryData<string, string> Allowed => new()
    {
        { "Mrap.Policy", "" },
        { "Mrap.Signing", "" },
        { "Mrap.Core", "Mrap.Policy" },
        { "Mrap.AwsSdk", "AWSSDK.Core" },
        { "Mrap.Aws",
            "Mrap.Core Mrap.Policy Mrap.Signing Mrap.AwsSdk AWSSDK.* Microsoft.Extensions.DependencyInjection.Abstractions "
                + "Microsoft.Extensions.Logging.Abstractions YamlDotNet" },
        { "Mrap.Sandbox",
            "Mrap.Core Mrap.Policy Mrap.Signing Microsoft.AspNetCore.* Microsoft.Extensions.* Microsoft.Net.Http.Headers "
                + "Microsoft.Data.Sqlite SQLitePCLRaw.* System.IO.Hashing" },
        { "Mrap.Traffic", "Mrap.Core Mrap.Signing" },
        { "Mrap.Web", Console },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Room_Compiled_RefersOnlyToWhatItMay(string name, string allowed)
    {
        using var room = Room.Open(name);

        Forbidden(room, allowed).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Room_AllowedNothing_IsFoundOutUnlessItNeedsNothing(string name, string allowed)
    {
        using var room = Room.Open(name);

        Forbidden(room, "").Any().ShouldBe(allowed.Length > 0);
    }

    [Fact]
    public void Console_LeaningOnTheSdkOrTheDatabase_IsFoundOut()
    {
        using var aws = Room.Open("Mrap.Aws");
        using var sandbox = Room.Open("Mrap.Sandbox");

        Forbidden(aws, Console).ShouldBe(
            ["AWSSDK.Core", "AWSSDK.S3", "AWSSDK.SecurityToken", "Mrap.AwsSdk", "Mrap.Signing", "YamlDotNet"], ignoreOrder: true);
        Forbidden(sandbox, Console).ShouldContain("Microsoft.Data.Sqlite");
    }

    [Fact]
    public void Room_ThatRefersToMore_IsFoundOut()
    {
        using var self = Room.Open("Mrap.Architecture");

        Forbidden(self, "Shouldly").ShouldContain("xunit.v3.core");
        Forbidden(self, "Shouldly xunit.* ArchUnitNET Microsoft.Testing.*").ShouldBeEmpty();
    }

    [Fact]
    public void Sandbox_Compiled_DoesNotLeanOnTheClientItServes()
    {
        using var sandbox = Room.Open("Mrap.Sandbox");
        using var client = Room.Open("Mrap.Aws");

        sandbox.References.Where(IsSdk).ShouldBeEmpty();
        client.References.Where(IsSdk).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Mrap.Sandbox")]
    [InlineData("Mrap.Traffic")]
    public void Console_Compiled_UsesWhatItStartsOnlyInHosting(string started)
    {
        var users = Layers.UsersOf(started, "Mrap.Web").ToList();

        users.ShouldNotBeEmpty();
        users.Where(type => !Layers.IsHosting(type)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Mrap.Web.Hosting.SandboxStart", true)]
    [InlineData("Mrap.Web.Hosting.Deep.Thing", true)]
    [InlineData("Program", true)]
    [InlineData("Mrap.Web.Pages.Overview", false)]
    [InlineData("Mrap.Web.HostingLike.Thing", false)]
    public void IsHosting_TypeName_TellsTheCompositionRoot(string type, bool isHosting) => Layers.IsHosting(type).ShouldBe(isHosting);

    [Fact]
    public void UsersOf_ARoomThatIsUsed_FindsTheUsers() => Layers.UsersOf("Mrap.Core", "Mrap.Sandbox").ShouldNotBeEmpty();

    [Fact]
    public void EveryRoom_Compiled_HasNoNamespaceEndingInConsole()
    {
        foreach (var name in Room.All)
        {
            using var room = Room.Open(name);
            room.Namespaces.Where(HidesSystemConsole).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("Mrap.Console", true)]
    [InlineData("Mrap.Web.Console.Pages", true)]
    [InlineData("Mrap.Web.ConsoleHost", false)]
    public void HidesSystemConsole_Namespace_TellsIt(string name, bool hides) => HidesSystemConsole(name).ShouldBe(hides);

    private static IEnumerable<string> Forbidden(Room room, string allowed)
    {
        var patterns = allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return room.References.Where(reference => !IsFramework(reference) && !patterns.Any(pattern => Matches(reference, pattern)));
    }

    // the base class library; the parts of ASP.NET Core and the extensions must be named
    private static bool IsFramework(string reference) =>
        reference is "mscorlib" or "netstandard" or "Microsoft.Win32.Primitives"
        || (reference.StartsWith("System", StringComparison.Ordinal) && reference != "System.IO.Hashing");

    // a pattern with a star names an assembly and everything below it
    private static bool Matches(string reference, string pattern) =>
        reference == pattern
        || (
            pattern.EndsWith(".*", StringComparison.Ordinal)
                && (reference == pattern[..^2] || reference.StartsWith(pattern[..^1], StringComparison.Ordinal)));

    private static bool IsSdk(string reference) => reference == "Mrap.AwsSdk" || reference.StartsWith("AWSSDK.", StringComparison.Ordinal);

    private static bool HidesSystemConsole(string name) => name.Split('.').Skip(1).Contains("Console");
}
