namespace Mrap.Web.Components.Map;

/// <summary>The arrow keys.</summary>
public enum MapDirection
{
    Left,
    Right,
    Up,
    Down,
}
