namespace Mrap.Sandbox.Replication.Jobs;

/// <summary>The completion report that a job was asked for.</summary>
/// <param name="Bucket">The name of the bucket it goes to.</param>
/// <param name="Prefix">Where in the bucket; empty for its top.</param>
/// <param name="IsOfFailuresOnly">Whether only what failed is in it.</param>
internal sealed record JobReport(string Bucket, string Prefix, bool IsOfFailuresOnly);
