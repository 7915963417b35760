namespace Mrap.Sandbox.S3.Objects;

/// <summary>What a Range header asks for.</summary>
/// <param name="IsSatisfiable">Whether the body has any of it; if not, the answer is 416.</param>
/// <param name="Range">The range; null for the whole body.</param>
internal readonly record struct RangeOutcome(bool IsSatisfiable, ByteRange? Range)
{
    /// <summary>The whole body is to be served.</summary>
    public static RangeOutcome Whole => new(IsSatisfiable: true, Range: null);

    /// <summary>The range lies outside of the body.</summary>
    public static RangeOutcome Unsatisfiable => new(IsSatisfiable: false, Range: null);
}
