namespace Mrap.Architecture;

public sealed class DependencyTests
{
    public static TheoryData<string, string> Allowed => new()
    {
        { "Mrap.Policy", "" },
        { "Mrap.Signing", "" },
        { "Mrap.Core", "Mrap.Policy" },
        { "Mrap.AwsSdk", "AWSSDK.Core" },
        { "Mrap.Aws", "Mrap.Core Mrap.Policy Mrap.Signing Mrap.AwsSdk AWSSDK.* Microsoft.Extensions.DependencyInjection.Abstractions" },
        { "Mrap.Sandbox", "Mrap.Core Mrap.Policy Mrap.Signing Microsoft.AspNetCore.* Microsoft.Extensions.* Microsoft.Net.Http.Headers Microsoft.Data.Sqlite SQLitePCLRaw.* System.IO.Hashing" },
        { "Mrap.Web", "Mrap.Core Mrap.Policy Mrap.Aws Mrap.Sandbox MudBlazor Microsoft.AspNetCore.* Microsoft.Extensions.* Microsoft.JSInterop Microsoft.Net.Http.Headers Microsoft.EntityFrameworkCore* Microsoft.Data.Sqlite Microsoft.Identity.* Npgsql* AWSSDK.* Mrap.AwsSdk" },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Room_Compiled_RefersOnlyToWhatItMay(string name, string allowed)
    {
        using var room = Room.Open(name);

        Forbidden(room, allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldBeEmpty();
    }

    [Fact]
    public void Room_ThatRefersToMore_IsFoundOut()
    {
        using var self = Room.Open("Mrap.Architecture");

        Forbidden(self, ["Shouldly"]).ShouldContain("xunit.v3.core");
        Forbidden(self, ["Shouldly", "xunit.*", "ArchUnitNET", "Microsoft.Testing.*"]).ShouldBeEmpty();
    }

    [Fact]
    public void Sandbox_Compiled_DoesNotLeanOnTheClientItServes()
    {
        using var room = Room.Open("Mrap.Sandbox");

        room.References.Where(reference => reference.StartsWith("AWSSDK", StringComparison.Ordinal) || reference.StartsWith("Amazon", StringComparison.Ordinal) || reference == "Mrap.AwsSdk").ShouldBeEmpty();
    }

    [Fact]
    public void Console_Compiled_UsesTheSandboxOnlyInHosting() =>
        Layers.UsersOf("Mrap.Sandbox", "Mrap.Web").Where(type => !Layers.IsHosting(type)).ShouldBeEmpty();

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
            room.Namespaces.Where(text => text.Split('.').Skip(1).Contains("Console")).ShouldBeEmpty();
        }
    }

    private static IEnumerable<string> Forbidden(Room room, string[] allowed) =>
        room.References.Where(reference => !IsFramework(reference) && !allowed.Any(pattern => Matches(reference, pattern)));

    // the base class library; the parts of ASP.NET Core and the extensions must be named
    private static bool IsFramework(string reference) =>
        reference is "mscorlib" or "netstandard" or "Microsoft.Win32.Primitives"
        || (reference.StartsWith("System", StringComparison.Ordinal) && reference != "System.IO.Hashing");

    private static bool Matches(string reference, string pattern) => pattern.EndsWith('*')
        ? reference.StartsWith(pattern[..^1].TrimEnd('.'), StringComparison.Ordinal)
        : reference == pattern;
}
