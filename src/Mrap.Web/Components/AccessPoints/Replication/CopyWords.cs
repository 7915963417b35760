using Mrap.Core.Comparison;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.AccessPoints.Replication;

/// <summary>What buckets hold, and why they do not agree, in words.</summary>
public static class CopyWords
{
    /// <summary>What a bucket holds, beside the others.</summary>
    /// <param name="difference">The key.</param>
    /// <param name="index">The number of the bucket.</param>
    public static (StatusKind Kind, string Word) Of(KeyDifference difference, int index) =>
        (difference.Copies[index].State, difference.Behind.Contains(index)) switch
        {
            (CopyState.Present, true) => (StatusKind.Warning, difference.IsDeleted ? "Not deleted" : "Differs"),
            (CopyState.Present, false) => (StatusKind.Success, "Has it"),
            (CopyState.Deleted, true) => (StatusKind.Error, "Deleted"),
            (CopyState.Deleted, false) => (StatusKind.Stopped, "Deleted"),
            (CopyState.Missing, _) => (difference.IsDeleted ? StatusKind.Stopped : StatusKind.Error, "Missing"),
            _ => (StatusKind.Info, "Not known"),
        };

    /// <summary>The replication status as S3 writes it.</summary>
    public static string Wire(this CopyStatus status) => status switch
    {
        CopyStatus.None => "none",
        _ => status.ToString().ToUpperInvariant(),
    };

    /// <summary>A reason in a few words.</summary>
    public static string Word(this GapReason reason) => reason switch
    {
        GapReason.NotAsked => "Not asked",
        GapReason.Pending => "Pending",
        GapReason.Failed => "Failed",
        GapReason.OlderThanRule => "Older than the rule",
        GapReason.ReplicaOnly => "Replica only",
        GapReason.ChangedSince => "Changed since",
        GapReason.DeletionStays => "Deletion not replicated",
        GapReason.NotCovered => "No rule",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>A reason as a sentence.</summary>
    public static string Sentence(this GapReason reason) => reason switch
    {
        GapReason.NotAsked => "The replication status of the first differences is asked for; this is not one of them.",
        GapReason.Pending => "S3 has yet to replicate it. Wait, or look whether the Region is in trouble.",
        GapReason.Failed => "Replication failed. S3 says why in its event notifications: often the role may not write to the destination.",
        GapReason.OlderThanRule => "A rule covers it, and rules replicate only what is written after them.",
        GapReason.ReplicaOnly => "What is left is a replica, and replicas are not replicated any further.",
        GapReason.ChangedSince => "It was replicated, and what was there was deleted or overwritten afterwards.",
        GapReason.DeletionStays => "It was deleted in one Region, and the rule does not replicate delete markers.",
        GapReason.NotCovered => "No enabled rule leads there for this key.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>How bad a reason is.</summary>
    public static StatusKind Kind(this GapReason reason) => reason switch
    {
        GapReason.Pending => StatusKind.InProgress,
        GapReason.Failed => StatusKind.Error,
        GapReason.NotAsked => StatusKind.Info,
        _ => StatusKind.Warning,
    };
}
