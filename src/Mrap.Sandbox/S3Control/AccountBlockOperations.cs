using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Control;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3Control;

/// <summary>The Block Public Access of an account (S3 Control API Reference, "PutPublicAccessBlock").</summary>
internal sealed class AccountBlockOperations(AccountSettings settings) : IControlOperations
{
    /// <inheritdoc/>
    public ImmutableArray<ControlOperation> Operations =>
    [
        new("GetPublicAccessBlock", "GET", new("/configuration/publicAccessBlock"))
        {
            Action = "s3:GetAccountPublicAccessBlock",
            Regions = ControlRegions.All,
            Resource = ControlResource.Account,
            Handler = GetAsync,
        },
        new("PutPublicAccessBlock", "PUT", new("/configuration/publicAccessBlock"))
        {
            Action = "s3:PutAccountPublicAccessBlock",
            Regions = ControlRegions.All,
            Resource = ControlResource.Account,
            Handler = PutAsync,
        },
        new("DeletePublicAccessBlock", "DELETE", new("/configuration/publicAccessBlock"))
        {
            Action = "s3:PutAccountPublicAccessBlock",
            Regions = ControlRegions.All,
            Resource = ControlResource.Account,
            Handler = DeleteAsync,
        },
    ];

    /// <summary>Gives the setting.</summary>
    /// <exception cref="ServiceException">It is not set.</exception>
    private Task GetAsync(ControlCall call)
    {
        var block = settings.FindBlock(call.Account)
            ?? throw ServiceException.Of(
                404, "NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found",
                ("AccountId", call.Account.Value));
        return call.AnswerAsync(PublicAccessBlockDocument.Root, xml => PublicAccessBlockDocument.WriteTo(xml, block));
    }

    /// <summary>Sets it whole.</summary>
    private Task PutAsync(ControlCall call)
    {
        settings.SetBlock(call.Account, PublicAccessBlockDocument.ReadRequest(XmlBody.Parse(call.Body, PublicAccessBlockDocument.Root)));
        return Task.CompletedTask;
    }

    /// <summary>Removes it.</summary>
    private Task DeleteAsync(ControlCall call)
    {
        settings.SetBlock(call.Account, null);
        call.Exchange.Http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
