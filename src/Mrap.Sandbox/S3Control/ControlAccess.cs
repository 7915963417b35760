using System.Diagnostics;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Authorization;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3Control;

/// <summary>Asks whether a caller may carry out an S3 Control operation (AWS page "Actions, resources, and condition keys
/// for Amazon S3").</summary>
internal sealed class ControlAccess(ServiceAuthorizer authorizer, ControlState state)
{
    /// <summary>
    /// Lets a call through whose path says what it is about; those that name an access point in their body are let pass here.
    /// </summary>
    /// <exception cref="ServiceException">The call is denied.</exception>
    public void Require(ControlCall call)
    {
        var resource = call.Operation.Resource switch
        {
            ControlResource.NameInBody => null,
            ControlResource.TokenInPath => call.Argument,
            ControlResource.NameInPath => ArnOf(call.Account, call.Argument),
            ControlResource.ArnInPath => AccessPointArn.Parse(call.Argument).TryGet(out var arn) ? arn.ToString() : call.Argument,
            ControlResource.Account => "*",
            _ => throw new UnreachableException(),
        };
        if (resource is not null)
        {
            Require(call, call.Operation.Action, resource);
        }
    }

    /// <summary>Lets a call through that names an access point in its body.</summary>
    /// <exception cref="ServiceException">The call is denied.</exception>
    public void Require(ControlCall call, AccessPointName name) => Require(call, call.Operation.Action, ArnOf(call.Account, name.Value));

    /// <summary>Lets a call through that needs a further action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="resource">The ARN, or <c>*</c> for an action that has no resource.</param>
    /// <exception cref="ServiceException">The call is denied.</exception>
    public void Require(ControlCall call, string action, string resource) =>
        authorizer.Require(call.Exchange, call.Caller, action, resource, call.Account);

    // One that is not there has no alias yet: policies can only match its name.
    private string ArnOf(AccountId account, string nameText) =>
        AccessPointName.Parse(nameText).TryGet(out var name) && state.Find(account, name) is { } record
            ? record.ArnText
            : $"arn:aws:s3::{account}:accesspoint/{nameText}";
}
