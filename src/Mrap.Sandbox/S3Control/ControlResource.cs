namespace Mrap.Sandbox.S3Control;

/// <summary>What an S3 Control operation is about, and so which resource its action is asked for.</summary>
internal enum ControlResource
{
    /// <summary>The account: <c>*</c>.</summary>
    Account,

    /// <summary>The access point whose name stands in the path.</summary>
    NameInPath,

    /// <summary>The access point whose ARN stands in the path.</summary>
    ArnInPath,

    /// <summary>The asynchronous operation whose token stands in the path.</summary>
    TokenInPath,

    /// <summary>The access point that the body names: the handler asks, once it read it.</summary>
    NameInBody,
}
