using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Mrap.Testing;

namespace Mrap.AwsSdk.Tests.CloudWatch;

public sealed class AnswerTests
{
    private const string Xmlns = "xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"";

    private static readonly DateTime s_from = new(2026, 11, 22, 16, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetMetricData_Results_AreRead()
    {
        await using var server = await AnsweringAsync(
            200,
            $"<GetMetricDataResponse {Xmlns}><GetMetricDataResult><MetricDataResults><member><Id>m1</Id><Label>AllRequests</Label>"
                + "<Timestamps><member>2026-11-22T16:00:00Z</member><member>2026-11-22T16:01:00Z</member></Timestamps><Values>"
                + "<member>12.0</member><member>1.5E3</member></Values><StatusCode>PartialData</StatusCode><Messages/></member>"
                + "<member><Id>m2</Id><Timestamps/><Values/><StatusCode>Complete</StatusCode></member></MetricDataResults>"
                + "<NextToken>t</NextToken><Messages><member><Code>c</Code><Value>v</Value></member></Messages></GetMetricDataResult>"
                + "</GetMetricDataResponse>");

        var answer = await server.Client.GetMetricDataAsync(new GetMetricDataRequest(), Cancellation);

        answer.NextToken.ShouldBe("t");
        answer.Messages.ShouldHaveSingleItem().Value.ShouldBe("v");
        answer.MetricDataResults!.Select(result => (result.Id, result.StatusCode)).ShouldBe(
            [("m1", StatusCode.PartialData), ("m2", StatusCode.Complete)]);
        answer.MetricDataResults![0].Timestamps.ShouldBe([s_from, s_from.AddMinutes(1)]);
        answer.MetricDataResults[0].Values.ShouldBe([12, 1500]);
        answer.MetricDataResults[1].Values.ShouldBeEmpty();
    }

    [Fact]
    public async Task GetMetricStatistics_Points_AreRead()
    {
        await using var server = await AnsweringAsync(
            200,
            $"<GetMetricStatisticsResponse {Xmlns}><GetMetricStatisticsResult><Label>l</Label><Datapoints><member><Timestamp>"
                + "2026-11-22T16:00:00Z</Timestamp><Sum>3.0</Sum><Unit>Count</Unit><ExtendedStatistics><entry><key>p99</key>"
                + "<value>2.5</value></entry></ExtendedStatistics></member></Datapoints></GetMetricStatisticsResult>"
                + "</GetMetricStatisticsResponse>");

        var answer = await server.Client.GetMetricStatisticsAsync(new GetMetricStatisticsRequest(), Cancellation);

        var point = answer.Datapoints.ShouldHaveSingleItem();
        (point.Timestamp, point.Sum, point.Average, point.Unit).ShouldBe((s_from, 3, null, StandardUnit.Count));
        point.ExtendedStatistics.ShouldBe([new("p99", 2.5)]);
    }

    [Fact]
    public async Task DescribeAlarms_Alarm_IsRead()
    {
        await using var server = await AnsweringAsync(
            200,
            $"<DescribeAlarmsResponse {Xmlns}><DescribeAlarmsResult><MetricAlarms><member><AlarmName>lag</AlarmName><StateValue>"
                + "INSUFFICIENT_DATA</StateValue><Threshold>900.0</Threshold><Statistic>Maximum</Statistic><Dimensions><member><Name>n"
                + "</Name><Value>v</Value></member></Dimensions><EvaluationPeriods>5</EvaluationPeriods></member></MetricAlarms>"
                + "</DescribeAlarmsResult></DescribeAlarmsResponse>");

        var answer = await server.Client.DescribeAlarmsAsync(new DescribeAlarmsRequest(), Cancellation);

        var alarm = answer.MetricAlarms.ShouldHaveSingleItem();
        (alarm.AlarmName, alarm.StateValue, alarm.Threshold, alarm.Statistic, alarm.EvaluationPeriods).ShouldBe(
            ("lag", StateValue.INSUFFICIENT_DATA, 900, Statistic.Maximum, 5));
        alarm.Dimensions.ShouldHaveSingleItem().Value.ShouldBe("v");
        alarm.ComparisonOperator.ShouldBeNull();
    }

    [Theory]
    [InlineData(400, "InvalidParameterValue", typeof(InvalidParameterValueException))]
    [InlineData(400, "InvalidParameterCombination", typeof(InvalidParameterCombinationException))]
    [InlineData(400, "MissingParameter", typeof(MissingRequiredParameterException))]
    [InlineData(400, "InvalidNextToken", typeof(InvalidNextTokenException))]
    [InlineData(400, "InvalidFormat", typeof(InvalidFormatException))]
    [InlineData(400, "LimitExceeded", typeof(LimitExceededException))]
    [InlineData(404, "ResourceNotFound", typeof(ResourceNotFoundException))]
    [InlineData(403, "AccessDenied", typeof(AmazonCloudWatchException))]
    public async Task Service_Refuses_ThrowsTheExceptionOfTheCode(int status, string code, Type expected)
    {
        await using var server = await AnsweringAsync(
            status, $"<ErrorResponse {Xmlns}><Error><Type>Sender</Type><Code>{code}</Code><Message>no</Message></Error></ErrorResponse>");

        var fault = await Should.ThrowAsync<AmazonCloudWatchException>(
            () => server.Client.GetMetricDataAsync(new GetMetricDataRequest(), Cancellation));

        fault.ShouldBeOfType(expected);
        (fault.ErrorCode, fault.Message).ShouldBe((code, "no"));
    }

    private static Task<QueryServer<AmazonCloudWatchClient>> AnsweringAsync(int status, string body) =>
        QueryServer<AmazonCloudWatchClient>.StartAsync<AmazonCloudWatchConfig>(
            (credentials, config) => new(credentials, config), (_, _) => new RecordedAnswer(status, body));
}
