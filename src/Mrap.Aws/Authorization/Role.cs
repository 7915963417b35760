namespace Mrap.Aws.Authorization;

/// <summary>What a person may do in the console; each role may do what the ones before it may.</summary>
public enum Role
{
    /// <summary>Look at everything, change nothing.</summary>
    Viewer,

    /// <summary>Also change routes and send requests.</summary>
    Operator,

    /// <summary>Also create, delete and set policies.</summary>
    Administrator,
}
