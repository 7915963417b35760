namespace Mrap.Web.Components.Shared;

/// <summary>The fixed vocabulary of states. Each is shown as an icon and a word, never as a colour alone.</summary>
public enum StatusKind
{
    Success,
    InProgress,
    Warning,
    Error,
    Info,
    Stopped,
    Active,
    Passive,
}
