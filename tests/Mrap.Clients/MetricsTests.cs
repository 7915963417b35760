using Mrap.Testing;

namespace Mrap.Clients;

/// <summary>Metrics and alarms with the clients that people have: each speaks its own protocol, all see the same points.</summary>
public sealed class MetricsTests(SandboxProcessFixture fixture)
{
    private const string Ask = """
        BUCKET=m-$PREFIX
        START=$(date -u -d '-1 hour' +%Y-%m-%dT%H:%M:00Z); END=$(date -u -d '+1 hour' +%Y-%m-%dT%H:%M:00Z)
        "$AWS" s3api create-bucket --bucket $BUCKET >/dev/null
        "$AWS" s3api put-bucket-metrics-configuration --bucket $BUCKET --id EntireBucket --metrics-configuration Id=EntireBucket
        "$AWS" s3api list-bucket-metrics-configurations --bucket $BUCKET --query 'MetricsConfigurationList[].Id' --output text
        printf hello > o.txt
        for key in a b c; do "$AWS" s3api put-object --bucket $BUCKET --key $key --body o.txt >/dev/null; done
        cat > queries.json <<EOF
        [{"Id":"m1","ReturnData":false,"MetricStat":{"Metric":{"Namespace":"AWS/S3","MetricName":"BytesUploaded","Dimensions":[
        {"Name":"BucketName","Value":"$BUCKET"},{"Name":"FilterId","Value":"EntireBucket"}]},"Period":7200,"Stat":"Sum"}},
        {"Id":"e1","Expression":"m1 * 2","Label":"twice"}]
        EOF
        """;

    private readonly string _prefix = Guid.NewGuid().ToString("N")[..12];

    [Fact]
    public async Task AwsCli_Boto3AndJavaScript_SeeTheSamePoints()
    {
        var folder = Path.Combine(ClientSources.Folder, "js");
        Tool.Require(Directory.Exists(Path.Combine(folder, "node_modules")), "the JavaScript SDK (npm ci in tests/Mrap.Clients/js)");

        var output = await RunAsync(Ask + $$"""

            sum() { awk '{ for (i = 1; i <= NF; i++) total += $i } END { print total }'; }
            "$AWS" cloudwatch get-metric-data --metric-data-queries file://queries.json --start-time $START --end-time $END \
              --query 'MetricDataResults[].Values[]' --output text | sum
            export QUERIES="$(cat queries.json)" START END
            '{{Tool.Python}}' '{{Path.Combine(ClientSources.Folder, "python", "metrics.py")}}' | sum
            '{{Tool.Node}}' '{{Path.Combine(folder, "metrics.mjs")}}' | sum
            """);

        output.Split('\n').ShouldBe(["EntireBucket", "30", "30", "30"]);
    }

    [Fact]
    public async Task AwsCli_ListsMetrics_ReadsStatistics_AndKeepsAlarms()
    {
        var output = await RunAsync(Ask + """

            "$AWS" cloudwatch list-metrics --namespace AWS/S3 --metric-name PutRequests \
              --dimensions Name=BucketName,Value=$BUCKET --query 'Metrics[].MetricName' --output text
            "$AWS" cloudwatch get-metric-statistics --namespace AWS/S3 --metric-name TotalRequestLatency --period 7200 \
              --dimensions Name=BucketName,Value=$BUCKET Name=FilterId,Value=EntireBucket --start-time $START --end-time $END \
              --statistics SampleCount Average --extended-statistics p50 p99.9 --query 'length(Datapoints[0].ExtendedStatistics)'
            "$AWS" cloudwatch put-metric-data --namespace Own --metric-name Load --value 7 --unit Count
            "$AWS" cloudwatch put-metric-alarm --alarm-name $PREFIX --namespace Own --metric-name Load --statistic Maximum --period 60 \
              --evaluation-periods 1 --threshold 5 --comparison-operator GreaterThanThreshold --treat-missing-data ignore
            "$AWS" cloudwatch set-alarm-state --alarm-name $PREFIX --state-value ALARM --state-reason trying
            "$AWS" cloudwatch describe-alarms --alarm-names $PREFIX --query 'MetricAlarms[].[StateValue,Threshold]' --output text
            "$AWS" cloudwatch delete-alarms --alarm-names $PREFIX
            "$AWS" cloudwatch describe-alarms --alarm-names $PREFIX --query 'length(MetricAlarms)'
            "$AWS" cloudwatch get-dashboard --dashboard-name none 2>&1 | grep -o InvalidAction || true
            """);

        output.Split('\n').ShouldBe(["EntireBucket", "PutRequests", "2", "ALARM\t5.0", "0", "InvalidAction"]);
    }

    private async Task<string> RunAsync(string script)
    {
        var result = await Script.RunAsync(
            fixture.Sandbox, "export AWS_DEFAULT_REGION=us-east-1 AWS_REGION=us-east-1\n" + script,
            variables: new Dictionary<string, string> { ["PREFIX"] = _prefix });
        result.ExitCode.ShouldBe(0, $"{result.Output}\n{result.Errors}");
        return result.Output;
    }
}
