using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Identity;
using Mrap.Signing.Bodies;
using Mrap.Signing.Keys;

namespace Mrap.Sandbox.Tests.Identity;

public sealed class RequestBodyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chunks_OfAClosedBody_AreGivenBack()
    {
        var request = Request("5\r\nhello\r\n0\r\n\r\n");
        request.Headers["x-amz-decoded-content-length"] = "5";
        var body = Open(request, PayloadDeclaration.Streaming(SigningAlgorithm.V4, signed: false, trailer: true));

        await body.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(() => body.ReadAsync(new byte[5], Cancellation).AsTask());
        request.Body.CanRead.ShouldBeTrue();
    }

    [Fact]
    public async Task UnsignedBody_ThatIsClosed_LeavesTheRequestItsOwn()
    {
        var request = Request("hello");

        await Open(request, PayloadDeclaration.Unsigned).DisposeAsync();

        request.Body.CanRead.ShouldBeTrue();
    }

    private static HttpRequest Request(string body)
    {
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(System.Text.Encoding.ASCII.GetBytes(body));
        return request;
    }

    private static RequestBody Open(HttpRequest request, PayloadDeclaration payload) =>
        RequestBody.Open(request, new Authentication(new Caller.Anonymous(), payload, Chunks: null), TimeProvider.System);
}
