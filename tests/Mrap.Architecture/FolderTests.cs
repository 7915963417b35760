using Mrap.Architecture.Circles.Upper;

namespace Mrap.Architecture;

/// <summary>Inside a room folders form a ladder: what stands lower knows nothing of what stands higher.</summary>
public sealed class FolderTests
{
    public static TheoryData<string> Rooms => [.. Room.All];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_Compiled_HasNoCircleOfFolders(string name)
    {
        var circles = new FolderGraph(Layers.UsesWithin(name)).Circles;

        circles.ShouldBeEmpty(string.Join("\n", circles));
    }

    // Down in Upper uses Up in Lower, which knows Down only inside of a method made by the compiler.
    [Fact]
    public void FoldersThatUseOneAnother_AreFoundOutByTheirWeakestEdge()
    {
        _ = new Down();

        new FolderGraph(Layers.UsesWithin("Mrap.Architecture")).Circles.ShouldHaveSingleItem().ToString().ShouldBe(
            "2 folders in a circle (Mrap.Architecture.Circles.Lower, Mrap.Architecture.Circles.Upper), such as "
                + "Mrap.Architecture.Circles.Upper -> Mrap.Architecture.Circles.Lower -> Mrap.Architecture.Circles.Upper; "
                + "the weakest edge, Mrap.Architecture.Circles.Lower -> Mrap.Architecture.Circles.Upper, is: Up uses Down");
    }

    [Theory]
    [InlineData("R.A.X>R.A.B.Y R.A.B.Y>R.C.Z R.C.Z>R.A.X R.C.V+Inner>R.A.W R.D.U>R.A.X", "R.A R.A.B R.C")]
    [InlineData("R.A.X>R.B.Y R.B.Y>R.A.X R.C.X>R.D.Y R.D.Y>R.C.X R.A.X>R.C.X", "R.A R.B; R.C R.D")]
    [InlineData("R.A.X>R.B.Y R.A.X>R.A.W R.B.Y>R.B.C.Z R.A.X>R.B.C.Z", "")]
    [InlineData("R.A.X>R.A.W R.A.W>R.A.X", "")]
    [InlineData("Program>R.A.X R.A.X>R.A.W", "")]
    public void Circles_OfUses_AreTheSetsThatReachOneAnother(string uses, string circles) => string.Join(
        "; ",
        new FolderGraph(uses.Split(' ').Select(use => use.Split('>')).Select(use => new TypeUse(use[0], use[1])))
            .Circles.Select(circle => string.Join(' ', circle.Folders))).ShouldBe(circles);
}
