using System.Collections.Immutable;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Services;

/// <summary>
/// A group of operations of one service that is spoken to in the AWS Query protocol. Registered in the container, it is served.
/// </summary>
internal interface IQueryOperations
{
    /// <summary>The service they belong to.</summary>
    AwsService Service { get; }

    /// <summary>The operations.</summary>
    ImmutableArray<QueryOperation> Operations { get; }
}
