using System.Reflection;
using System.Runtime.CompilerServices;

namespace Mrap.Architecture;

public sealed class PureRoomTests
{
    public static TheoryData<string> Rooms => [.. Room.Pure];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void PureRoom_Compiled_HasNoClockRandomInputOutputOrLogging(string name)
    {
        using var room = Room.Open(name);

        room.ForeignTypes.Where(ImpureMembers.IsForbiddenType).ShouldBeEmpty();
        room.ForeignMembers.Where(ImpureMembers.IsForbiddenMember).ShouldBeEmpty();
    }

    [Fact]
    public void ImpureCode_Compiled_IsFoundOut()
    {
        // this test project itself is impure on purpose: the rule must see it
        _ = (Random.Shared.Next(), Environment.ProcessId, TimeProvider.System, Guid.NewGuid());
        using var self = Room.Open("Mrap.Architecture");

        self.ForeignTypes.Where(ImpureMembers.IsForbiddenType).ShouldBe(
            [
                "System.AppContext", "System.Random", "System.IO.File", "System.IO.Directory", "System.IO.Path",
                "System.Net.Http.HttpClient", "System.Net.Sockets.Socket", "System.Net.Sockets.SocketType",
                "System.Net.Sockets.ProtocolType",
            ],
            ignoreOrder: true);
        self.ForeignMembers.Where(ImpureMembers.IsForbiddenMember).ShouldBe(
            ["System.TimeProvider.get_System", "System.Guid.NewGuid", "System.Environment.get_ProcessId"], ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void PureRoom_PublicRecords_HaveNoPublicSetters(string name) =>
        Records(Assembly.Load(name)).SelectMany(MutableProperties).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Rooms))]
    public void PureRoom_PublicTypes_HaveNoPublicMutableFields(string name) =>
        Assembly.Load(name).GetExportedTypes().SelectMany(MutableFields).ShouldBeEmpty();

    [Fact]
    public void MutableRecord_IsFoundOut()
    {
        MutableProperties(typeof(Mutable)).ShouldBe([$"{typeof(Mutable)}.Name"]);
        MutableFields(typeof(Mutable)).ShouldBe([$"{typeof(Mutable)}.Count"]);
        MutableFields(typeof(BindingFlags)).ShouldBeEmpty();
    }

    [Fact]
    public void Records_OfThisAssembly_AreRecognised() =>
        typeof(PureRoomTests).Assembly.GetTypes().Where(IsRecord).ShouldContain(typeof(Mutable));

    private static IEnumerable<Type> Records(Assembly room) => room.GetExportedTypes().Where(IsRecord);

    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null);

    private static IEnumerable<string> MutableProperties(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(property => property.SetMethod is { IsPublic: true } setter
            && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
        .Select(property => $"{type}.{property.Name}");

    private static IEnumerable<string> MutableFields(Type type) => type.IsEnum
        ? []
        : type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(field => !field.IsInitOnly && !field.IsLiteral)
            .Select(field => $"{type}.{field.Name}");

    private sealed record Mutable(int Size)
    {
        public int Count = 1;

        public string Name { get; set; } = string.Empty;
    }
}
