using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Mrap.Web.Hosting;

namespace Mrap.Web.Tests.Hosting;

public sealed class CircuitOriginTests
{
    [Theory]
    [InlineData("/_blazor", "localhost:5080", null, null, 200)]
    [InlineData("/_blazor", "localhost:5080", "http://localhost:5080", "same-origin", 200)]
    [InlineData("/_blazor/negotiate", "console.example", "https://console.example", null, 200)]
    [InlineData("/_blazor/negotiate", "console.example:443", "https://console.example", null, 200)]
    [InlineData("/_blazor", "localhost:5080", "http://evil.example", null, 403)]
    [InlineData("/_blazor/negotiate", "localhost:5080", "http://localhost:8080", null, 403)]
    [InlineData("/_BLAZOR/negotiate", "localhost:5080", "http://evil.example", null, 403)]
    [InlineData("/_blazor", "localhost:5080", "null", null, 403)]
    [InlineData("/_blazor", "localhost:5080", "file://localhost:5080", null, 403)]
    [InlineData("/_blazor", "localhost:5080", "http://localhost:5080", "cross-site", 403)]
    [InlineData("/_blazor", "localhost:5080", null, "same-site", 403)]
    [InlineData("/access-points", "localhost:5080", "http://evil.example", "cross-site", 200)]
    public async Task Request_ToTheCircuits_ComesFromTheConsolesOwnPages(
        string path, string host, string? origin, string? site, int status)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        app.UseCircuitOrigin();
        app.Run(_ => Task.CompletedTask);
        var context = new DefaultHttpContext { RequestServices = services };
        (context.Request.Path, context.Request.Host) = (path, new HostString(host));
        context.Request.Headers.Origin = origin;
        context.Request.Headers["Sec-Fetch-Site"] = site;

        await app.Build()(context);

        context.Response.StatusCode.ShouldBe(status);
    }
}
