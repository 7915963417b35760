using Mrap.Aws.Authorization;

namespace Mrap.Aws.Activity;

/// <summary>What a change does, to what, from what and to what.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Target">What it is done to, as <see cref="TargetKind"/> says.</param>
/// <param name="AccessPoint">The name of the access point that it concerns; null when none is, or when only its ARN is known.</param>
/// <param name="Before">What stood there, such as a policy or routes; null for nothing or not known.</param>
/// <param name="After">What shall stand there; null for nothing.</param>
public sealed record Change(ChangeAction Action, string Target, string? AccessPoint, string? Before, string? After)
{
    /// <summary>The most characters kept of <see cref="Before"/> and of <see cref="After"/>; longer texts are cut and end with an
    /// ellipsis.</summary>
    public const int MaxText = 64 * 1024;

    /// <summary>What stood there; at most <see cref="MaxText"/> characters.</summary>
    public string? Before { get; } = Bound(Before);

    /// <summary>What shall stand there; at most <see cref="MaxText"/> characters.</summary>
    public string? After { get; } = Bound(After);

    private static string? Bound(string? text)
    {
        if (text is null or { Length: <= MaxText })
        {
            return text;
        }

        var length = char.IsHighSurrogate(text[MaxText - 2]) ? MaxText - 2 : MaxText - 1;
        return $"{text.AsSpan(0, length)}…";
    }
}
