namespace Mrap.Web.Circuit;

/// <summary>What a flash message says about what the user did.</summary>
public enum FlashKind
{
    Info,
    InProgress,
    Success,
    Warning,
    Error,
}
