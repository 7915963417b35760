namespace Mrap.Web.Navigation;

/// <summary>A part of an address that could not be read and was left out.</summary>
/// <param name="Name">The name of the query parameter.</param>
/// <param name="Why">Why, as the end of a sentence about it, such as <c>must be a Region such as us-east-1</c>.</param>
public sealed record DroppedPart(string Name, string Why);
