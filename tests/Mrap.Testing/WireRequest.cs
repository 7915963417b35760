using System.Text;
using Mrap.Signing.Bodies;
using Mrap.Signing.Keys;

namespace Mrap.Testing;

/// <summary>A request to send: exactly the target and headers given, then signed unless told otherwise.</summary>
public sealed record WireRequest(string Method, string Target)
{
    /// <summary>The Host header; AWS names keep their meaning although the connection goes to loopback.</summary>
    public string Host { get; init; } = "localhost";

    public byte[] Body { get; init; } = [];

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public bool IsSigned { get; init; } = true;

    public SigningAlgorithm Algorithm { get; init; } = SigningAlgorithm.V4;

    /// <summary>The Region, or for V4A the set of Regions.</summary>
    public string Region { get; init; } = "us-east-1";

    public string Service { get; init; } = "s3";

    public AwsCredential? Credential { get; init; }

    /// <summary>The announced length when it is to differ from the real one.</summary>
    public long? AnnouncedLength { get; init; }

    /// <summary>How far the client's clock is off.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>The payload declaration; null for the hash of the body.</summary>
    public PayloadDeclaration? Payload { get; init; }

    /// <summary>The trailing headers of a body sent in chunks, names in lower case; null for a body sent as it is.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Trailers { get; init; }

    /// <summary>Changes the head after it was signed.</summary>
    public Func<string, string>? Tamper { get; init; }

    /// <summary>Changes the encoded body of a request with trailers after it was signed.</summary>
    public Func<byte[], byte[]>? TamperBody { get; init; }

    public static WireRequest Of(string method, string target, string body) => new(method, target) { Body = Encoding.UTF8.GetBytes(body) };
}
