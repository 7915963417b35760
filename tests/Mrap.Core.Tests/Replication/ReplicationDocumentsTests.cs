using Mrap.Core.AccessPoints;
using Mrap.Core.Facts;
using Mrap.Core.Regions;
using Mrap.Core.Replication;
using Mrap.Core.Replication.Planning;
using Mrap.Policy.Model;
using static Mrap.Core.Tests.Replication.ReplicationSamples;

namespace Mrap.Core.Tests.Replication;

public sealed class ReplicationDocumentsTests
{
    private static readonly AccountId s_account = AccountId.Parse("111122223333").Value;
    private static readonly AccountId s_other = AccountId.Parse("444455556666").Value;
    private static readonly MemberBucket s_a = Member("bucket-a", "us-east-1");
    private static readonly MemberBucket s_b = Member("bucket-b", "eu-west-1");

    [Fact]
    public void Role_OfAMesh_MayDoWhatAnyBucketNeedsAndNoMore()
    {
        var policy = Permissions(
            new(s_a, Configuration(Rule("r", "bucket-b", 1)), false), new(s_b, Configuration(Rule("r", "bucket-a", 1)), true));

        policy.Statements.Select(statement => (statement.Sid, Texts(statement.Actions), Texts(statement.Resources!))).ShouldBe(
        [
            ("ReadSourceBuckets", "s3:GetReplicationConfiguration s3:ListBucket", "arn:aws:s3:::bucket-a arn:aws:s3:::bucket-b"),
            ("ReadSourceObjects", "s3:GetObjectVersionForReplication s3:GetObjectVersionAcl s3:GetObjectVersionTagging",
                "arn:aws:s3:::bucket-a/* arn:aws:s3:::bucket-b/*"),
            ("ReadSourceLocks", "s3:GetObjectRetention s3:GetObjectLegalHold", "arn:aws:s3:::bucket-b/*"),
            ("WriteReplicas", "s3:ReplicateObject s3:ReplicateDelete s3:ReplicateTags", "arn:aws:s3:::bucket-a/* arn:aws:s3:::bucket-b/*"),
        ]);
        PolicyDocument.Parse(ReplicationRole.Trust, PolicyKind.Trust).IsValid.ShouldBeTrue();
    }

    [Fact]
    public void Role_WithKeysAndAnotherOwner_MayUseTheKeysThroughS3AndHandReplicasOver()
    {
        var rule = Rule("r", "bucket-b", 1) with { KmsEncryptedObjects = RuleStatus.Enabled };
        rule = rule with
        {
            Destination = rule.Destination! with
            {
                Account = s_other.Value,
                Owner = "Destination",
                ReplicaKmsKeyId = "arn:aws:kms:eu-west-1:444455556666:key/k",
            },
        };

        var policy = Permissions(new ReplicationSource(s_a, Configuration(rule), false));

        policy.Statements.Select(statement => Texts(statement.Actions)).ShouldContain("s3:ObjectOwnerOverrideToBucketOwner");
        policy.Print().ShouldContain("\"kms:ViaService\": \"s3.us-east-1.amazonaws.com\"");
        policy.Print().ShouldContain("\"kms:ViaService\": \"s3.eu-west-1.amazonaws.com\"");
    }

    [Fact]
    public void RoleName_OfALongAccessPoint_StaysWithinIam() => ReplicationRole
        .NameFor(AccessPointName.Parse(new string('a', 50)).Value).Length.ShouldBe(64);

    [Fact]
    public void DestinationPolicy_AddedTwice_StaysTheSame()
    {
        var once = DestinationPolicy.Add(null, s_b.Bucket, Role, changesOwner: true)!;

        DestinationPolicy.Add(once, s_b.Bucket, Role, changesOwner: true).ShouldBe(once);
        PolicyDocument.Parse(once, PolicyKind.Bucket).IsValid.ShouldBeTrue();
        DestinationPolicy.Add("no policy", s_b.Bucket, Role, changesOwner: true).ShouldBeNull();
        once.ShouldContain("s3:ObjectOwnerOverrideToBucketOwner");
    }

    [Fact]
    public void Preflight_NothingInTheWay_FindsNothing() => Findings(Known(s_a), Known(s_b)).ShouldBeEmpty();

