namespace Mrap.Testing;

/// <summary>What the recording server answers.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body.</param>
public sealed record RecordedAnswer(int Status, string Body)
{
    public static RecordedAnswer Empty { get; } = new(200, string.Empty);
}
