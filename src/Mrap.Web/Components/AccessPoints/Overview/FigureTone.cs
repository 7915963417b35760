namespace Mrap.Web.Components.AccessPoints.Overview;

/// <summary>What a figure's comparison means.</summary>
public enum FigureTone
{
    Plain,
    Good,
    Bad,
}
