using System.Diagnostics;
using Mrap.Sandbox.S3.Operations;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Storage.Records;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3;

/// <summary>Does for an operation what has to be done before it, and has it carried out.</summary>
internal sealed class S3Service(BucketAccess access)
{
    /// <summary>Finds the bucket of a request, asks for access, carries the request out and writes the answer.</summary>
    /// <param name="request">The request, addressed, authenticated and recognised.</param>
    /// <exception cref="ServiceException">The request ends in an error answer, which the caller writes.</exception>
    public Task HandleAsync(S3Request request) => request.Operation.Handler switch
    {
        S3Handler.Permitted handler => HandleAsync(request, access.Find(request), handler),
        S3Handler.Deciding handler => handler.Serve(request, access.Find(request)),
        S3Handler.OfAccount handler => handler.Serve(request),
        _ => throw new UnreachableException(),
    };

    private Task HandleAsync(S3Request request, BucketRecord bucket, S3Handler.Permitted handler)
    {
        access.Require(request, bucket);
        return handler.Serve(request, bucket);
    }
}
