using System.Net;
using System.Net.Sockets;
using System.Text;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Hosting;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Network;

public sealed class ListenerTests
{
    [Theory]
    [InlineData("/bucket/a%zz")]
    [InlineData("/bucket/a%ff")]
    public async Task Target_ThatCannotBeRead_IsRefusedInS3Form(string target)
    {
        await using var sandbox = await SandboxFixture.StartAsync();

        var answer = await new SandboxClient(sandbox).SendAsync(new WireRequest("GET", target) { IsSigned = false });

        (answer.Status, answer.ErrorCode).ShouldBe((400, "InvalidURI"));
    }

    [Fact]
    public async Task Target_InAbsoluteForm_IsServedAsItsPath()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        await client.CreateBucketAsync("bucket", "us-east-1");
        var request = new WireRequest("GET",
        "/bucket?location")
        { Tamper = head => head.Replace("GET /", "GET http://localhost/", StringComparison.Ordinal) };

        (await client.SendAsync(request)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("CONNECT example.com:443 HTTP/1.1\r\n\r\n", "HTTP/1.1 502")]
    [InlineData("CONNECT ec2.us-east-1.amazonaws.com:443 HTTP/1.1\r\n\r\n", "HTTP/1.1 502")]
    [InlineData("CONNECT s3.amazonaws.com:443 HTTP/1.0\r\n\r\n", "HTTP/1.1 200")]
    [InlineData("CONNECT localhost:443 HTTP/1.1\r\nProxy-Authorization: Basic bm93aGVyZTp4\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("CONNECT localhost:443 HTTP/1.1\r\nProxy-Authorization: Basic bmctbGFnb3M6eA==\r\n\r\n", "HTTP/1.1 200")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 400")]
    public async Task Proxy_Asked_ConnectsToSimulatedNamesOnly(string head, string expected)
    {
        await using var sandbox = await SandboxFixture.StartAsync();

        (await ProxyAsync(sandbox, head)).ShouldStartWith(expected);
    }

    [Fact]
    public async Task Proxy_SentAnEndlessHead_RefusesIt()
    {
        await using var sandbox = await SandboxFixture.StartAsync();

        (await ProxyAsync(sandbox, "CONNECT " + new string('a', 20_000))).ShouldStartWith("HTTP/1.1 400");
    }

    [Fact]
    public async Task Start_OnABusyPort_NamesTheSetting()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;

        var fault = await Should.ThrowAsync<SandboxStartException>(() => SandboxFixture.StartAsync(options => options.ProxyPort = port));

        fault.Message.ShouldContain("Sandbox:ProxyPort");
    }

    [Fact]
    public async Task Start_OnABusyPortWhoseNumberBeginsWithTheOther_BlamesTheRightSetting()
    {
        TcpListener busy;
        int port;
        do
        {
            busy = new TcpListener(IPAddress.Loopback, 0);
            busy.Start();
            port = ((IPEndPoint)busy.LocalEndpoint).Port;
        }
        while (port < 10_250);

        using (busy)
        {
            var fault = await Should.ThrowAsync<SandboxStartException>(() => SandboxFixture.StartAsync(options =>
            {
                options.HttpPort = port / 10;
                options.ProxyPort = port;
            }));

            fault.Message.ShouldBe($"Sandbox:ProxyPort is {port}, but that port is in use by another process.");
        }
    }

    [Fact]
    public async Task Start_WithBadSettings_NamesEachOfThem()
    {
        var fault = await Should.ThrowAsync<SandboxStartException>(() => SandboxFixture.StartAsync(options =>
        {
            options.HttpPort = 70000;
            options.DefaultVantage = "nowhere";
            options.Principals.Add(
                new PrincipalOptions { AccountId = "1", UserName = "u", AccessKeyId = "short", SecretAccessKey = "s", Policies = ["["] });
        }));

        foreach (
            var key in (string[])[
                "Sandbox:HttpPort", "Sandbox:DefaultVantage", "Sandbox:Principals:0:AccountId", "Sandbox:Principals:0:AccessKeyId",
                "Sandbox:Principals:0:Policies:0"])
        {
            fault.Message.ShouldContain(key);
        }
    }

    [Fact]
    public async Task Start_OnADirectoryInUse_NamesTheSetting()
    {
        await using var first = await SandboxFixture.StartAsync();

        var fault = await Should.ThrowAsync<SandboxStartException>(() => SandboxHost.CreateAsync(first.Options));

        fault.Message.ShouldContain("Sandbox:DataDirectory");
    }

    [Fact]
    public async Task CertificateKey_Made_IsReadableByItsOwnerAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var sandbox = await SandboxFixture.StartAsync();

        File.GetUnixFileMode(Path.Combine(sandbox.Host.DataDirectory, "ca.key")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static async Task<string> ProxyAsync(SandboxFixture sandbox, string head)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, sandbox.Host.ProxyPort), TestContext.Current.CancellationToken);
        await socket.SendAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        var buffer = new byte[1024];
        return Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken));
    }
}
