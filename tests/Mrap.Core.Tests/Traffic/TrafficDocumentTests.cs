using Mrap.Core.Traffic;

namespace Mrap.Core.Tests.Traffic;

public sealed class TrafficDocumentTests
{
    [Fact]
    public void Document_ThatNamesNothing_IsEveryCityByPopulation()
    {
        var plan = new TrafficDocument("demo").Read().Plan.ShouldNotBeNull();

        plan.Places.Length.ShouldBe(180);
        plan.Places.MaxBy(place => place.Weight)!.Vantage.Id.ShouldBe("jp-tokyo");
        plan.RequestsPerSecond.ShouldBe(20);
    }

    public static TheoryData<TrafficDocument, string> Broken => new()
    {
        { new() { Rate = 1_000_000_000 }, "rate must be a whole number from 1 to 5000" },
        { new() { Rate = 0 }, "rate must be a whole number from 1 to 5000" },
        { new() { Rate = 1.5 }, "rate must be a whole number from 1 to 5000" },
        { new() { Rate = double.NaN }, "rate must be a whole number from 1 to 5000" },
        { new() { ReadShare = 1.01 }, "readShare must be from 0 to 1" },
        { new() { ReadShare = double.NaN }, "readShare must be from 0 to 1" },
        { new() { Keys = 0 }, "keys must be a whole number from 1 to 100000" },
        { new() { ObjectBytes = 1e12 }, "objectBytes must be a whole number from 0 to 67108864" },
        { new() { DurationSeconds = 3601 }, "durationSeconds must be a whole number from 1 to 3600" },
        { new() { Places = [] }, "places must name at least one place" },
        { new() { Places = new() { ["atlantis"] = 1 } }, "places: `atlantis` is neither a Region nor a city such as ng-lagos" },
        { new() { Places = new() { ["ng-lagos"] = 0 } }, "places: the weight of ng-lagos must be above 0 and at most 1000" },
        {
            new() { Places = new() { ["ng-lagos"] = double.PositiveInfinity } },
            "places: the weight of ng-lagos must be above 0 and at most 1000"
        },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Document_ThatBreaksARule_SaysWhich(TrafficDocument document, string fault)
    {
        var (plan, faults) = document.Read();

        plan.ShouldBeNull();
        faults.ShouldBe([fault]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a b")]
    [InlineData("ä")]
    public void Prefix_ThatIsNone_IsAFault(string prefix) =>
        new TrafficDocument { Prefix = prefix }.Read().Faults.ShouldHaveSingleItem().ShouldStartWith("prefix must have 1 to 64 characters");

    [Fact]
    public void Faults_AreAllSaid() => new TrafficDocument { Rate = 0, Keys = 0, ReadShare = 2 }.Read().Faults.Length.ShouldBe(3);
}
