namespace Mrap.Sandbox.Replication.Jobs;

/// <summary>A job of S3 Batch Replication. Kept as JSON.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Account">The account that has it.</param>
/// <param name="Region">The Region it was created in, which is that of its bucket.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="SourceBucket">The bucket whose versions it replicates.</param>
/// <param name="RoleArn">The role of S3 Batch Operations.</param>
/// <param name="Priority">Its priority, 0 or more.</param>
/// <param name="Token">What a repeated request is known by.</param>
internal sealed record ReplicationJob(
    string Id, string Account, string Region, DateTimeOffset CreatedAt, string SourceBucket, string RoleArn, int Priority, string Token)
{
    /// <summary>How far it is.</summary>
    public JobStatus Status { get; init; }

    /// <summary>What it is for; null when nobody said.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it waits for a confirmation before it runs.</summary>
    public bool NeedsConfirmation { get; init; }

    /// <summary>Which versions it is about.</summary>
    public JobFilter Filter { get; init; } = new(null, [], null, null);

    /// <summary>The report it was asked for; null for none.</summary>
    public JobReport? Report { get; init; }

    /// <summary>How many versions it is about.</summary>
    public long Total { get; init; }

    /// <summary>How many were replicated.</summary>
    public long Succeeded { get; init; }

    /// <summary>How many were not.</summary>
    public long Failed { get; init; }

    /// <summary>When it ended; null while it has not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it failed: a code and a sentence; null when it did not.</summary>
    public string? FailureCode { get; init; }

    /// <summary>The sentence that goes with the code.</summary>
    public string? FailureReason { get; init; }

    /// <summary>What was said when its status was last changed by somebody; null when nothing was.</summary>
    public string? StatusReason { get; init; }

    /// <summary>Whether it goes no further.</summary>
    public bool IsOver => Status is JobStatus.Complete or JobStatus.Failed or JobStatus.Cancelled;

    /// <summary>The ARN.</summary>
    public string Arn => ArnOf(Region, Account, Id);

    /// <summary>The ARN of a job.</summary>
    public static string ArnOf(string region, string account, string id) => $"arn:aws:s3:{region}:{account}:job/{id}";
}
