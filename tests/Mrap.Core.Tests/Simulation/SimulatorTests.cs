using System.Collections.Immutable;
using CsCheck;
using Mrap.Core.AccessPoints;
using Mrap.Core.Simulation;
using Mrap.Policy.Cases;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Principals;

namespace Mrap.Core.Tests.Simulation;

public sealed class SimulatorTests
{
    private const string Arn = "arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap";

    private static readonly DateTimeOffset s_now = new(2026, 11, 22, 21, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("same-account", "us-east-1", Verdict.Allow)]
    [InlineData("same-account", "eu-west-1", Verdict.Allow)]
    [InlineData("same-account", "ap-southeast-2", Verdict.ExplicitDeny)]
    [InlineData("cross-account", "us-east-1", Verdict.ImplicitDeny)]
    [InlineData("cross-account", "ap-southeast-2", Verdict.Allow)]
    [InlineData("public", "eu-west-1", Verdict.ExplicitDeny)]
    public void Example_InARegion_IsDecidedAsItsLessonSays(string example, string region, Verdict expected)
    {
        var verdict = Run(Example(example)).Single(found => found.Bucket.Region.Value == region);

        verdict.Verdict.ShouldBe(expected);
    }

    [Fact]
    public void Example_OfAPublicPolicy_IsCutOffByBlockPublicAccess() => Run(Example("public"))
        .ShouldAllBe(verdict => verdict.Explanation!.Decision.Reason == DecisionReason.PublicAccessBlocked);

    [Fact]
    public void PublicPolicy_WithRestrictOffAtEveryLevel_LetsThePartnerIn()
    {
        var example = Example("public");
        var open = example.World with
        {
            AccessPointBlock = BlockPublicAccess.AllOff,
            Buckets = [.. example.World.Buckets.Select(bucket => bucket with { Block = BlockPublicAccess.AllOff })]
        };

        Run(example with { World = open }).ShouldAllBe(verdict => verdict.Verdict == Verdict.Allow);
        Run(
            example with { World = open.WithAccount("111122223333", BlockPublicAccess.AllOn) }).ShouldAllBe(verdict =>
                verdict.Verdict == Verdict.ExplicitDeny);
    }

    [Fact]
    public void Run_AnyPoliciesAndRequest_DecidesAsTheDeciderDoes() => Worlds.Sample(
        simulation => Run(simulation).All(verdict => verdict.Layers is [var accessPoint, var bucket]
            ? verdict.Explanation!.Decision == AccessDecider.Decide(accessPoint, bucket)
            : verdict.Explanation!.Decision == AccessDecider.Decide(verdict.Layers[0].Policies, verdict.Layers[0].Request)),
        iter: 1_000);

    [Fact]
    public void Case_OfAnyVerdict_ReadsBackWithTheSameAnswer() => Worlds.Sample(
        simulation => Run(simulation).All(verdict =>
        {
            var written = PolicyCaseWriter.Write(new DecisionCase("1", "any", verdict.Layers, verdict.Verdict!.Value));
            return PolicyCaseReader.Read(written).Case is DecisionCase read && read.Passes();
        }),
        iter: 500);

    [Fact]
    public void Change_ThatIsOffered_AllowsTheRequest() => Worlds.Sample(
        simulation =>
        {
            var policies = WorldPolicies.Read(simulation.World);
            foreach (var bucket in simulation.World.Buckets)
            {
                var before = Simulator.Run(simulation, policies, bucket);
                var hint = SmallestChange.Find(simulation, policies, bucket);
                if (before.Verdict == Verdict.Allow ? hint is not null : hint is null)
                {
                    return false;
                }

                if (
                    hint is { IsExact: true }
                        && Simulator.Run(
                            simulation with { World = hint.After }, WorldPolicies.Read(hint.After),
                            hint.After.Find(bucket.Region)!).Verdict != Verdict.Allow)
                {
                    return false;
                }
            }

            return true;
        },
        iter: 1_000);

