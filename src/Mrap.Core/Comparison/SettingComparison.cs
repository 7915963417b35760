using System.Collections.Immutable;
using Mrap.Core.Facts;

namespace Mrap.Core.Comparison;

/// <summary>One setting of several buckets, side by side.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Values">What each bucket has, as texts that are equal when the settings are; an empty text is nothing set.</param>
public sealed record SettingComparison(BucketSetting Setting, ImmutableArray<Fact<string>> Values)
{
    /// <summary>How each bucket stands to the others, in their order.</summary>
    public ImmutableArray<ParityVerdict> Verdicts
    {
        get
        {
            var sizes = Values.OfType<Fact<string>.Known>().CountBy(known => known.Value, StringComparer.Ordinal).ToList();
            var most = sizes.Count == 0 ? 0 : sizes.Max(size => size.Value);
            var usual = sizes.Where(size => size.Value == most).ToList();
            return
            [
                .. Values.Select(value => value switch
                {
                    Fact<string>.Known when usual.Count > 1 => ParityVerdict.Split,
                    Fact<string>.Known known => known.Value == usual[0].Key ? ParityVerdict.Same : ParityVerdict.Odd,
                    _ => ParityVerdict.Unknown,
                }),
            ];
        }
    }

    /// <summary>Whether two buckets are known to differ.</summary>
    public bool Differs => Verdicts.Any(verdict => verdict is ParityVerdict.Odd or ParityVerdict.Split);

    /// <inheritdoc/>
    public bool Equals(SettingComparison? other) =>
        other is not null && Setting == other.Setting && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Setting.GetHashCode();
}