    [Fact]
    public void Preflight_EachThingInTheWay_IsFoundWithItsFix()
    {
        var off = new Fact<bool>.Known(false);
        var on = new Fact<bool>.Known(true);
        var foreign = s_b with { BucketAccount = s_other };

        Findings(Known(s_a) with { IsVersioned = off }, Known(s_b)).ShouldBe(["Refused EnableVersioning"]);
        Findings(Known(s_a), Known(s_b) with { IsVersioned = off }).ShouldBe(["Refused EnableVersioning"]);
        Findings(Known(s_a), Known(s_b) with { IsVersioned = new Fact<bool>.Unknown("Denied.") }).ShouldBe(["Warning ReadAgain"]);
        Findings(Known(s_a) with { HasObjectLock = on }, Known(s_b)).ShouldBe(["ObjectsFail EnableObjectLock"]);
        Findings(Known(s_a), Known(s_b) with { IsRequesterPays = on }).ShouldBeEmpty();
        Findings(Known(s_a), Known(foreign) with { IsRequesterPays = on })
            .ShouldBe(["ObjectsFail StopRequesterPays", "Warning PermitRole"]);
        Findings(Known(s_a with { BucketAccount = s_other }), Known(foreign)).ShouldBe(["Refused AskOwner"]);
        Findings(Known(s_a) with { Encryption = new Fact<string>.Known("aws:kms") }, Known(s_b)).ShouldBe(["ObjectsFail SelectEncrypted"]);
    }

    [Fact]
    public void Xml_OfEveryOption_ReadsAsAwsWritesIt()
    {
        var rule = Rule("r", "bucket-b", 1, new ReplicationFilter.And("logs/", [new("k", "<v>")])) with
        {
            ReplicaModifications = RuleStatus.Enabled,
        };
        rule = rule with
        {
            Destination = rule.Destination! with { Time = ReplicationTimeControl.On, Metrics = ReplicationMetricsOption.WithTimeControl },
        };

        ReplicationXml.Write(ReplicationConfiguration.None).ShouldBeEmpty();
        ReplicationXml.Write(Configuration(rule)).ShouldBe(
            $"""
            <ReplicationConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
              <Role>{Role}</Role>
              <Rule>
                <ID>r</ID>
                <Priority>1</Priority>
                <Filter>
                  <And>
                    <Prefix>logs/</Prefix>
                    <Tag>
                      <Key>k</Key>
                      <Value>&lt;v&gt;</Value>
                    </Tag>
                  </And>
                </Filter>
                <Status>Enabled</Status>
                <SourceSelectionCriteria>
                  <ReplicaModifications>
                    <Status>Enabled</Status>
                  </ReplicaModifications>
                </SourceSelectionCriteria>
                <DeleteMarkerReplication>
                  <Status>Disabled</Status>
                </DeleteMarkerReplication>
                <Destination>
                  <Bucket>arn:aws:s3:::bucket-b</Bucket>
                  <ReplicationTime>
                    <Status>Enabled</Status>
                    <Time>
                      <Minutes>15</Minutes>
                    </Time>
                  </ReplicationTime>
                  <Metrics>
                    <Status>Enabled</Status>
                    <EventThreshold>
                      <Minutes>15</Minutes>
                    </EventThreshold>
                  </Metrics>
                </Destination>
              </Rule>
            </ReplicationConfiguration>
            """);
    }

    private static IEnumerable<string> Findings(BucketReplication from, BucketReplication to)
    {
        var plan = BucketReplicationPlan.Of(
            from.Member, ReplicationConfiguration.None,
            RuleMerge.Merge(
                ReplicationConfiguration.None, [new DesiredRule(from.Bucket, to.Bucket, new ReplicationOptions())], Role, MergeMode.Keep));
        return ReplicationPreflight.Check([plan], [from, to], s_account)
            .Select(finding => $"{finding.Severity} {finding.Fix.GetType().Name}");
    }

    private static PolicyDocument Permissions(params IEnumerable<ReplicationSource> sources) => PolicyDocument.Parse(
        ReplicationRole.Permissions(sources, bucket => bucket == s_b.Bucket ? s_b.Region : null), PolicyKind.Identity)
        .TryGet(out var document) ? document : throw new InvalidOperationException();

    private static string Texts(PolicyEntries entries) => string.Join(' ', entries.Items.Select(entry => entry.Text));

    private static MemberBucket Member(string bucket, string region) => new(Bucket(bucket), RegionId.Parse(region).Value, s_account);

    private static BucketReplication Known(MemberBucket member) => new(
        member, new Fact<ReplicationConfiguration>.Known(ReplicationConfiguration.None), new Fact<bool>.Known(true),
        new Fact<bool>.Known(false), new Fact<bool>.Known(false), new Fact<string>.Known("AES256"));
}
