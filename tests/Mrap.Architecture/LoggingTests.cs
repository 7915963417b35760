namespace Mrap.Architecture;

public sealed class LoggingTests
{
    [Fact]
    public void EventIds_OfAllRooms_AreGivenOnce()
    {
        var ids = new List<int>();
        foreach (var name in Room.All)
        {
            using var room = Room.Open(name);
            ids.AddRange(room.EventIds);
        }

        ids.ShouldContain(3001, "the reading of the attributes finds none");
        ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
    }
}
