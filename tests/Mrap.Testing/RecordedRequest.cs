namespace Mrap.Testing;

/// <summary>A request as it arrived.</summary>
/// <param name="Method">The method.</param>
/// <param name="RawTarget">Path and query exactly as sent.</param>
/// <param name="Headers">The headers; several values joined by commas.</param>
/// <param name="Body">The body.</param>
public sealed record RecordedRequest(string Method, string RawTarget, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Host => Headers["Host"];

    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}
