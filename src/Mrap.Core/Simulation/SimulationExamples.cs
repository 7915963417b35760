using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Policy.Checks.Principals;
using Mrap.Policy.Editing;

namespace Mrap.Core.Simulation;

/// <summary>The worked examples of the empty simulator.</summary>
public static class SimulationExamples
{
    private const string AccessPoint = "arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap";
    private const string Owner = "111122223333";
    private const string Partner = "arn:aws:iam::444455556666:user/partner";

    private const string ReaderPolicy = """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "ReadReports",
              "Effect": "Allow",
              "Action": "s3:GetObject",
              "Resource": [
                "arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap/object/reports/*",
                "arn:aws:s3:::media-*/reports/*"
              ]
            }
          ]
        }
        """;

    private const string ClosedBucket = """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "OnlyTheArchive",
              "Effect": "Deny",
              "Principal": "*",
              "Action": "s3:GetObject",
              "NotResource": "arn:aws:s3:::media-apse2/archive/*"
            }
          ]
        }
        """;

    private const string PartnerPolicy = """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "UseTheSharedMedia",
              "Effect": "Allow",
              "Action": ["s3:GetObject", "s3:PutObject"],
              "Resource": [
                "arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap/object/*",
                "arn:aws:s3:::media-*/*"
              ]
            }
          ]
        }
        """;

    private const string PartnersMayRead = """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "PartnersMayRead",
              "Effect": "Allow",
              "Principal": { "AWS": "444455556666" },
              "Action": "s3:GetObject",
              "Resource": "arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap/object/*"
            }
          ]
        }
        """;

    private const string EveryoneMayRead = """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "EveryoneMayRead",
              "Effect": "Allow",
              "Principal": "*",
              "Action": "s3:GetObject",
              "Resource": "arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap/object/*"
            }
          ]
        }
        """;

    private static readonly RegionId s_ireland = Known("eu-west-1");
    private static readonly RegionId s_sydney = Known("ap-southeast-2");
    private static readonly RegionId s_virginia = Known("us-east-1");

    /// <summary>The examples in the order in which they are offered.</summary>
    public static ImmutableArray<SimulationExample> All { get; } =
    [
        new(
            "same-account",
            "One account, one closed bucket",
            "A reader's own policy is enough within one account, at the access point and at every bucket. A Deny in one bucket closes "
                + "that Region alone.",
            World(
                "arn:aws:iam::111122223333:user/reader", ReaderPolicy, string.Empty, region =>
                    region == s_sydney ? ClosedBucket : string.Empty),
            new SimulatedRequest { Key = "reports/2026.csv", Region = s_sydney }),
        new(
            "cross-account",
            "A partner's account",
            "Across accounts three policies must allow: the partner's own, the access point's and the bucket's, which delegates to the "
                + "access point. One bucket here does not.",
            World(Partner, PartnerPolicy, PartnersMayRead, region => region == s_virginia ? string.Empty : Delegation(region)),
            new SimulatedRequest { Key = "trailer.mp4", Region = s_virginia }),
        new(
            "public",
            "A public policy, cut off",
            "A policy for everyone lets nobody from outside in while RestrictPublicBuckets is on at any level, however narrow the rest of "
                + "it is.",
            World(Partner, PartnerPolicy, EveryoneMayRead, Delegation),
            new SimulatedRequest { Key = "trailer.mp4", Region = s_ireland }),
    ];

    /// <summary>The example of a name in an address; null for none.</summary>
    public static SimulationExample? Find(string? slug) => All.FirstOrDefault(example => example.Slug == slug);

    /// <summary>
    /// The policy with which a bucket leaves the decision to an access point (AWS page "Configuring IAM policies for using access points",
    /// delegating access control to access points).
    /// </summary>
    public static string Delegation(string bucket, string accessPoint) =>
        PolicyTextEdits.Of(DelegationStatement.ToAccessPoint(bucket, accessPoint, "LeaveItToTheAccessPoint"));

    private static SimulatedWorld World(string principal, string identity, string policy, Func<RegionId, string> bucketPolicy) => new()
    {
        Principal = principal,
        Identity = identity,
        AccessPoint = AccessPoint,
        AccessPointPolicy = policy,
        Buckets = [
            .. new[] { s_virginia, s_ireland, s_sydney }.Select(
                region => new SimulatedBucket(region, Bucket(region), Owner, bucketPolicy(region), BlockPublicAccess.AllOn))],
    };

    private static string Bucket(RegionId region) =>
        region == s_virginia ? "media-use1" : region == s_ireland ? "media-euw1" : "media-apse2";

    private static string Delegation(RegionId region) => Delegation(Bucket(region), AccessPoint);

    private static RegionId Known(string region) => RegionId.Parse(region).Value;
}
