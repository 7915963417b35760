namespace Mrap.Web.Navigation;

/// <summary>The steps of creating replication rules, in order.</summary>
public enum ReplicationStep
{
    /// <summary>The template and the buckets.</summary>
    Buckets,

    /// <summary>Which objects.</summary>
    Scope,

    /// <summary>What the rules do, and what becomes of other rules.</summary>
    Options,

    /// <summary>Everything once more, before anything is changed.</summary>
    Review,
}
