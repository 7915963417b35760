using System.Net.Sockets;
using System.Text;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Hosting;

namespace Mrap.Sandbox.Tests.Hosting;

public sealed class ExpectContinueTests
{
    [Fact]
    public async Task Error_BeforeABodyHeldBack_EndsTheConnection()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var directory = Directory.CreateTempSubdirectory("mrap-expect-").FullName;
        try
        {
            await using var sandbox = await SandboxHost.CreateAsync(
                new SandboxOptions { HttpPort = 0, ProxyPort = 0, DataDirectory = directory }, cancellation: cancellation);
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", sandbox.HttpPort, cancellation);
            await using var wire = client.GetStream();
            await wire.WriteAsync(
                "PUT /bucket/key HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n"u8.ToArray(),
                cancellation);

            using var answer = new StreamReader(wire, Encoding.ASCII);
            var head = new List<string>();
            while (await answer.ReadLineAsync(cancellation) is { Length: > 0 } line)
            {
                head.Add(line);
            }

            head[0].ShouldStartWith("HTTP/1.1 404");
            head.ShouldContain("Connection: close");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
