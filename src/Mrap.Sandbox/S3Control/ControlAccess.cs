using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Authorization;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.S3.Authorization;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3Control;

/// <summary>Asks whether a caller may carry out an S3 Control operation.</summary>
internal sealed class ControlAccess(ServiceAuthorizer authorizer, ControlState state)
{
    /// <summary>
    /// Lets a call through whose path says what it is about, or nothing needs to; those that name an access point in their body are let
    /// pass here.
    /// </summary>
    /// <exception cref="ServiceException">The call is denied.</exception>
    public void Require(ControlCall call, ControlOperation operation)
    {
        var resource = operation switch
        {
            ControlOperation.CreateMultiRegionAccessPoint or ControlOperation.DeleteMultiRegionAccessPoint
                or ControlOperation.PutMultiRegionAccessPointPolicy => null,
            ControlOperation.DescribeMultiRegionAccessPointOperation => call.Argument,
            ControlOperation.GetMultiRegionAccessPoint or ControlOperation.GetMultiRegionAccessPointPolicy
                or ControlOperation.GetMultiRegionAccessPointPolicyStatus =>
                ArnOf(call.Account, call.Argument),
            ControlOperation.GetMultiRegionAccessPointRoutes or ControlOperation.SubmitMultiRegionAccessPointRoutes =>
                AccessPointArn.Parse(call.Argument).TryGet(out var arn) ? arn.ToString() : call.Argument,
            ControlOperation.ListMultiRegionAccessPoints or ControlOperation.GetPublicAccessBlock or ControlOperation.PutPublicAccessBlock
                or ControlOperation.DeletePublicAccessBlock => "*",
            _ => throw new ArgumentOutOfRangeException(nameof(operation)),
        };
        if (resource is not null)
        {
            Require(call, ActionOf(operation), resource);
        }
    }

    /// <summary>Lets a call through that names an access point in its body.</summary>
    /// <exception cref="ServiceException">The call is denied.</exception>
    public void Require(ControlCall call, ControlOperation operation, AccessPointName name)
    {
        Require(call, ActionOf(operation), ArnOf(call.Account, name.Value));
        if (operation == ControlOperation.CreateMultiRegionAccessPoint)
        {
            Require(call, BucketActions.ListAllMine, "*");
        }
    }

    private void Require(ControlCall call, string action, string resource) =>
        authorizer.Require(call.Exchange, call.Caller, action, resource, call.Account);

    // One that is not there has no alias yet: policies can only match its name.
    private string ArnOf(AccountId account, string nameText) =>
        AccessPointName.Parse(nameText).TryGet(out var name) && state.Find(account, name) is { } record
            ? record.ArnText
            : $"arn:aws:s3::{account}:accesspoint/{nameText}";

    private static string ActionOf(ControlOperation operation) => operation switch
    {
        ControlOperation.GetPublicAccessBlock => "s3:GetAccountPublicAccessBlock",
        ControlOperation.PutPublicAccessBlock or ControlOperation.DeletePublicAccessBlock => "s3:PutAccountPublicAccessBlock",
        _ => "s3:" + operation,
    };
}
