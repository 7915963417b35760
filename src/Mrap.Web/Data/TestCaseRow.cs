namespace Mrap.Web.Data;

/// <summary>A saved test case of an access point's policy.</summary>
public sealed class TestCaseRow
{
    public const int MaxArn = 256;

    public const int MaxName = 120;

    /// <summary>The longest case: policies have at most 20 KB each.</summary>
    public const int MaxLine = 131_072;

    public const int MaxPerson = 256;

    public required Guid Id { get; init; }

    /// <summary>
    /// The ARN of the access point; its alias is never used again, so cases never come up with another one of the same name.
    /// </summary>
    public required string AccessPoint { get; init; }

    /// <summary>Its place among the cases of the access point.</summary>
    public required int Position { get; set; }

    public required string Name { get; set; }

    /// <summary>The case as one line of JSON.</summary>
    public required string Line { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}
