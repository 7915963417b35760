namespace Mrap.Aws.Authorization;

/// <summary>
/// Everything that a person can change with the console. The names are kept in the activity log: they are never given anew.
/// </summary>
public enum ChangeAction
{
    /// <summary>Create an access point, and the buckets it names.</summary>
    CreateAccessPoint,

    /// <summary>Delete an access point.</summary>
    DeleteAccessPoint,

    /// <summary>Replace the policy of an access point.</summary>
    ReplacePolicy,

    /// <summary>Replace the policies of buckets behind an access point.</summary>
    ReplaceBucketPolicies,

    /// <summary>Change the routes of an access point.</summary>
    ChangeRoutes,

    /// <summary>Create a bucket.</summary>
    CreateBucket,

    /// <summary>Put an object through an access point.</summary>
    PutObject,

    /// <summary>Delete an object through an access point.</summary>
    DeleteObject,

    /// <summary>Save test cases of a policy.</summary>
    SaveTestCases,

    /// <summary>Delete a test case of a policy.</summary>
    DeleteTestCase,

    /// <summary>Create the example: an access point, its buckets and a few objects.</summary>
    LoadExample,

    /// <summary>Make or end faults of the sandbox's Regions and its network.</summary>
    ChangeConditions,

    /// <summary>Start or stop generated traffic of the sandbox.</summary>
    ChangeTraffic,

    /// <summary>Run a drill against the sandbox.</summary>
    RunDrill,

    /// <summary>Make replication rules between the buckets of an access point, with the role they need.</summary>
    ApplyReplication,

    /// <summary>Change, switch or delete replication rules of a bucket behind an access point.</summary>
    EditReplication,

    /// <summary>Make S3 publish request metrics of buckets behind an access point, which cost.</summary>
    EnableMetrics,

    /// <summary>Make an alarm for an access point, or set its threshold.</summary>
    CreateAlarm,

    /// <summary>Delete an alarm of an access point.</summary>
    DeleteAlarm,

    /// <summary>Copy objects between the buckets behind an access point.</summary>
    CopyObjects,

    /// <summary>Have S3 replicate objects between the buckets behind an access point.</summary>
    ReplicateObjects,

    /// <summary>Give buckets behind an access point a setting of another.</summary>
    AlignBucketSettings,
}