    [Fact]
    public void Change_ForABucketThatDoesNotDelegate_AddsTheDelegationToThatBucketAlone()
    {
        var example = Example("cross-account");
        var bucket = example.World.Find(example.Request.Region)!;

        var hint = SmallestChange.Find(example, WorldPolicies.Read(example.World), bucket)!;

        hint.IsExact.ShouldBeTrue();
        var change = hint.Changes.ShouldHaveSingleItem();
        change.Slot.ShouldBe(PolicySlot.Bucket(bucket.Region));
        change.Text.ShouldContain($"\"s3:DataAccessPointArn\": \"{Arn}\"");
        hint.After.Buckets.Where(other => other.Region != bucket.Region).ShouldBe(
            example.World.Buckets.Where(other => other.Region != bucket.Region));
    }

    [Fact]
    public void Change_ForAnActionThatAStatementLacks_WidensThatStatementAndKeepsTheLayout()
    {
        var example = Example("same-account");
        var simulation = example with { Request = example.Request with { Action = "s3:PutObject" } };

        var hint = SmallestChange.Find(simulation, WorldPolicies.Read(simulation.World), simulation.World.Buckets[0])!;

        hint.Changes.ShouldHaveSingleItem().Text.ShouldBe(
            example.World.Identity.Replace(
                "\"Action\": \"s3:GetObject\"", "\"Action\": [\"s3:GetObject\", \"s3:PutObject\"]", StringComparison.Ordinal));
    }

    [Fact]
    public void Change_AgainstADeny_IsOnlyAnAdvice()
    {
        var example = Example("same-account");

        var hint = SmallestChange.Find(example, WorldPolicies.Read(example.World), example.World.Find(example.Request.Region)!)!;

        (hint.IsExact, hint.Changes.IsEmpty).ShouldBe((false, true));
        hint.Advice.ShouldNotBeNull().ShouldContain("Deny");
    }

    [Fact]
    public void Fields_OfPoliciesWithConditions_ShowGivenKeysAsGivenAndAskForTheRest()
    {
        var example = Example("cross-account");
        var world = example.World.With(
            PolicySlot.Identity,
            """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"IpAddress":"""
                + """{"aws:SourceIp":"203.0.113.0/24"},"StringEquals":{"aws:PrincipalTag/team":"blue"}}}}""");

        var fields = Simulator.Fields(example with { World = world }, WorldPolicies.Read(world), world.Buckets[1]);

        fields.Select(field => (field.Key.Name, field.IsGiven, field.Line)).ShouldBe(
        [
            ("aws:SourceIp", false, "203.0.113.10"),
            ("aws:PrincipalTag/team", false, ""),
            ("s3:DataAccessPointArn", true, Arn),
        ]);
    }

    [Fact]
    public void Policy_WithFaults_KeepsOnlyTheRequestsThatItCountsForUndecided()
    {
        var example = Example("cross-account");
        var region = example.World.Buckets[0].Region;

        var verdicts = Run(example with { World = example.World.With(PolicySlot.Bucket(region), "{") });

        verdicts.Select(verdict => verdict.Verdict is null).ShouldBe([true, false, false]);
        verdicts[0].Faulty.ShouldBe([PolicySlot.Bucket(region)]);
    }

    [Fact]
    public void Session_OfARole_IsKnownByItsRolesArn()
    {
        var example = Example("same-account");
        var caller = Principal.Parse("arn:aws:sts::111122223333:assumed-role/Reader/anna");

        SimulatedKeys.Given(
            example, caller, example.World.Buckets[0])["aws:PrincipalArn"].ShouldBe("arn:aws:iam::111122223333:role/Reader");
    }

