namespace Mrap.Web.Components.AccessPoints.Clients;

/// <summary>A piece of code that uses an access point.</summary>
/// <param name="Slug">Its name in the address.</param>
/// <param name="Title">Which client.</param>
/// <param name="Needs">What has to be installed.</param>
public sealed record ClientSnippet(string Slug, string Title, string Needs, string Code);
