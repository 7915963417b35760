namespace Mrap.Policy.Completion;

/// <summary>Principals by their type.</summary>
internal static class PrincipalCandidates
{
    /// <summary>What the whole element can be.</summary>
    public static IEnumerable<Candidate> Whole =>
    [
        new(
            "AWS", CompletionKind.Element, "accounts, users, roles", "Accounts, users, roles and sessions by their ARNs.",
            Raw: "{\"AWS\": \"$0\"}"),
        new("Service", CompletionKind.Element, "AWS service", "An AWS service that acts for itself.", Raw: "{\"Service\": \"$0\"}"),
        Everyone,
    ];

    private static Candidate Everyone =>
        new("*", CompletionKind.Principal, "everyone", "Anyone at all, also unsigned requests: public unless a condition limits it.");

    /// <summary>Accounts, users and roles that are known.</summary>
    public static IEnumerable<Candidate> Aws(CompletionContext context) => context.Principals
        .Select(arn => new Candidate(arn, CompletionKind.Principal, arn.Contains(":role/", StringComparison.Ordinal) ? "role" : "user"))
        .Concat(context.Accounts.Select(account => new Candidate(
            $"arn:{context.Partition}:iam::{account}:root", CompletionKind.Principal, "account",
            "Leaves it to the account whom of its users and roles it permits.")))
        .Append(Everyone);

    /// <summary>Services that write to buckets or read from them.</summary>
    public static IEnumerable<Candidate> Services =>
    [
        Service("cloudfront.amazonaws.com", "CloudFront, for a distribution's origin"),
        Service("cloudtrail.amazonaws.com", "CloudTrail, for its log files"),
        Service("config.amazonaws.com", "AWS Config, for its snapshots"),
        Service("delivery.logs.amazonaws.com", "CloudWatch Logs, for vended logs"),
        Service("logging.s3.amazonaws.com", "S3, for server access logs"),
        Service("logdelivery.elasticloadbalancing.amazonaws.com", "load balancers, for access logs"),
        Service("s3.amazonaws.com", "S3, for inventory and replication"),
    ];

    private static Candidate Service(string name, string detail) => new(name, CompletionKind.Principal, detail);
}
