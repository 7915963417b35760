using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3Control;

/// <summary>The three asynchronous operations, and the one that tells how they fare (AWS page "CreateMultiRegionAccessPoint").</summary>
internal sealed partial class AsyncRequests(
    ControlAccess access, ControlState state, RegionStores stores, AccessPointPolicies policies, SandboxOptions options,
    TimeProvider time) : IControlOperations
{
    private const int MaxClientToken = 64;
    private readonly FrozenSet<RegionId> _enabledOptIn = EnabledOptIn(options);

    /// <inheritdoc/>
    public ImmutableArray<ControlOperation> Operations =>
    [
        new("CreateMultiRegionAccessPoint", "POST", new("/async-requests/mrap/create"))
        {
            Resource = ControlResource.NameInBody,
            Handler = CreateAsync,
        },
        new("DeleteMultiRegionAccessPoint", "POST", new("/async-requests/mrap/delete"))
        {
            Resource = ControlResource.NameInBody,
            Handler = DeleteAsync,
        },
        new("PutMultiRegionAccessPointPolicy", "POST", new("/async-requests/mrap/put-policy"))
        {
            Resource = ControlResource.NameInBody,
            Handler = PutPolicyAsync,
        },
        new("DescribeMultiRegionAccessPointOperation", "GET", new("/async-requests/mrap/{name+}"))
        {
            Resource = ControlResource.TokenInPath,
            Handler = DescribeAsync,
        },
    ];

    /// <summary>Accepts the creation of an access point. What is wrong with its name or its buckets only fails the operation.</summary>
    /// <exception cref="ServiceException">The request is refused at once.</exception>
    private Task CreateAsync(ControlCall call)
    {
        var (token, details) = Read(call, "CreateMultiRegionAccessPointRequest");
        var name = Name(details);
        access.Require(call, name);
        access.Require(call, BucketActions.ListAllMine, "*");
        var block = details.One("PublicAccessBlock") is { } element ? PublicAccessBlockDocument.Read(element) : BlockPublicAccess.AllOn;
        var buckets = details.Require("Regions").Elements().Select(ReadBucket).ToImmutableArray();
        var request = new AsyncRequest(block, buckets, null);
        return AnswerAsync(call, "CreateMultiRegionAccessPointResult", Once(call, AsyncOperationKind.Create, name, token, request, hash =>
        {
            var located = buckets.Select(bucket => (Requested: bucket, Location: Locate(bucket, call.Account))).ToImmutableArray();
            var proposal = new CreateProposal(
                name,
                [
                    .. located.Select(
                        pair =>
                            new ProposedBucket(
                                BucketName.Parse(pair.Requested.Bucket).TryGet(out var bucket) ? bucket : default, pair.Location?.Region))],
                state.List(call.Account).Length,
                state.Find(call.Account, name) is not null,
                _enabledOptIn);
            var finding = AccessPointRules.CheckCreate(proposal).FirstOrDefault();
            if (finding is { IsAsynchronous: false })
            {
                throw ServiceException.Of(finding.Fault);
            }

            var members = located
                .Where(pair => pair.Location is not null)
                .Select(pair => new MemberBucket(pair.Location!.Bucket.Name, pair.Location.Region, pair.Location.Bucket.Owner))
                .ToImmutableArray();
            return state.AcceptCreate(
                new NewOperation(call.Account, name, [.. members.Select(member => member.Region)], finding?.Fault, token, hash, request),
                members);
        }));
    }

    /// <summary>Accepts the deletion of an access point.</summary>
    /// <exception cref="ServiceException">The request is refused at once.</exception>
    private Task DeleteAsync(ControlCall call)
    {
        var (token, details) = Read(call, "DeleteMultiRegionAccessPointRequest");
        var name = Name(details);
        access.Require(call, name);
        return AnswerAsync(
            call, "DeleteMultiRegionAccessPointResult", Once(call, AsyncOperationKind.Delete, name, token, AsyncRequest.NameOnly, hash =>
        {
            var record = Require(call.Account, name);
            var outcome = AccessPointRules.CheckDelete(record.Point.Status) ?? Changing(call.Account, name);
            return state.AcceptDelete(new NewOperation(call.Account, name, Regions(record), outcome, token, hash, AsyncRequest.NameOnly));
        }));
    }

    /// <summary>Accepts a new policy for an access point.</summary>
    /// <exception cref="ServiceException">The request is refused at once.</exception>
    private Task PutPolicyAsync(ControlCall call)
    {
        var (token, details) = Read(call, "PutMultiRegionAccessPointPolicyRequest");
        var name = Name(details);
        access.Require(call, name);
        var request = new AsyncRequest(null, [], details.Require("Policy").Value);
        return AnswerAsync(
            call, "PutMultiRegionAccessPointPolicyResult", Once(call, AsyncOperationKind.PutPolicy, name, token, request, hash =>
        {
            var record = Require(call.Account, name);
            if (policies.Refuse(request.Policy!, record.Point, call.Caller.Arn) is { } refusal)
            {
                throw ServiceException.Of(refusal);
            }

            var outcome = AccessPointRules.CheckPutPolicy(record.Point.Status) ?? Changing(call.Account, name)
                ?? policies.Fail(request.Policy!, record.Point);
            return state.AcceptPolicy(new NewOperation(call.Account, name, Regions(record), outcome, token, hash, request));
        }));
    }

    /// <summary>Tells how far an operation is.</summary>
    /// <exception cref="ServiceException">There is no such operation in the account.</exception>
    private Task DescribeAsync(ControlCall call)
    {
        if (
            !OperationTokenArn.Parse(call.Argument).TryGet(out var token)
                || token.Account != call.Account
                || state.Find(token) is not { } record)
        {
            throw ServiceException.Of(AccessPointFaults.NoSuchAsyncRequest());
        }

        var operation = record.At(time.GetUtcNow());
        return call.AnswerAsync("DescribeMultiRegionAccessPointOperationResult", xml => xml.Group("AsyncOperation", () =>
        {
            xml.Element("CreationTime", operation.CreatedAt);
            xml.Element("Operation", operation.Kind.ToOperationName());
            xml.Element("RequestTokenARN", operation.Token.ToString());
            xml.Group("RequestParameters", () => WriteParameters(xml, operation, record.Request));
            xml.Element("RequestStatus", operation.Status.ToWire());
            if (operation.Status != AsyncOperationStatus.New)
            {
                xml.Group("ResponseDetails", () => WriteDetails(xml, call, operation));
            }
        }));
    }

    private static void WriteParameters(XmlWriter xml, AsyncOperation operation, AsyncRequest request) =>
        xml.Group(operation.Kind.ToOperationName() + "Request", () =>
    {
        xml.Element("Name", operation.AccessPoint.Value);
        if (request.BlockPublicAccess is { } block)
        {
            xml.Group("PublicAccessBlock", () => PublicAccessBlockDocument.WriteTo(xml, block));
            xml.Group("Regions", () =>
            {
                foreach (var bucket in request.Buckets)
                {
                    xml.Group("Region", () =>
                    {
                        xml.Element("Bucket", bucket.Bucket);
                        if (bucket.BucketAccountId is { } account)
                        {
                            xml.Element("BucketAccountId", account);
                        }
                    });
                }
            });
        }

        if (request.Policy is { } policy)
        {
            xml.Element("Policy", policy);
        }
    });

    private static void WriteDetails(XmlWriter xml, ControlCall call, AsyncOperation operation)
    {
        xml.Group("MultiRegionAccessPointDetails", () => xml.Group("Regions", () =>
        {
            foreach (var progress in operation.Regions)
            {
                xml.Group("Region", () =>
                {
                    xml.Element("Name", progress.Region.Value);
                    xml.Element("RequestStatus", progress.Status.ToWire());
                });
            }
        }));
        if (operation.Fault is { } fault)
        {
            xml.Group("ErrorDetails", () =>
            {
                xml.Element("Code", fault.Code);
                xml.Element("Message", fault.Message);
                xml.Element("Resource", operation.AccessPoint.Value);
                xml.Element("RequestId", call.Exchange.Ids.RequestId);
            });
        }
    }

    // A repeated request gets the token of the first; one that differs is refused. Nothing comes between the check and the acceptance.
    private OperationTokenArn Once(
        ControlCall call, AsyncOperationKind kind, AccessPointName name, string clientToken, AsyncRequest request,
        Func<string, OperationTokenArn> accept)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{name}\n{ControlText.Of(request)}")));
        return state.InTransaction(() => state.FindByClientToken(call.Account, clientToken) switch
        {
            null => accept(hash),
            var earlier when earlier.RequestHash == hash => earlier.Accepted.Token,
            _ => throw ServiceException.Of(AccessPointFaults.ClientTokenConflict()),
        });
    }

    private static Task AnswerAsync(ControlCall call, string root, OperationTokenArn token) =>
        call.AnswerAsync(root, xml => xml.Element("RequestTokenARN", token.ToString()));
}
