using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using CsCheck;
using Mrap.Core.AccessPoints;
using Mrap.Core.Simulation;
using Mrap.Testing;

namespace Mrap.Core.Tests.Simulation;

public sealed class SimulationLinkTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 22, 21, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Link_OfAnySimulation_OpensTheSame() => SimulatorTests.Worlds.Sample(
        simulation =>
        {
            var (read, isPartial) = SimulationLink.Read(SimulationLink.Write(simulation)!, DateTimeOffset.UnixEpoch);
            return !isPartial && Same(read!, simulation);
        },
        iter: 500);

    [Fact]
    public void Link_WithEverythingSet_OpensTheSame()
    {
        var example = Example.Simulation("public");
        var simulation = new SimulationState(
            example.World.WithAccount("111122223333", BlockPublicAccess.AllOn) with
            {
                Session = "{}",
                ServiceControl = "{\n}",
                ResourceControl = "x",
                Boundary = "ü"
            },
            example.Request with
            {
                IsDirect = true,
                From = "ng-lagos",
                Region = null,
                Key = "a/ü",
                Context = SimulatedRequest.NoContext.SetItem("aws:TagKeys", ["a", "b"]).SetItem("aws:SourceIp", [])
            });

        var (read, isPartial) = SimulationLink.Read(SimulationLink.Write(simulation)!, DateTimeOffset.UnixEpoch);

        isPartial.ShouldBeFalse();
        Same(read!, simulation).ShouldBeTrue();
    }

    [Theory]
    [InlineData("same-account")]
    [InlineData("cross-account")]
    [InlineData("public")]
    public void Link_OfAnExample_IsShort(string example) =>
        SimulationLink.Write(Example.Simulation(example))!.Length.ShouldBeLessThan(1_200);

    [Fact]
    public void Link_OfTooMuch_IsNotMade()
    {
        var example = Example.Simulation("public");
        var noise = string.Concat(
            Enumerable.Range(0, 4_000).Select(
                i => (i * 2_654_435_761L % 4_294_967_291L).ToString("x8", System.Globalization.CultureInfo.InvariantCulture)));

        SimulationLink.Write(example with { World = example.World with { Identity = noise } }).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("!!")]
    [InlineData("AAAA")]
    [InlineData("q1bKU7JSMlSqBQA")]
    public void Value_ThatIsNoSimulation_IsDroppedOrPartial(string value)
    {
        var (read, isPartial) = SimulationLink.Read(value, s_now);

        (read is null || read.World.Buckets.IsEmpty).ShouldBeTrue();
        (read is not null || isPartial).ShouldBeTrue();
    }

    [Fact]
    public void Value_WithPartsThatMakeNoSense_KeepsTheRest()
    {
        var (read, isPartial) = SimulationLink.Read(
            Pack("""{"p":"anonymous","a":7,"ab":99,"m":[["eu-west-1","b","111122223333","{}",3,true],["eu-west-1","twice","1","",0,"""
                + """true],["nowhere"],5],"ac":{"x":1,"111122223333":15},"r":"""
                + """{"a":"s3:PutObject","g":"us-east-1","f":"atlantis","t":-5,"c":{"aws:SourceIp":["10.0.0.1"],"bad":7}}}"""),
            s_now);

        isPartial.ShouldBeTrue();
        read!.World.Principal.ShouldBe("anonymous");
        read.World.Buckets.ShouldHaveSingleItem().Name.ShouldBe("b");
        read.World.Accounts.Keys.ShouldBe(["111122223333"]);
        (read.Request.Action, read.Request.Region, read.Request.From, read.Request.At).ShouldBe(("s3:PutObject", null, null, s_now));
        read.Request.Context.Keys.ShouldBe(["aws:SourceIp"]);
    }

    [Theory]
    [InlineData("""{"p":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"r":{"c":{"\ud800":["x"]}}}""")]
    [InlineData("""{"r":{"t":"soon"}}""")]
    public void Value_WhoseTextOrTypesAreWrong_IsPartial(string json) => SimulationLink.Read(Pack(json), s_now).IsPartial.ShouldBeTrue();

    [Fact]
    public void Value_ThatUnpacksToFarTooMuch_IsRefused() =>
        SimulationLink.Read(Pack($"{{\"p\":\"{new string('a', 8_000_000)}\"}}"), s_now).ShouldBe((null, true));

    [Fact]
    public void Read_AnyText_NeverFails() => Gen.String[Gen.Char["abcABC019-_{}[]\",:"], 0, 200].Sample(text =>
    {
        _ = SimulationLink.Read(text, s_now);
        _ = SimulationLink.Read(Pack(text), s_now);
    }, iter: 2_000);

    private static bool Same(SimulationState one, SimulationState other)
    {
        var (first, second) = (one.World, other.World);
        return SimulationLink.Write(one) == SimulationLink.Write(other)
            && first.Buckets.SequenceEqual(second.Buckets)
            && first.Slots.All(slot => first.TextOf(slot) == second.TextOf(slot))
            && one.Request.At == other.Request.At && one.Request.IsDirect == other.Request.IsDirect && one.Request.Key == other.Request.Key
            && one.Request.Context.Keys.SequenceEqual(other.Request.Context.Keys);
    }

    private static string Pack(string json)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(Encoding.UTF8.GetBytes(json));
        }

        return Base64Url.EncodeToString(packed.ToArray());
    }
}
