using System.Net;
using System.Net.Sockets;
using Mrap.Web.Components.AccessPoints.List;

namespace Mrap.Web.Tests.Pages;

/// <summary>Where the answer takes its time, a page says what it waits for.</summary>
public sealed class SlowServicePagesTests : SandboxPageContext
{
    private readonly TcpListener _listener;

    public SlowServicePagesTests()
        : this(Listening())
    {
    }

    private SlowServicePagesTests(TcpListener listener)
        : base(((IPEndPoint)listener.LocalEndpoint).Port) => _listener = listener;

    [Fact]
    public void List_SaysThatItIsLoading()
    {
        var page = Open<AccessPointsPage>("/access-points");

        page.ByRole("status", "Loading the access points");
        page.AllByRole("alert").ShouldBeEmpty();
    }

    protected override void Dispose(bool disposing)
    {
        _listener.Dispose();
        base.Dispose(disposing);
    }

    // Connections are taken, and never answered.
    private static TcpListener Listening()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }
}
