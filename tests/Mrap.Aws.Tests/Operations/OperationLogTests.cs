using Mrap.Aws.Operations;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Tests.Operations;

public sealed class OperationLogTests
{
    private static readonly AccessPointName s_name = AccessPointName.Parse("demo").Value;

    [Fact]
    public void Remember_NewerState_TakesThePlaceOfTheOlder()
    {
        var log = new OperationLog();
        log.Remember(Operation("a", AsyncOperationStatus.New));
        log.Remember(Operation("b", AsyncOperationStatus.New));

        log.Remember(Operation("a", AsyncOperationStatus.InProgress));

        log.Of(s_name)
            .Select(operation => (operation.TokenArn, operation.Status))
            .ShouldBe([("b", AsyncOperationStatus.New), ("a", AsyncOperationStatus.InProgress)]);
    }

    [Fact]
    public void Remember_StateAfterTheEnd_IsIgnored()
    {
        var log = new OperationLog();
        log.Remember(Operation("a", AsyncOperationStatus.Succeeded));

        log.Remember(Operation("a", AsyncOperationStatus.New));

        log.Find("a").ShouldNotBeNull().IsFinal.ShouldBeTrue();
    }

    [Fact]
    public void Remember_SameStateAgain_RaisesNothing()
    {
        var log = new OperationLog();
        var raised = 0;
        log.Changed += (_, _) => raised++;

        log.Remember(Operation("a", AsyncOperationStatus.New));
        log.Remember(Operation("a", AsyncOperationStatus.New) with { ObservedAt = DateTimeOffset.UnixEpoch.AddSeconds(1) });
        log.Remember(Operation("a", AsyncOperationStatus.InProgress));

        raised.ShouldBe(2);
        log.Find("a").ShouldNotBeNull().Status.ShouldBe(AsyncOperationStatus.InProgress);
    }

    [Fact]
    public void Remember_ManyOperations_KeepsTheLatest200()
    {
        var log = new OperationLog();
        for (var i = 0; i < 250; i++)
        {
            log.Remember(Operation($"{i}", AsyncOperationStatus.New));
        }

        log.Latest().Length.ShouldBe(200);
        log.Latest()[0].TokenArn.ShouldBe("249");
    }

    private static OperationSnapshot Operation(string token, AsyncOperationStatus status) =>
        new(token, AsyncOperationKind.Create, s_name, DateTimeOffset.UnixEpoch, status, [], Fault: null, DateTimeOffset.UnixEpoch);
}
