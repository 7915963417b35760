using System.Collections.Immutable;
using Mrap.Core.Routing;
using Mrap.Core.Simulation;
using Mrap.Core.TestCases;
using Mrap.Policy.Cases;
using Mrap.Policy.Evaluation;
using Mrap.Testing;
using Mrap.Web.Data.TestCases;

namespace Mrap.Web.Tests.TestCases;

public sealed class TestRunTests
{
    private static readonly SimulatedWorld s_world = Example.Simulation("cross-account").World;

    [Fact]
    public void Run_WithThePoliciesAsSaved_PassesAndCoversTheirStatements()
    {
        var run = TestRun.Of(
            [
                Cases.Of("cross-account", "eu-west-1", "partners may read", Verdict.Allow),
                Cases.Of("cross-account", "us-east-1", "not yet", Verdict.ImplicitDeny)],
            Edited(s_world));

        (run.Passed, run.Unmatched.IsEmpty).ShouldBe((2, true));
    }

    [Fact]
    public void Run_AfterAnEdit_DecidesWithTheEditedPolicyAndSaysWhyItFails()
    {
        var edited = s_world.With(
            PolicySlot.AccessPoint, s_world.AccessPointPolicy.Replace("s3:GetObject", "s3:PutObject", StringComparison.Ordinal));

        var run = TestRun.Of([Cases.Of("cross-account", "eu-west-1", "partners may read", Verdict.Allow)], Edited(edited));

        var result = run.Results.ShouldHaveSingleItem();
        (result.Passes, result.Actual).ShouldBe((false, Verdict.ImplicitDeny));
        result.Why.ShouldContain("the action would have to be `s3:PutObject`");
        run.Unmatched.ShouldBe(["`PartnersMayRead`"]);
    }

    [Fact]
    public void Run_AfterABucketPolicyIsEdited_DecidesWithThatToo()
    {
        var bucket = s_world.Buckets.Single(found => found.Region.Value == "us-east-1");
        var edited = s_world.With(PolicySlot.Bucket(bucket.Region), SimulationExamples.Delegation(bucket.Name, s_world.AccessPoint));

        TestRun.Of([Cases.Of("cross-account", "us-east-1", "partners may read", Verdict.Allow)], Edited(edited)).Passed.ShouldBe(1);
        TestRun.Of(
            [Cases.Of("cross-account", "us-east-1", "partners may read", Verdict.Allow)],
            new EditedPolicies(s_world.AccessPoint, s_world.AccessPointPolicy, [])).Passed.ShouldBe(0);
    }

    [Fact]
    public void Run_WithAFaultyPolicy_RunsNothing()
    {
        var run = TestRun.Of(
            [Cases.Of("cross-account", "eu-west-1", "partners may read", Verdict.Allow)],
            Edited(s_world.With(PolicySlot.AccessPoint, "{")));

        var result = run.Results.ShouldHaveSingleItem();
        (result.Actual, result.Passes, run.Unmatched.IsEmpty).ShouldBe((null, false, true));
    }

    [Fact]
    public void File_OfCases_ReadsBackTheSameAndHoldsTheEditedPolicies()
    {
        ImmutableArray<SavedCase> cases = [
            Cases.Of("cross-account", "eu-west-1", "partners may read", Verdict.Allow),
            Cases.Of("cross-account", "us-east-1", "not yet", Verdict.ImplicitDeny, 1)];
        var edited = s_world.With(PolicySlot.AccessPoint, string.Empty);

        var text = TestCaseFile.Write(cases, Edited(edited));

        text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => PolicyCaseReader.Read(line).Case!.Answer())
            .ShouldBe(["implicitDeny", "implicitDeny"]);
        var (read, fault) = TestCaseFile.Read(text, first: 5);
        fault.ShouldBeNull();
        read.Select(found => (found.Position, found.Test.Name, found.Test.Verdict)).ShouldBe(
            [(5, "partners may read", Verdict.Allow), (6, "not yet", Verdict.ImplicitDeny)]);
    }

    [Theory]
    [InlineData("", "no cases")]
    [InlineData("\n\nnonsense", "Line 3")]
    [InlineData("{\"policyType\":\"bucket\",\"policy\":{\"Version\":\"2012-10-17\",\"Statement\":[]},\"expected\":\"public\"}", "Line 1")]
    public void File_ThatHoldsNoCases_SaysWhere(string text, string expected)
    {
        var (cases, fault) = TestCaseFile.Read(text, first: 0);

        cases.ShouldBeEmpty();
        fault.ShouldNotBeNull().ShouldContain(expected);
    }

    [Fact]
    public void Case_Opened_SimulatesTheSameRequestInTheEditedPolicies()
    {
        var example = Example.Simulation("cross-account");
        var test = Cases.Of("cross-account", "ap-southeast-2", "partners may read", Verdict.Allow).Test;

        var opened =
            SimulatedCases.Open(test, example with { World = example.World with { Principal = "anonymous", Identity = string.Empty } });

        (
            opened.World.Principal, opened.Request.Action, opened.Request.Key, opened.Request.Region!.Value.Value).ShouldBe(
                (example.World.Principal, "s3:GetObject", "trailer.mp4", "ap-southeast-2"));
        SimulatorModel.Of(opened, FleetHealth.AllUp).Shown!.Verdict.ShouldBe(Verdict.Allow);
    }

    private static EditedPolicies Edited(SimulatedWorld world) =>
        new(world.AccessPoint, world.AccessPointPolicy, world.Buckets.Select(bucket => KeyValuePair.Create(bucket.Name, bucket.Policy)));
}
