namespace Mrap.Web.Navigation;

/// <summary>The ways in which rules lead between buckets.</summary>
public enum ReplicationPattern
{
    /// <summary>From each bucket to every other.</summary>
    Among,

    /// <summary>From some buckets to others.</summary>
    OneWay,
}
