using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Xml.Linq;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3Control;

/// <content>Reads what requests ask for.</content>
internal sealed partial class AsyncRequests
{
    private static (string ClientToken, XElement Details) Read(ControlCall call, string root)
    {
        var document = XmlBody.Parse(call.Body, root);
        var token = document.Require("ClientToken").Value;
        return token.Length is >= 1 and <= MaxClientToken && !token.Any(char.IsWhiteSpace)
            ? (token, document.Require("Details"))
            : throw ServiceErrors.InvalidRequest($"ClientToken must have 1 to {MaxClientToken} characters and no white space.");
    }

    private static AccessPointName Name(XElement details)
    {
        var parsed = AccessPointName.Parse(details.Require("Name").Value);
        return parsed.TryGet(out var name) ? name : throw ServiceErrors.InvalidRequest($"The name {string.Join(" and ", parsed.Faults)}.");
    }

    private static RequestedBucket ReadBucket(XElement region)
    {
        var bucket = region.Require("Bucket").Value;
        if (bucket.Length is < 3 or > 255)
        {
            throw ServiceErrors.InvalidRequest("Bucket must have 3 to 255 characters.");
        }

        var account = region.One("BucketAccountId")?.Value;
        return account is null || AccountId.Parse(account).IsValid
            ? new RequestedBucket(bucket, account)
            : throw ServiceErrors.InvalidRequest("BucketAccountId must be an account number of 12 digits.");
    }

    // A bucket of another account must be named with that account.
    private BucketLocation? Locate(RequestedBucket requested, AccountId caller) =>
        BucketName.Parse(requested.Bucket).TryGet(out var name)
        && stores.FindBucket(name) is { } location
        && location.Bucket.Owner.Value == (requested.BucketAccountId ?? caller.Value)
            ? location
            : null;

    private AccessPointRecord Require(AccountId account, AccessPointName name) =>
        state.Find(account, name) ?? throw ServiceException.Of(AccessPointFaults.NoSuchAccessPoint());

    private ServiceFault? Changing(AccountId account, AccessPointName name) =>
        state.IsChanging(account, name) ? AccessPointFaults.ModifiedByAnotherRequest() : null;

    private static ImmutableArray<RegionId> Regions(AccessPointRecord record) => [.. record.Point.Members.Select(member => member.Region)];

    private static FrozenSet<RegionId> EnabledOptIn(SandboxOptions options) =>
        RegionCatalog.Commercial.Where(region => region.IsOptIn && !options.DisabledRegions.Contains(region.Id.Value))
            .Select(region => region.Id)
            .ToFrozenSet();
}
