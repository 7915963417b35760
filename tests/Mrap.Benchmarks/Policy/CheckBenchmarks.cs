using BenchmarkDotNet.Attributes;
using Mrap.Policy.Checks;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;

namespace Mrap.Benchmarks.Policy;

/// <summary>
/// Checking policies of 20 KB, the largest that S3 takes, as an editor does at every pause: one without errors, one with a fault in every
/// statement, and one of a single long list.
/// </summary>
[MemoryDiagnoser]
public class CheckBenchmarks
{
    private const int Limit = 20_000;

    private static readonly CheckContext s_context = new()
    {
        Bucket = "photos",
        OwnerAccount = "111122223333",
        DelegateTo = ["arn:aws:s3::111122223333:accesspoint/mmqdt41e4bf6x.mrap"],
        AccessPoints = [new KnownAccessPoint("photos", "arn:aws:s3::111122223333:accesspoint/mmqdt41e4bf6x.mrap")],
        BlockPublicPolicy = true,
        Author = "arn:aws:iam::111122223333:user/admin",
    };

    private string _clean = "";
    private string _faulty = "";
    private string _list = "";

    [GlobalSetup]
    public void Setup()
    {
        _clean = Policy(i => $$$"""
            {"Sid": "Team{{{i}}}", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/team-{{{i}}}"}, "Action": ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
              "Resource": "arn:aws:s3:::photos/team-{{{i}}}/*", "Condition": {"StringEquals": {"s3:DataAccessPointArn": "arn:aws:s3::111122223333:accesspoint/mmqdt41e4bf6x.mrap"}, "IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "198.51.100.0/24"] } } }
            """);
        _faulty = Policy(i => $$$"""
            {"Sid": "Team", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::1111222233:role/team-{{{i}}}"}, "Action": ["s3:GetObjet", "s3:Get*", "s3:GetObject"],
              "Resource": ["arn:aws:s3::1:photos/team-{{{i}}}/*", "photos"], "Condition": {"StringEqual": {"s3:DataAccesPointArn": "*"}, "IpAddress": {"aws:SourceIp": "10.0.0.1/8" } } }
            """);
        _list = """{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "111122223333"},"""
            + """ "Action": "s3:GetObject", "Resource": ["""
            + string.Join(", ", Enumerable.Range(0, 500).Select(i => $"\"arn:aws:s3:::photos/{i}*/{i}/*\"")) + "]}}";
    }

    [Benchmark]
    public int Clean() => PolicyChecks.Check(_clean, PolicyKind.Bucket, s_context).Length;

    [Benchmark]
    public int Faulty() => PolicyChecks.Check(_faulty, PolicyKind.Bucket, s_context).Length;

    [Benchmark]
    public int OneList() => PolicyChecks.Check(_list, PolicyKind.Bucket, s_context).Length;

    private static string Policy(Func<int, string> statement)
    {
        var text = "{\"Version\": \"2012-10-17\", \"Statement\": [\n" + statement(0);
        for (var i = 1; text.Length < Limit - 500; i++)
        {
            text += ",\n" + statement(i);
        }

        return text + "\n]}";
    }
}
