namespace Mrap.Web.Navigation;

/// <summary>How far back the activity log is looked at.</summary>
public enum ActivityPeriod
{
    /// <summary>All of it.</summary>
    Any,

    Hour,

    Day,

    Week,

    Month,

    /// <summary>Between two instants of one's own.</summary>
    Custom,
}
