using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Amazon.S3Control.Model;
using Mrap.Aws.Faults;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Policy.Text;

namespace Mrap.Aws.Operations;

/// <summary>Explains why an asynchronous operation failed, and names the buckets it is about.</summary>
internal static class OperationFaults
{
    public static AwsFault Of(
        AsyncOperationKind kind, AccessPointName name, ImmutableArray<RequestedMember> members, AsyncErrorDetails? error)
    {
        var whatFailed = kind switch
        {
            AsyncOperationKind.Create => $"The access point `{name}` was not created.",
            AsyncOperationKind.Delete => $"The access point `{name}` was not deleted.",
            AsyncOperationKind.PutPolicy => $"The policy of `{name}` was not replaced.",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        var code = error?.Code ?? "InternalErrors";
        var (why, whatToDo) = Explanations.Of(code, status: 200, error?.Message ?? "The service gave no reason.");
        return new AwsFault(code, whatFailed, $"{why}{About(name, members, code, error)}", whatToDo, Status: 200, error?.RequestId);
    }

    // The service names buckets in its words or as the resource, in no form it promises.
    private static string About(
        AccessPointName name, ImmutableArray<RequestedMember> members, string code, AsyncErrorDetails? error)
    {
        var words = $"{error?.Message} {error?.Resource}";
        var named = members.Where(member => Names(words, member.Bucket.Value)).ToImmutableArray();
        if (named.IsEmpty)
        {
            named = [.. members.Where(member => member.Region is { } region && Names(words, region.Value))];
        }

        return named switch
        {
            [var one] => $" It is {one}{Owner(one)}.",
            { IsEmpty: false } => $" They are {string.Join(" and ", named)}.",
            _ when code == "NoSuchBucket" && !members.IsEmpty =>
                $" The service does not say which; it was asked for {string.Join(", ", members)}.",
            _ when error?.Resource is { Length: > 0 } resource && resource != name.Value => $" ({DisplayText.Truncate(resource)})",
            _ => string.Empty,
        };
    }

    private static string Owner(RequestedMember member) => member.Account is { } account ? $", asked for in account {account}" : "";

    // The whole name only: `media` is not named by "media-euw1", nor by "old.media".
    private static bool Names(string words, string name) =>
        Regex.IsMatch(
            words, $"(?<![a-z0-9.-]){Regex.Escape(name)}(?![a-z0-9-]|\\.[a-z0-9])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
