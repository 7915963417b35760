using System.Globalization;
using System.Text;
using Mrap.Policy.Model;

namespace Mrap.Policy.Checks.Statements;

/// <summary>How large a policy is against the largest that AWS takes where it is attached.</summary>
/// <param name="Used">How much of the limit it uses, in the unit of the quota.</param>
/// <param name="Quota">The limit and what counts towards it.</param>
public sealed record PolicySize(int Used, PolicyQuota Quota)
{
    /// <summary>Whether the policy is larger than the limit.</summary>
    public bool IsExceeded => Used > Quota.Limit;

    /// <summary>Measures a policy.</summary>
    /// <param name="text">The text as it is sent.</param>
    /// <param name="kind">Where it is attached.</param>
    /// <returns>Its size.</returns>
    public static PolicySize Of(string text, PolicyKind kind)
    {
        ArgumentNullException.ThrowIfNull(text);
        var quota = PolicyQuotas.Of(kind);
        return new PolicySize(Count(text, quota.Counts), quota);
    }

    /// <summary>The size in words, such as `1,234 of 20,480 bytes`.</summary>
    /// <returns>The words.</returns>
    public override string ToString()
    {
        var unit = Quota.Counts == SizeUnit.Bytes ? "bytes" : "characters";
        return string.Create(CultureInfo.InvariantCulture, $"{Used:N0} of {Quota.Limit:N0} {unit}");
    }

    private static int Count(string text, SizeUnit unit) => unit switch
    {
        SizeUnit.Bytes => Encoding.UTF8.GetByteCount(text),
        SizeUnit.Characters => text.Length,
        SizeUnit.CharactersWithoutBlanks => text.Count(c => c is not (' ' or '\t' or '\r' or '\n')),
    };
}
