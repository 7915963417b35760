using System.Collections.Concurrent;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Replication;

/// <summary>Remembers the last change of an access point's replication rules, so that it can be taken back.</summary>
public sealed class AppliedReplication
{
    private readonly ConcurrentDictionary<AccessPointName, ReplicationPreview> _last = new();

    /// <summary>The last change of an access point since the console started; null when there was none.</summary>
    public ReplicationPreview? Of(AccessPointName accessPoint) => _last.GetValueOrDefault(accessPoint);

    internal void Remember(ReplicationPreview preview) => _last[preview.AccessPoint.Name] = preview;
}
