using System.Collections.Concurrent;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.AccessPoints;

/// <summary>
/// Finds the name of an access point that only its ARN is known of. A name found is kept: an alias is never used again, so it stays true.
/// </summary>
/// <param name="list">Lists what exists.</param>
/// <param name="time">The clock.</param>
public sealed class AccessPointNames(ListAccessPoints list, TimeProvider time)
{
    private const int MaxKept = 1000;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<AccessPointArn, AccessPointName> _found = new();

    /// <summary>Finds the name, or gives up after two seconds: it is good to have, and nobody waits long for it.</summary>
    /// <param name="arn">The ARN, in either spelling.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The name; null when the account has no such access point, or when it cannot be asked.</returns>
    public async Task<AccessPointName?> FindAsync(string arn, CancellationToken cancellationToken)
    {
        if (!AccessPointArn.Parse(arn).TryGet(out var parsed))
        {
            return null;
        }

        if (!_found.ContainsKey(parsed))
        {
            await ReadAsync(cancellationToken);
        }

        return _found.TryGetValue(parsed, out var name) ? name : null;
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(s_patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            if (!(await list.ExecuteAsync(either.Token)).TryGet(out var accessPoints, out _))
            {
                return;
            }

            if (_found.Count + accessPoints.Length > MaxKept)
            {
                _found.Clear();
            }

            foreach (var accessPoint in accessPoints)
            {
                _found[accessPoint.Arn] = accessPoint.Name;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It took too long: the name stays unknown.
        }
    }
}
