namespace Mrap.Web.Circuit;

/// <summary>One message about something the user did. Showing another with the same <see cref="Id"/> replaces it in its place.</summary>
/// <param name="Id">What the message is about.</param>
/// <param name="Kind">Its state; an error is announced at once, the rest when the reader pauses.</param>
/// <param name="Text">One sentence.</param>
/// <param name="ActionText">The text of its link, or null.</param>
/// <param name="ActionUrl">Where its link leads, or null.</param>
public sealed record Flash(string Id, FlashKind Kind, string Text, string? ActionText = null, string? ActionUrl = null);
