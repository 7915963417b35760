using Mrap.Core.Maps;

namespace Mrap.Web.Components.Map;

/// <summary>A curve from one place to another as the map draws it.</summary>
/// <param name="Id">What tells it from the others.</param>
/// <param name="Title">What the pointer is told.</param>
/// <param name="Arc">The curve.</param>
/// <param name="IsQuiet">Thin and still, one of many; otherwise dashed and moving in its direction.</param>
public sealed record MapArc(string Id, string Title, Arc Arc, bool IsQuiet);
