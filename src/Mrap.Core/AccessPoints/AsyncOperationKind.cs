namespace Mrap.Core.AccessPoints;

/// <summary>What an asynchronous operation does (AWS page "AsyncOperation").</summary>
public enum AsyncOperationKind
{
    /// <summary>Makes an access point.</summary>
    Create,

    /// <summary>Deletes an access point.</summary>
    Delete,

    /// <summary>Replaces the policy of an access point.</summary>
    PutPolicy,
}
