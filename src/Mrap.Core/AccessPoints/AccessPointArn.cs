using Mrap.Policy.Arns;
using Mrap.Policy.Text;

namespace Mrap.Core.AccessPoints;

/// <summary>
/// The ARN of an access point, <c>arn:aws:s3::{account}:accesspoint/{alias}</c>: the Region field is empty (AWS page "Using Multi-Region
/// Access Points with supported API operations").
/// </summary>
/// <remarks>
/// Both spellings, <c>accesspoint/</c> and <c>accesspoint:</c>, are read; the first is written.
/// </remarks>
public readonly record struct AccessPointArn
{
    private const string ResourceType = "accesspoint";

    /// <summary>Names an access point by what its ARN holds.</summary>
    /// <param name="partition">The partition, such as <c>aws</c>.</param>
    /// <param name="account">The account that owns the access point.</param>
    public AccessPointArn(string partition, AccountId account, AccessPointAlias alias)
    {
        Partition = partition;
        Account = account;
        Alias = alias;
    }

    /// <summary>The partition, such as <c>aws</c>.</summary>
    public string Partition { get; }

    /// <summary>The account that owns the access point.</summary>
    public AccountId Account { get; }

    /// <summary>The alias.</summary>
    public AccessPointAlias Alias { get; }

    /// <summary>Reads an access point ARN in either spelling. An object ARN is refused.</summary>
    /// <returns>The ARN or the broken rule.</returns>
    public static Parsed<AccessPointArn> Parse(string? text)
    {
        if (!Arn.Parse(text).TryGet(out var arn) || arn.Service is not "s3")
        {
            return Parsed.Failed<AccessPointArn>("must look like `arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap`");
        }

        if (arn.Partition is not ("aws" or "aws-cn" or "aws-us-gov"))
        {
            return Parsed.Failed<AccessPointArn>($"`{DisplayText.Truncate(arn.Partition.ToString())}` is not a partition");
        }

        if (!arn.Region.IsEmpty)
        {
            return Parsed.Failed<AccessPointArn>($"must have no Region, but names `{DisplayText.Truncate(arn.Region.ToString())}`");
        }

        var resource = arn.Resource;
        if (
            resource.Length <= ResourceType.Length
                || !resource.StartsWith(ResourceType, StringComparison.Ordinal)
                || resource[ResourceType.Length] is not ('/' or ':'))
        {
            return Parsed.Failed<AccessPointArn>("must name an `accesspoint/`");
        }

        var account = AccountId.Parse(arn.Account.ToString());
        var alias = AccessPointAlias.Parse(resource[(ResourceType.Length + 1)..].ToString());
        return account.IsValid && alias.IsValid
            ? Parsed.Ok<AccessPointArn>(new AccessPointArn(arn.Partition.ToString(), account.Value, alias.Value))
            : Parsed.Failed<AccessPointArn>([.. account.Faults, .. alias.Faults]);
    }

    /// <summary>The ARN in its canonical spelling.</summary>
    /// <returns>Such as <c>arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap</c>.</returns>
    public override string ToString() => $"arn:{Partition}:s3::{Account}:{ResourceType}/{Alias}";
}
