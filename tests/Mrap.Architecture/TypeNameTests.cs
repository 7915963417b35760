using System.Reflection;
using System.Runtime.CompilerServices;

namespace Mrap.Architecture;

public sealed class TypeNameTests
{
    // the stand-ins have the names that the SDK gives them
    [Fact]
    public void Types_OfDifferentRooms_HaveDifferentNames() =>
        SharedNames(Room.All.Where(room => room != "Mrap.AwsSdk").SelectMany(room => Assembly.Load(room).GetTypes())).ShouldBeEmpty();

    [Fact]
    public void TypesOfOneNameInTwoAssemblies_AreFoundOut() =>
        SharedNames([typeof(Attribute), typeof(ArchUnitNET.Domain.Attribute), typeof(FolderGraph), typeof(FolderCircle)])
            .ShouldBe(["Attribute: ArchUnitNET.Domain.Attribute, System.Attribute"]);

    private static IEnumerable<string> SharedNames(IEnumerable<Type> types) => types
        .Where(type => !type.IsNested && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.StartsWith('<'))
        .GroupBy(type => type.Name.Split('`')[0])
        .Where(named => named.Select(type => type.Assembly).Distinct().Count() > 1)
        .Select(named => $"{named.Key}: {string.Join(", ", named.Select(type => type.FullName).Order(StringComparer.Ordinal))}");
}
