namespace Mrap.Policy.Model;

/// <summary>The version of the policy language that a document asks for.</summary>
public enum PolicyVersion
{
    /// <summary>The document does not say; the rules of 2008-10-17 apply.</summary>
    Unstated,

    /// <summary>2008-10-17: policy variables are plain text.</summary>
    V20081017,

    /// <summary>2012-10-17: policy variables are replaced.</summary>
    V20121017,
}
