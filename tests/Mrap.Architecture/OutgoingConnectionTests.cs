using System.Net;
using System.Net.Sockets;

namespace Mrap.Architecture;

/// <summary>The sandbox answers and never calls: nothing in it can open a connection or look a name up.</summary>
public sealed class OutgoingConnectionTests
{
    // what opens connections, or asks others for names; listening is Kestrel's
    private static readonly string[] s_namespaces =
        ["System.Net.Http.", "System.Net.Mail.", "System.Net.WebSockets.Client", "System.Net.Quic.", "System.Net.NetworkInformation."];

    private static readonly string[] s_types =
    [
        "System.Net.Sockets.Socket", "System.Net.Sockets.TcpClient", "System.Net.Sockets.UdpClient", "System.Net.Sockets.NetworkStream",
        "System.Net.WebClient", "System.Net.WebRequest", "System.Net.HttpWebRequest", "System.Net.FtpWebRequest", "System.Net.Dns",
        "System.Net.WebSockets.ClientWebSocket", "System.IO.Pipes.NamedPipeClientStream", "System.Diagnostics.Process",
    ];

    private static readonly string[] s_assemblies = ["System.Net.Http", "System.Net.Requests", "System.Net.NameResolution", "AWSSDK.Core"];

    [Fact]
    public void Sandbox_Compiled_HasNoOutgoingConnection()
    {
        using var sandbox = Room.Open("Mrap.Sandbox");

        Callers(sandbox).ShouldBeEmpty();
        sandbox.References.Intersect(s_assemblies).ShouldBeEmpty();
    }

    [Fact]
    public void OutgoingConnection_Compiled_IsFoundOut()
    {
        // this test project calls on purpose: the rule must see it
        using var client = new HttpClient();
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        _ = Dns.GetHostName();
        using var self = Room.Open("Mrap.Architecture");

        Callers(self).ShouldBe(["System.Net.Http.HttpClient", "System.Net.Sockets.Socket", "System.Net.Dns"], ignoreOrder: true);
    }

    private static IEnumerable<string> Callers(Room room) => room.ForeignTypes.Where(type =>
        s_types.Contains(type) || s_namespaces.Any(prefix => type.StartsWith(prefix, StringComparison.Ordinal)));
}
