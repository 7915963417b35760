using System.Reflection;
using System.Xml.Linq;

namespace Mrap.Architecture;

public sealed class DocumentationTests
{
    public static TheoryData<string> Rooms => [.. Room.All.Where(name => name != "Mrap.Web")];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_PublicTypes_AreDocumented(string name)
    {
        var documented = Documented(name);

        Assembly.Load(name).GetExportedTypes().Select(Id).Where(id => !documented.Contains(id)).ShouldBeEmpty();
    }

    [Fact]
    public void Documented_ThisUndocumentedType_IsNotAmongThem() =>
        Documented("Mrap.Architecture").ShouldNotContain(Id(typeof(DocumentationTests)));

    private static HashSet<string> Documented(string name) =>
        [.. XDocument.Load(Path.Combine(AppContext.BaseDirectory, name + ".xml")).Descendants("member")
            .Where(member => !string.IsNullOrWhiteSpace(member.Element("summary")?.Value) || member.Element("inheritdoc") is not null)
            .Select(member => member.Attribute("name")!.Value)];

    private static string Id(Type type) => "T:" + type.FullName!.Replace('+', '.');
}
