namespace Mrap.Aws.Faults;

/// <summary>The value of a call that answers nothing but success.</summary>
public sealed record Unit
{
    private Unit()
    {
    }

    /// <summary>The one value.</summary>
    public static Unit Instance { get; } = new();
}
