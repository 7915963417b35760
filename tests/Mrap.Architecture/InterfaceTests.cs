using System.Reflection;
using System.Text.RegularExpressions;

namespace Mrap.Architecture;

/// <summary>An interface has several implementations, or a test stands in for its one: else it is a class with a second name.</summary>
public sealed partial class InterfaceTests
{
    [Fact]
    public void Interface_OfARoom_HasASecondImplementationOrAFake()
    {
        var rooms = Room.All.Select(Assembly.Load).ToList();
        var tests = Sources.Below("tests").SelectMany(file => BaseLists(string.Join('\n', Sources.Lines(file)))).ToHashSet();

        Interfaces(rooms.Where(room => room.GetName().Name != "Mrap.AwsSdk"))
            .Where(found => Implementations(found, rooms).Count() == 1 && !tests.Contains(NameOf(found)))
            .Select(found => $"{found.FullName}: {Implementations(found, rooms).Single().Name}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Implementations_OfAnInterface_AreThoseOfItselfAlone() =>
        Implementations(typeof(ILonely), [typeof(InterfaceTests).Assembly]).ShouldBe([typeof(Lonely)]);

    [Theory]
    [InlineData("internal sealed class Fake : IClock { }", "IClock")]
    [InlineData("private sealed class Fake(int n)\n    : Thing, IFeed<int>, IClock\n{ }", "Thing IFeed IClock")]
    [InlineData("public sealed record Fake(string Name) : IClock;", "IClock")]
    [InlineData("class Plain { IClock Clock = null; }", "")]
    public void BaseLists_OfATestsSource_NameWhatItStandsInFor(string source, string names) =>
        BaseLists(source).ShouldBe(names.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<Type> Interfaces(IEnumerable<Assembly> rooms) =>
        rooms.SelectMany(room => room.GetTypes()).Where(type => type.IsInterface);

    private static IEnumerable<Type> Implementations(Type found, IEnumerable<Assembly> rooms) => rooms
        .SelectMany(room => room.GetTypes())
        .Where(type => !type.IsInterface && type.GetInterfaces().Any(implemented => Definition(implemented) == found));

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static string NameOf(Type type) => type.Name.Split('`')[0];

    private static IEnumerable<string> BaseLists(string source) => BaseList().Matches(source)
        .SelectMany(found => Names().Matches(Arguments().Replace(found.Groups["bases"].Value, string.Empty)))
        .Select(name => name.Value);

    // what stands between the colon behind a type's name and parameters, and its body
    [GeneratedRegex(
        @"\b(class|record|struct)\s+\w+(<[^>]*>)?\s*(\(([^()]|\([^()]*\))*\))?\s*:\s*(?<bases>[^{;]*)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5_000)]
    private static partial Regex BaseList();

    [GeneratedRegex(@"<[^<>]*(<[^<>]*>[^<>]*)*>|\([^()]*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Arguments();

    [GeneratedRegex(@"\b[A-Z]\w*\b", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Names();

    private interface ILonely;

    private sealed class Lonely : ILonely;
}
