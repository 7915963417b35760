namespace Mrap.Aws;

/// <summary>The value of a call that answers nothing but success.</summary>
public sealed record Done
{
    private Done()
    {
    }

    /// <summary>The one value.</summary>
    public static Done Instance { get; } = new();
}
