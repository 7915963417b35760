using System.Collections.Immutable;
using Mrap.Aws.Faults;
using Mrap.Aws.Settings;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;

namespace Mrap.Aws.Comparison;

/// <summary>Puts the settings of an access point's buckets side by side.</summary>
/// <param name="table">The settings.</param>
public sealed class CompareSettings(SettingTable table)
{
    /// <summary>Reads every setting of every bucket at once.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>One comparison for each setting, with a value for each member in their order; what could not be read says why.</returns>
    public async Task<ImmutableArray<SettingComparison>> ExecuteAsync(AccessPoint accessPoint, CancellationToken cancellationToken) =>
        [.. await Task.WhenAll(table.All.Select(access => CompareAsync(access, accessPoint, cancellationToken)))];

    /// <summary>Why a setting cannot be given to another bucket.</summary>
    /// <returns>A sentence; null when it can.</returns>
    public string? WhyNotCopied(BucketSetting setting) => table.Of(setting).WhyNot;

    private static async Task<SettingComparison> CompareAsync(
        SettingAccess access, AccessPoint accessPoint, CancellationToken cancellationToken)
    {
        var values = await Task.WhenAll(accessPoint.Members.Select(member => access.ReadAsync(member, cancellationToken)));
        return new SettingComparison(access.Setting, [.. values.Select(value => value.ToFact(found => found.Text))]);
    }
}
