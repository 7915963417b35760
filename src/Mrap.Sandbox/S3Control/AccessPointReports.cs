using System.Collections.Immutable;
using System.Xml;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3Control;

/// <summary>Get and List of access points, their policies and policy status.</summary>
internal sealed class AccessPointReports(ControlState state) : IControlOperations
{
    /// <inheritdoc/>
    public ImmutableArray<ControlOperation> Operations =>
    [
        new("GetMultiRegionAccessPoint", "GET", new("/mrap/instances/{name+}"))
        {
            Resource = ControlResource.NameInPath,
            Handler = GetAsync,
        },
        new("ListMultiRegionAccessPoints", "GET", new("/mrap/instances"))
        {
            Resource = ControlResource.Account,
            Handler = ListAsync,
        },
        new("GetMultiRegionAccessPointPolicy", "GET", new("/mrap/instances/{name+}/policy"))
        {
            Resource = ControlResource.NameInPath,
            Handler = GetPolicyAsync,
        },
        new("GetMultiRegionAccessPointPolicyStatus", "GET", new("/mrap/instances/{name+}/policystatus"))
        {
            Resource = ControlResource.NameInPath,
            Handler = GetPolicyStatusAsync,
        },
    ];

    /// <summary>Describes one access point.</summary>
    /// <exception cref="ServiceException">There is none of that name.</exception>
    private Task GetAsync(ControlCall call)
    {
        var record = Require(call);
        return call.AnswerAsync("GetMultiRegionAccessPointResult", xml => Write(xml, record.Point));
    }

    /// <summary>Describes all access points of the account, by name. There are never so many that they need pages.</summary>
    private Task ListAsync(ControlCall call)
    {
        var records = state.List(call.Account);
        return call.AnswerAsync("ListMultiRegionAccessPointsResult", xml => xml.Group("AccessPoints", () =>
        {
            foreach (var record in records)
            {
                Write(xml, record.Point);
            }
        }));
    }

    /// <summary>Gives the policy in force and the one on its way; neither when none was ever put.</summary>
    /// <exception cref="ServiceException">There is no access point of that name.</exception>
    private Task GetPolicyAsync(ControlCall call)
    {
        var record = Require(call);
        return call.AnswerAsync("GetMultiRegionAccessPointPolicyResult", xml => xml.Group("Policy", () =>
        {
            WritePolicy(xml, "Established", record.EstablishedPolicy);
            WritePolicy(xml, "Proposed", record.ProposedPolicy);
        }));
    }

    /// <summary>Tells whether the policy in force is public.</summary>
    /// <exception cref="ServiceException">There is no access point of that name.</exception>
    private Task GetPolicyStatusAsync(ControlCall call)
    {
        var record = Require(call);
        var isPublic = record.EstablishedPolicy is { } policy && AccessPointPolicies.IsPublic(policy);
        return call.AnswerAsync(
            "GetMultiRegionAccessPointPolicyStatusResult", xml => xml.Group("Established", () => xml.Element("IsPublic", isPublic)));
    }

    private AccessPointRecord Require(ControlCall call) =>
        AccessPointName.Parse(call.Argument).TryGet(out var name) && state.Find(call.Account, name) is { } record
            ? record
            : throw ServiceException.Of(AccessPointFaults.NoSuchAccessPoint());

    private static void WritePolicy(XmlWriter xml, string name, string? policy)
    {
        if (policy is not null)
        {
            xml.Group(name, () => xml.Element("Policy", policy));
        }
    }

    private static void Write(XmlWriter xml, AccessPoint point) => xml.Group("AccessPoint", () =>
    {
        xml.Element("Name", point.Name.Value);
        xml.Element("Alias", point.Alias.Value);
        xml.Element("CreatedAt", point.CreatedAt);
        xml.Group("PublicAccessBlock", () => PublicAccessBlockDocument.WriteTo(xml, point.BlockPublicAccess));
        xml.Element("Status", point.Status.ToWire());
        xml.Group("Regions", () =>
        {
            foreach (var member in point.Members)
            {
                xml.Group("Region", () =>
                {
                    xml.Element("Bucket", member.Bucket.Value);
                    xml.Element("Region", member.Region.Value);
                    xml.Element("BucketAccountId", member.BucketAccount.Value);
                });
            }
        });
    });
}
