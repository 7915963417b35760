namespace Mrap.Web.Policies;

/// <summary>What became of a line.</summary>
public enum DiffKind
{
    Same,
    Removed,
    Added,
}
