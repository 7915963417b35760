using System.Net;
using Amazon.S3.Model;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Control = Amazon.S3Control.Model;

namespace Mrap.Aws.Policies;

/// <summary>Reads everything that decides who gets in through an access point.</summary>
/// <param name="getPolicy">Reads the policies of the access point.</param>
public sealed class GetPermissions(AwsClients clients, GetPolicy getPolicy)
{
    private const string NoPolicy = "NoSuchBucketPolicy";

    /// <summary>
    /// Reads the policies and Block Public Access of the access point, its buckets and the accounts that own them, all at once.
    /// </summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>What could be read; a part that could not carries its fault.</returns>
    public async Task<AccessPointPermissions> ExecuteAsync(AccessPoint accessPoint, CancellationToken cancellationToken)
    {
        var policy = getPolicy.ExecuteAsync(accessPoint, cancellationToken);
        var accounts = accessPoint.Members
            .Select(member => member.BucketAccount)
            .Where(account => account != accessPoint.Owner)
            .Distinct()
            .Prepend(accessPoint.Owner)
            .Select(account => ReadAccountAsync(account, cancellationToken))
            .ToList();
        var buckets = accessPoint.Members.Select(member => ReadBucketAsync(member, cancellationToken)).ToList();
        return new AccessPointPermissions(accessPoint, await policy, [.. await Task.WhenAll(accounts)], [.. await Task.WhenAll(buckets)]);
    }

    /// <summary>Reads the policy of one bucket.</summary>
    /// <param name="member">The bucket.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The policy, or why it could not be read.</returns>
    public async Task<Outcome<BucketPolicy>> ReadBucketPolicyAsync(MemberBucket member, CancellationToken cancellationToken)
    {
        var whatFailed = $"The policy of the bucket `{member.Bucket}` could not be read.";
        var request = new GetBucketPolicyRequest { BucketName = member.Bucket.Value };
        var answer =
            await AwsCall.InvokeAsync(whatFailed, () => clients.S3(member.Region).GetBucketPolicyAsync(request, cancellationToken));
        if (!answer.TryGet(out var got, out var fault))
        {
            return fault.Code == NoPolicy ? new BucketPolicy(Text: null) : fault;
        }

        // The SDK hands out the text of a 404 as if it were the policy.
        if (got.HttpStatusCode == HttpStatusCode.NotFound)
        {
            var missing = AwsFaults.NotFound(whatFailed, got.Policy);
            return missing.Code == NoPolicy ? new BucketPolicy(Text: null) : missing;
        }

        return new BucketPolicy(string.IsNullOrWhiteSpace(got.Policy) ? null : got.Policy);
    }

    /// <summary>Reads what one bucket permits.</summary>
    /// <param name="member">The bucket.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>What could be read; a part that could not carries its fault.</returns>
    public async Task<BucketPermissions> ReadBucketAsync(MemberBucket member, CancellationToken cancellationToken)
    {
        var policy = ReadBucketPolicyAsync(member, cancellationToken);
        return new BucketPermissions(member, await ReadBlockAsync(member, cancellationToken), await policy);
    }

    /// <summary>Reads Block Public Access of one bucket.</summary>
    /// <param name="member">The bucket.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The four switches, or why they could not be read.</returns>
    public async Task<Outcome<BlockPublicAccess>> ReadBlockAsync(MemberBucket member, CancellationToken cancellationToken)
    {
        var request = new GetPublicAccessBlockRequest { BucketName = member.Bucket.Value };
        var answer = await AwsCall.InvokeAsync(
            $"Block Public Access of the bucket `{member.Bucket}` could not be read.",
            () => clients.S3(member.Region).GetPublicAccessBlockAsync(request, cancellationToken));
        var found = answer.IsSuccess ? answer.Value.PublicAccessBlockConfiguration : null;
        return Block(
            answer.Fault, found?.BlockPublicAcls, found?.IgnorePublicAcls, found?.BlockPublicPolicy, found?.RestrictPublicBuckets);
    }

    private async Task<AccountBlock> ReadAccountAsync(AccountId account, CancellationToken cancellationToken)
    {
        var request = new Control.GetPublicAccessBlockRequest { AccountId = account.Value };
        var answer = await AwsCall.InvokeAsync(
            $"Block Public Access of the account `{account}` could not be read.",
            () => clients.Control(RegionCatalog.Management).GetPublicAccessBlockAsync(request, cancellationToken));
        var found = answer.IsSuccess ? answer.Value.PublicAccessBlockConfiguration : null;
        return new AccountBlock(
            account,
            Block(answer.Fault, found?.BlockPublicAcls, found?.IgnorePublicAcls, found?.BlockPublicPolicy, found?.RestrictPublicBuckets));
    }

    private static Outcome<BlockPublicAccess> Block(
        AwsFault? fault, bool? blockAcls, bool? ignoreAcls, bool? blockPolicy, bool? restrict) => fault switch
        {
            null => new BlockPublicAccess(blockAcls ?? false, ignoreAcls ?? false, blockPolicy ?? false, restrict ?? false),
            { Code: "NoSuchPublicAccessBlockConfiguration" } => BlockPublicAccess.AllOff,
            _ => fault,
        };
}
