namespace Mrap.Sandbox.S3.Metrics;

/// <summary>What all metrics of Amazon S3 share.</summary>
internal static class S3Metrics
{
    /// <summary>Their namespace.</summary>
    public const string Namespace = "AWS/S3";
}
