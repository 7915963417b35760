using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Replication;
using static Mrap.Core.Tests.Replication.ReplicationSamples;

namespace Mrap.Core.Tests.Replication;

public sealed class ReplicationRulesTests
{
    private const string Schema =
        " for this version of Cross Region Replication configuration schema. Please refer to S3 Developer Guide for more information.";

    private const string Malformed = "The XML you provided was not well-formed or did not validate against our published schema";

    private static readonly ReplicationRule s_rule = Rule("r", "bucket-b", 1);

    // each broken in one way: code and message of S3's answer
    public static TheoryData<string, string, string> Broken => new()
    {
        { "id of 256", "InvalidArgument", "Rule Id cannot be greater than 255" },
        { "prefix of 1025", "InvalidArgument", "The maximum size of a prefix is 1024." },
        { "no filter", "MalformedXML", Malformed },
        { "no status", "MalformedXML", Malformed },
        { "no destination", "MalformedXML", Malformed },
        { "and of one", "MalformedXML", Malformed },
        { "existing objects", "MalformedXML", Malformed },
        { "storage class", "MalformedXML", Malformed },
        { "other owner", "MalformedXML", Malformed },
        { "time without minutes", "MalformedXML", Malformed },
        { "no priority", "InvalidRequest", "Priority must be specified" + Schema },
        { "no delete markers", "InvalidRequest", "DeleteMarkerReplication must be specified" + Schema },
        { "negative priority", "InvalidRequest", "Priority must be between 0 and 2147483647." },
        { "tag twice", "InvalidRequest", "Duplicate Tag Keys are not allowed." },
        { "delete markers of tags", "InvalidRequest",
            "Delete marker replication is not supported if any Tag filter is specified. Please refer to S3 Developer Guide for more "
                + "information." },
        { "access point", "InvalidArgument", "Invalid bucket ARN" },
        { "multi-region access point", "InvalidArgument", "Invalid bucket ARN" },
        { "bucket name", "InvalidArgument", "The specified bucket is not valid." },
        { "itself", "InvalidRequest", "Destination bucket cannot be the same as the source bucket." },
        { "owner without account", "InvalidRequest", "Account must be specified if the Owner in AccessControlTranslation has a value" },
        { "key alone", "InvalidRequest", "SseKmsEncryptedObjects must be specified if EncryptionConfiguration is present." },
        { "selection alone", "InvalidRequest", "ReplicaKmsKeyID must be specified if SseKmsEncryptedObjects tag is present." },
        { "key that is none", "InvalidArgument", "Invalid ReplicaKmsKeyID ARN." },
        { "time without metrics", "InvalidRequest", "Replication destination must contain both ReplicationTime and Metrics or neither." },
        { "time with metrics off", "InvalidRequest", "Replication destination must contain both ReplicationTime and Metrics or neither." },
        { "time of 30", "InvalidArgument", "Invalid time minute value" },
        { "time without threshold", "InvalidArgument", "ReplicationMetrics must contain an event threshold" },
        { "threshold of 30", "InvalidArgument", "Invalid event threshold minute value" },
        { "threshold without time", "InvalidArgument",
            "Metrics cannot contain an event threshold when ReplicationTime is not specified or Disabled" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Rule_BrokenInOneWay_IsAnsweredAsS3Does(string how, string code, string message)
    {
        var finding = ReplicationRules.Check(Configuration(Break(how)), Source).ShouldHaveSingleItem();

        finding.Fault.ShouldBe(new ServiceFault(code, 400, message));
        finding.RuleIndex.ShouldBe(0);
        (finding.ArgumentName is not null).ShouldBe(code == "InvalidArgument");
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("time control")]
    [InlineData("metrics alone")]
    [InlineData("key")]
    [InlineData("owner")]
    public void Rule_WithOptionsThatGoTogether_IsValid(string how) =>
        ReplicationRules.Check(Configuration(Option(how)), Source).ShouldBeEmpty();

    [Theory]
    [InlineData("no arn", "Invalid Role specified in replication configuration")]
    [InlineData("arn:aws:iam::1:role/x", "Invalid Role specified in replication configuration")]
    [InlineData("arn:aws:iam::111122223333:user/x", "The relative id should start with role")]
    [InlineData("arn:aws:iam::111122223333:role/", "The relative id should start with role")]
    public void Role_ThatIsNone_IsAnInvalidArgument(string role, string message)
    {
        var finding = ReplicationRules.Check(new ReplicationConfiguration(role, [s_rule]), Source).ShouldHaveSingleItem();

        finding.ShouldBe(new ReplicationFinding(new ServiceFault("InvalidArgument", 400, message), null, "Role", role));
    }

    [Fact]
    public void Configuration_WithoutRoleOrRules_IsMalformed()
    {
        Codes(new ReplicationConfiguration(null, [s_rule])).ShouldBe(["MalformedXML"]);
        Codes(Configuration()).ShouldBe(["MalformedXML"]);
    }

    [Fact]
    public void Configuration_OfManyRules_EndsAtAThousand()
    {
        var rules = Enumerable.Range(0, 1001).Select(i => Rule($"r{i}", "bucket-b", i)).ToImmutableArray();

        ReplicationRules.Check(Configuration(rules[..1000]), Source).ShouldBeEmpty();
        ReplicationRules.Check(Configuration(rules), Source).ShouldHaveSingleItem().Fault.Message
            .ShouldBe("The number of replication rules must not exceed the allowed limit of 1000 rules.");
    }

    [Fact]
    public void Rules_WithOneIdOrOnePriority_AreRefusedWithTheSecondOfThem()
    {
        var findings = ReplicationRules.Check(Configuration(s_rule, Rule("r", "bucket-b", 1)), Source);

        findings.Select(finding => finding.Fault.Message).ShouldBe(["Rule Id must be unique", "Found duplicate priority 1."]);
        findings.ShouldAllBe(finding => finding.RuleIndex == 1);
    }

    [Fact]
    public void Rules_WithOnePriorityForTwoDestinations_AreValid() =>
        ReplicationRules.Check(Configuration(s_rule, Rule("s", "bucket-c", 1)), Source).ShouldBeEmpty();

    [Fact]
    public void Rules_OfTheFirstVersion_AreValidAmongThemselvesAndTakeNothingOfTheSecond()
    {
        var legacy = new ReplicationRule("old", new ReplicationFilter.Legacy("logs/"), RuleStatus.Enabled, s_rule.Destination);

        Codes(Configuration(legacy)).ShouldBeEmpty();
        Messages(Configuration(legacy with { Priority = 1 })).ShouldBe(["Priority cannot be used" + Schema]);
        Messages(Configuration(legacy, s_rule)).ShouldBe(
            ["Priority cannot be used" + Schema, "DeleteMarkerReplication cannot be used" + Schema, "Filter cannot be used" + Schema]);
        Messages(Configuration(legacy, legacy with { Id = "o2", Destination = ReplicationDestination.Of(Bucket("bucket-c")) }))
            .ShouldBe(["The destination bucket must be the same for all rules."]);
    }

    [Fact]
    public void Buckets_ThatCannotReplicate_AreAnsweredAsS3Does()
    {
        var owner = AccountId.Parse("111122223333").Value;
        var configuration = Configuration(
            s_rule, s_rule with { Destination = s_rule.Destination! with { Account = "444455556666" } });

        Check(isVersioned: false, new DestinationState(owner, true)).ShouldBe(
        [
            "Versioning must be 'Enabled' on the bucket to apply a replication configuration",
            "The destination bucket is not owned by the account that is specified.",
        ]);
        Check(isVersioned: true, null).ShouldBe(["Destination bucket must exist.", "Destination bucket must exist."]);
        Check(isVersioned: true, new DestinationState(owner, false)).ShouldBe(
            ["Destination bucket must have versioning enabled.", "Destination bucket must have versioning enabled."]);

        IEnumerable<string> Check(bool isVersioned, DestinationState? state) =>
            ReplicationRules.CheckBuckets(configuration, isVersioned, _ => state).Select(finding => finding.Fault.Message);
    }

    private static IEnumerable<string> Codes(ReplicationConfiguration configuration) =>
        ReplicationRules.Check(configuration, Source).Select(finding => finding.Fault.Code);

    private static IEnumerable<string> Messages(ReplicationConfiguration configuration) =>
        ReplicationRules.Check(configuration, Source).Select(finding => finding.Fault.Message);

    private static ReplicationRule Break(string how) => how switch
    {
        "id of 256" => s_rule with { Id = new string('x', 256) },
        "prefix of 1025" => s_rule with { Filter = new ReplicationFilter.Prefix(new string('x', 1025)) },
        "no filter" => s_rule with { Filter = null },
        "no status" => s_rule with { Status = null },
        "no destination" => s_rule with { Destination = null },
        "and of one" => s_rule with { Filter = new ReplicationFilter.And("a", []) },
        "existing objects" => s_rule with { ExistingObjects = RuleStatus.Enabled },
        "no priority" => s_rule with { Priority = null },
        "no delete markers" => s_rule with { DeleteMarkers = null },
        "negative priority" => s_rule with { Priority = -1 },
        "tag twice" => s_rule with { Filter = new ReplicationFilter.And(null, [new("k", "a"), new("k", "b")]) },
        "delete markers of tags" =>
            s_rule with { Filter = new ReplicationFilter.Tag(new("k", "a")), DeleteMarkers = RuleStatus.Enabled },
        "selection alone" => s_rule with { KmsEncryptedObjects = RuleStatus.Enabled },
        "key that is none" =>
            To(destination => destination with { ReplicaKmsKeyId = "my-key" }) with { KmsEncryptedObjects = RuleStatus.Enabled },
        _ => To(destination => BreakDestination(destination, how)),
    };

    private static ReplicationDestination BreakDestination(ReplicationDestination destination, string how) => how switch
    {
        "storage class" => destination with { StorageClass = "COLD" },
        "other owner" => destination with { Owner = "Source", Account = "111122223333" },
        "access point" => destination with { BucketArn = "arn:aws:s3:us-east-1:111122223333:accesspoint/mine" },
        "multi-region access point" => destination with { BucketArn = "arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap" },
        "bucket name" => destination with { BucketArn = "arn:aws:s3:::B" },
        "itself" => ReplicationDestination.Of(Source),
        "owner without account" => destination with { Owner = "Destination" },
        "key alone" => destination with { ReplicaKmsKeyId = "arn:aws:kms:eu-west-1:111122223333:key/k" },
        "time without minutes" => destination with
        {
            Time = new(RuleStatus.Enabled, null),
            Metrics = ReplicationMetricsOption.WithTimeControl,
        },
        "time without metrics" => destination with { Time = ReplicationTimeControl.On },
        "time with metrics off" => destination with { Time = ReplicationTimeControl.On, Metrics = new(RuleStatus.Disabled, null) },
        "time of 30" => destination with { Time = new(RuleStatus.Enabled, 30), Metrics = ReplicationMetricsOption.WithTimeControl },
        "time without threshold" => destination with { Time = ReplicationTimeControl.On, Metrics = ReplicationMetricsOption.On },
        "threshold of 30" => destination with { Time = ReplicationTimeControl.On, Metrics = new(RuleStatus.Enabled, 30) },
        "threshold without time" => destination with { Metrics = ReplicationMetricsOption.WithTimeControl },
        _ => throw new ArgumentOutOfRangeException(nameof(how)),
    };

    private static ReplicationRule Option(string how) => how switch
    {
        "plain" => s_rule,
        "time control" => To(destination => destination with
        {
            Time = ReplicationTimeControl.On,
            Metrics = ReplicationMetricsOption.WithTimeControl,
        }),
        "metrics alone" => To(destination => destination with { Metrics = ReplicationMetricsOption.On }),
        "key" => To(destination => destination with { ReplicaKmsKeyId = "arn:aws:kms:eu-west-1:111122223333:key/k" }) with
        {
            KmsEncryptedObjects = RuleStatus.Enabled,
        },
        "owner" => To(destination => destination with { Owner = "Destination", Account = "444455556666", StorageClass = "GLACIER_IR" }),
        _ => throw new ArgumentOutOfRangeException(nameof(how)),
    };

    private static ReplicationRule To(Func<ReplicationDestination, ReplicationDestination> change) =>
        s_rule with { Destination = change(s_rule.Destination!) };
}
