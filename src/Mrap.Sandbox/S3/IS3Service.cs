using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3;

/// <summary>Answers data-plane requests.</summary>
internal interface IS3Service
{
    /// <summary>Decides which S3 operation a request is, carries it out and writes the answer.</summary>
    /// <param name="request">The request, addressed and authenticated.</param>
    /// <returns>A task that ends when the answer is written.</returns>
    /// <exception cref="ServiceException">The request ends in an error answer, which the caller writes.</exception>
    Task HandleAsync(S3Request request);
}