    [Fact]
    public void Matrix_OfTheNamedPrincipals_HasOneCellForEachRegion()
    {
        var example = Example("cross-account");
        var policies = WorldPolicies.Read(example.World);
        var principals = AccessMatrix.Principals(example, policies);

        var rows = AccessMatrix.Run(example, policies, principals, ["s3:GetObject", "s3:PutObject"], PrincipalPolicies.Everything);

        principals.ShouldBe([example.World.Principal, "444455556666"]);
        rows.Length.ShouldBe(4);
        rows[0].Cells.Select(cell => cell.Verdict).ShouldBe([Verdict.ImplicitDeny, Verdict.Allow, Verdict.Allow]);
        AccessMatrix.Csv(rows).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1 + 12);
    }

    [Fact]
    public void Csv_OfACellThatLooksLikeAFormula_IsHarmless()
    {
        var example = Example("cross-account");
        var world = example.World with { Principal = "=HYPERLINK(\"x\")" };

        var csv = AccessMatrix.Csv(
            AccessMatrix.Run(
                example with { World = world }, WorldPolicies.Read(world), [world.Principal], ["s3:GetObject"], PrincipalPolicies.Same));

        csv.ShouldContain("\"'=HYPERLINK(\"\"x\"\")\",s3:GetObject");
    }

    internal static SimulationState Example(string slug) => SimulationExamples.Find(slug)!.At(s_now);

    internal static Gen<SimulationState> Worlds { get; } = Gen.Select(
        OneOf(
            "arn:aws:iam::111122223333:user/reader", "arn:aws:sts::444455556666:assumed-role/Partner/s", "anonymous",
            "logging.s3.amazonaws.com", "arn:aws:iam::111122223333:root"),
        Gen.Select(Policy(withPrincipal: false), Policy(withPrincipal: false), Policy(withPrincipal: true), Policy(withPrincipal: true)),
        OneOf("s3:GetObject", "s3:PutObject", "s3:ListBucket"),
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Int[0, 3])).Select((principal, texts, action, flags) =>
    {
        var example = Example("cross-account");
        var world = example.World with
        {
            Principal = principal,
            Identity = texts.Item1,
            Boundary = flags.Item3 == 0 ? texts.Item2 : string.Empty,
            AccessPointPolicy = texts.Item3,
            AccessPointBlock = flags.Item2 ? BlockPublicAccess.AllOn : BlockPublicAccess.AllOff,
            Buckets = [.. example.World.Buckets.Select(
                (bucket, i) =>
                    bucket with { Policy = i == 0 ? texts.Item4 : bucket.Policy, Block = BlockPublicAccess.AllOff,
                        Owner = i == 2 ? "444455556666" : bucket.Owner })],
        };
        return new SimulationState(
            world,
            example.Request with
            {
                Action = action,
                IsDirect = flags.Item1,
                Context = SimulatedRequest.NoContext.SetItem("aws:username", ["reader"])
            });
    });

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static Gen<string> Policy(bool withPrincipal) => Gen.Select(
            OneOf("Allow", "Allow", "Deny"),
            OneOf("\"*\"", "{\"AWS\":\"444455556666\"}", "{\"AWS\":[\"arn:aws:iam::111122223333:user/reader\"]}"),
            OneOf("\"s3:*\"", "\"s3:GetObject\"", "[\n    \"s3:PutObject\",\n    \"s3:GetObject\"\n  ]"),
            OneOf("\"*\"", "\"arn:aws:s3:::media-*/*\"", "[\"" + Arn + "/object/*\"]"),
            OneOf(
                string.Empty, ",\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":\"203.0.113.0/24\"}}",
                ",\"Condition\":{\"StringEquals\":{\"aws:username\":\"writer\"}}"))
        .Select((
            effect, principal, action, resource, condition) =>
                $"{{\"Effect\":\"{effect}\",{(withPrincipal ? $"\"Principal\":{principal}," : string.Empty)}\"Action\":{action},"
                    + $"\"Resource\":{resource}{condition}}}")
        .Array[0, 2]
        .Select(
            statements =>
                statements.Length == 0
                    ? string.Empty
                    : $"{{\"Version\":\"2012-10-17\",\"Statement\":"
                        + $"{(statements.Length == 1 ? statements[0] : $"[{string.Join(',', statements)}]")}}}");

    private static ImmutableArray<RegionVerdict> Run(SimulationState simulation) =>
        Simulator.Run(simulation, WorldPolicies.Read(simulation.World));
}
