namespace Mrap.Web.Components.Map;

/// <summary>How what an arc stands for is going.</summary>
public enum MapArcState
{
    /// <summary>As it should.</summary>
    Flowing,

    /// <summary>Late.</summary>
    Lagging,

    /// <summary>Not at all.</summary>
    Stopped,
}
