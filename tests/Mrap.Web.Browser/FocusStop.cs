namespace Mrap.Web.Browser;

/// <summary>What the Tab key came to.</summary>
internal sealed class FocusStop
{
    /// <summary>Empty when its ring can be seen, else what is wrong; null once every stop was seen.</summary>
    public string? Fault { get; set; }

    /// <summary>Whether it is in the code editor, where Tab indents.</summary>
    public bool IsInEditor { get; set; }
}
