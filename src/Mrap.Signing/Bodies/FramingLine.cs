namespace Mrap.Signing.Bodies;

/// <summary>What looking for a line found.</summary>
internal enum FramingLine
{
    /// <summary>A line with its end.</summary>
    Whole,

    /// <summary>More of the body is needed.</summary>
    Unfinished,

    /// <summary>More bytes than a line may have.</summary>
    TooLong,

    /// <summary>A line feed without a carriage return.</summary>
    BareFeed,
}
