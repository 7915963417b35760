using Mrap.Aws.Connections;

namespace Mrap.Aws.Metrics;

/// <summary>How often metrics are worth reading anew.</summary>
internal static class MetricsRefresh
{
    // AWS publishes by the minute and bills each metric that is read; the sandbox knows at once, and for nothing.
    private static readonly TimeSpan s_aws = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_sandbox = TimeSpan.FromSeconds(5);

    public static TimeSpan IntervalOf(AwsMode mode) => mode == AwsMode.Sandbox ? s_sandbox : s_aws;
}
