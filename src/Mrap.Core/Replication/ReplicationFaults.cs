using System.Globalization;
using Mrap.Core.AccessPoints;

namespace Mrap.Core.Replication;

/// <summary>
/// The faults of replication configurations, each with S3's code (Amazon S3 API Reference, "PutBucketReplication"). The messages are S3's
/// own as people have reported them, but for those that are said to be ours.
/// </summary>
public static class ReplicationFaults
{
    private const string Schema =
        " for this version of Cross Region Replication configuration schema. Please refer to S3 Developer Guide for more information.";

    /// <summary>The document is not what the schema asks for.</summary>
    public static ServiceFault MalformedXml() =>
        new("MalformedXML", 400, "The XML you provided was not well-formed or did not validate against our published schema");

    /// <summary>The bucket has no configuration.</summary>
    public static ServiceFault NotFound() =>
        new("ReplicationConfigurationNotFoundError", 404, "The replication configuration was not found");

    /// <summary>Versioning of the source is not enabled.</summary>
    public static ServiceFault SourceNotVersioned() =>
        Request("Versioning must be 'Enabled' on the bucket to apply a replication configuration");

    /// <summary>There is no such destination.</summary>
    public static ServiceFault NoDestination() => Request("Destination bucket must exist.");

    /// <summary>Versioning of the destination is not enabled.</summary>
    public static ServiceFault DestinationNotVersioned() => Request("Destination bucket must have versioning enabled.");

    /// <summary>The bucket would replicate to itself.</summary>
    public static ServiceFault DestinationIsSource() => Request("Destination bucket cannot be the same as the source bucket.");

    /// <summary>The destination belongs to another account than was named. The message is ours.</summary>
    public static ServiceFault OtherOwner() => Request("The destination bucket is not owned by the account that is specified.");

    /// <summary>The configuration has too many rules.</summary>
    public static ServiceFault TooManyRules() => Request(
        string.Create(
            CultureInfo.InvariantCulture,
            $"The number of replication rules must not exceed the allowed limit of {ReplicationRules.MaxRules} rules."));

    /// <summary>A rule of the second version lacks an element.</summary>
    /// <param name="element">The name of the element.</param>
    public static ServiceFault Missing(string element) => Request($"{element} must be specified{Schema}");

    /// <summary>A configuration of the first version has an element of the second.</summary>
    /// <param name="element">The name of the element.</param>
    public static ServiceFault Unusable(string element) => Request($"{element} cannot be used{Schema}");

    /// <summary>A priority is negative.</summary>
    public static ServiceFault PriorityRange() => Request("Priority must be between 0 and 2147483647.");

    /// <summary>Two rules with one destination have one priority.</summary>
    public static ServiceFault DuplicatePriority(int priority) =>
        Request(string.Create(CultureInfo.InvariantCulture, $"Found duplicate priority {priority}."));

    /// <summary>A filter names one tag twice.</summary>
    public static ServiceFault DuplicateTag() => Request("Duplicate Tag Keys are not allowed.");

    /// <summary>A rule with a tag filter replicates delete markers, which have no tags.</summary>
    public static ServiceFault DeleteMarkersOfTags() => Request(
        "Delete marker replication is not supported if any Tag filter is specified. "
            + "Please refer to S3 Developer Guide for more information.");

    /// <summary>Rules of the first version lead to different buckets. The message is ours.</summary>
    public static ServiceFault ManyDestinations() => Request("The destination bucket must be the same for all rules.");

    /// <summary>A rule changes the owner of replicas without saying to which account.</summary>
    public static ServiceFault OwnerWithoutAccount() =>
        Request("Account must be specified if the Owner in AccessControlTranslation has a value");

    /// <summary>A rule has a key for replicas, and does not say whether objects with keys are replicated.</summary>
    public static ServiceFault KeyWithoutSelection() =>
        Request("SseKmsEncryptedObjects must be specified if EncryptionConfiguration is present.");

    /// <summary>A rule says that objects with keys are replicated, and has no key for replicas.</summary>
    public static ServiceFault SelectionWithoutKey() =>
        Request("ReplicaKmsKeyID must be specified if SseKmsEncryptedObjects tag is present.");

    /// <summary>Replication time control stands without metrics.</summary>
    public static ServiceFault TimeWithoutMetrics() =>
        Request("Replication destination must contain both ReplicationTime and Metrics or neither.");

    /// <summary>An argument has a value that S3 does not take.</summary>
    /// <param name="message">What is wrong.</param>
    public static ServiceFault Argument(string message) => new("InvalidArgument", 400, message);

    private static ServiceFault Request(string message) => new("InvalidRequest", 400, message);
}
