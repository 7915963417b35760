namespace Mrap.Aws.Requests;

/// <summary>What a request through an access point does.</summary>
public enum ObjectVerb
{
    /// <summary>Reads an object.</summary>
    Get,

    /// <summary>Reads the headers of an object.</summary>
    Head,

    /// <summary>Writes an object.</summary>
    Put,

    /// <summary>Deletes an object.</summary>
    Delete,

    /// <summary>Lists keys.</summary>
    List,
}
