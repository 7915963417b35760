namespace Mrap.Aws.Authorization;

/// <summary>What holds for each action. This is the only place that says which role an action takes.</summary>
public static class ChangeActionExtensions
{
    /// <summary>The least role that may do it.</summary>
    /// <param name="action">The action.</param>
    /// <returns>The role.</returns>
    public static Role NeededRole(this ChangeAction action) => action switch
    {
        ChangeAction.ChangeRoutes or ChangeAction.PutObject or ChangeAction.DeleteObject => Role.Operator,
        ChangeAction.CopyObjects or ChangeAction.ReplicateObjects => Role.Operator,
        ChangeAction.SaveTestCases or ChangeAction.DeleteTestCase => Role.Operator,
        ChangeAction.ChangeConditions or ChangeAction.ChangeTraffic or ChangeAction.RunDrill => Role.Operator,
        ChangeAction.CreateAlarm or ChangeAction.DeleteAlarm => Role.Operator,
        _ => Role.Administrator,
    };

    /// <summary>What it is done to.</summary>
    /// <param name="action">The action.</param>
    /// <returns>The kind of the target.</returns>
    public static TargetKind Target(this ChangeAction action) => action switch
    {
        ChangeAction.CreateBucket => TargetKind.Bucket,
        ChangeAction.PutObject or ChangeAction.DeleteObject => TargetKind.Object,
        ChangeAction.SaveTestCases or ChangeAction.DeleteTestCase => TargetKind.TestCase,
        ChangeAction.ChangeConditions or ChangeAction.ChangeTraffic or ChangeAction.RunDrill => TargetKind.Sandbox,
        _ => TargetKind.AccessPoint,
    };

    /// <summary>The action in words: an imperative without a full stop.</summary>
    /// <param name="action">The action.</param>
    /// <returns>The words, such as <c>Delete access point</c>.</returns>
    public static string Title(this ChangeAction action) => action switch
    {
        ChangeAction.CreateAccessPoint => "Create access point",
        ChangeAction.DeleteAccessPoint => "Delete access point",
        ChangeAction.ReplacePolicy => "Replace policy",
        ChangeAction.ReplaceBucketPolicies => "Replace bucket policies",
        ChangeAction.ChangeRoutes => "Change routes",
        ChangeAction.CreateBucket => "Create bucket",
        ChangeAction.PutObject => "Put object",
        ChangeAction.DeleteObject => "Delete object",
        ChangeAction.SaveTestCases => "Save test cases",
        ChangeAction.DeleteTestCase => "Delete test case",
        ChangeAction.LoadExample => "Load the example",
        ChangeAction.ChangeConditions => "Change Region conditions",
        ChangeAction.ChangeTraffic => "Change generated traffic",
        ChangeAction.RunDrill => "Run drill",
        ChangeAction.ApplyReplication => "Create replication rules",
        ChangeAction.EditReplication => "Change replication rules",
        ChangeAction.EnableMetrics => "Enable metrics",
        ChangeAction.CreateAlarm => "Create alarm",
        ChangeAction.DeleteAlarm => "Delete alarm",
        ChangeAction.CopyObjects => "Copy objects",
        ChangeAction.ReplicateObjects => "Replicate objects",
        ChangeAction.AlignBucketSettings => "Align bucket settings",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
