using System.Reflection;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Plans;

namespace Mrap.Aws.Tests.Plans;

public sealed class ChangePlanTests
{
    private const BindingFlags Anything = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    [Theory]
    [InlineData(ChangeAction.CreateAccessPoint, Role.Administrator)]
    [InlineData(ChangeAction.DeleteAccessPoint, Role.Administrator)]
    [InlineData(ChangeAction.ReplacePolicy, Role.Administrator)]
    [InlineData(ChangeAction.ReplaceBucketPolicies, Role.Administrator)]
    [InlineData(ChangeAction.CreateBucket, Role.Administrator)]
    [InlineData(ChangeAction.LoadExample, Role.Administrator)]
    [InlineData(ChangeAction.ChangeRoutes, Role.Operator)]
    [InlineData(ChangeAction.PutObject, Role.Operator)]
    [InlineData(ChangeAction.DeleteObject, Role.Operator)]
    [InlineData(ChangeAction.SaveTestCases, Role.Operator)]
    [InlineData(ChangeAction.DeleteTestCase, Role.Operator)]
    public void Role_OfAPlan_FollowsFromItsAction(ChangeAction action, Role needed) =>
        new ChangePlan(new Change(action, "demo", "demo", Before: null, After: null), []).NeededRole.ShouldBe(needed);

    [Fact]
    public void Role_OfEveryAction_IsAbovePlainLooking() =>
        Enum.GetValues<ChangeAction>().ShouldAllBe(action => action.NeededRole() > Role.Viewer && action.Title().Length > 0);

    [Fact]
    public void Plan_LessAStep_TakesTheSameRoleAndIsTheSamePlan()
    {
        var plan = new ChangePlan(
            new Change(ChangeAction.ReplacePolicy, "demo", "demo", Before: null, "{}"), [Step("put"), Step("wait")]);

        var shorter = plan.Without("wait");

        shorter.Steps.ShouldHaveSingleItem().Id.ShouldBe("put");
        (shorter.Id, shorter.Change, shorter.NeededRole).ShouldBe((plan.Id, plan.Change, Role.Administrator));
    }

    [Fact]
    public void Holder_OfAPlan_CanNeitherMakeOneNorChangeOne()
    {
        typeof(ChangePlan).GetConstructors(Anything).ShouldAllBe(made => made.IsPrivate || made.IsAssembly);
        typeof(ChangePlan).GetProperties(Anything).Where(property => property.CanWrite).ShouldBeEmpty();
        typeof(ChangePlan).GetMethods(Anything).ShouldNotContain(method => method.Name == "<Clone>$");
        typeof(ChangePlan).IsSealed.ShouldBeTrue();
    }

    private static PlanStep Step(string id) => new(id, id, string.Empty, (_, _) => Task.FromResult<Mrap.Aws.Faults.AwsFault?>(null));
}
