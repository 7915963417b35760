using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Storage.Rules;

namespace Mrap.Sandbox.Storage;

/// <summary>What a store asks and tells of replication.</summary>
/// <param name="Rules">Finds the replication rules of a bucket, in whichever Region it is; null when it has none.</param>
/// <param name="OnQueued">
/// Is told after a commit for which buckets replications wait now. Called on the writer's thread: it must neither wait nor throw.
/// </param>
internal sealed record ReplicationHooks(Func<BucketName, BucketRules?> Rules, Action<IReadOnlyList<BucketName>> OnQueued);
