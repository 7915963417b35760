using System.Collections.Immutable;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3Control;

/// <summary>All operations of S3 Control, and which of them a request is.</summary>
internal sealed class ControlDirectory(IEnumerable<IControlOperations> groups)
{
    /// <summary>The operations, those with the longest path first.</summary>
    public ImmutableArray<ControlOperation> All { get; } =
        [.. groups.SelectMany(group => group.Operations).OrderByDescending(operation => operation.Path.Spelled)];

    /// <summary>The operation of a request and what its path names, decoded; empty when it names nothing.</summary>
    /// <exception cref="ServiceException">It is no operation that the sandbox knows.</exception>
    public (ControlOperation Operation, string Argument) Require(string method, string rawPath)
    {
        if (!PercentText.TryDecode(rawPath, out var path))
        {
            throw ServiceErrors.InvalidUri();
        }

        var isPath = false;
        foreach (var operation in All)
        {
            if (operation.Path.Match(path) is not { } argument)
            {
                continue;
            }

            if (operation.Method == method)
            {
                return (operation, argument);
            }

            isPath = true;
        }

        throw isPath
            ? ServiceException.Of(
                405, "MethodNotAllowed", "The specified method is not allowed against this resource.", ("Method", method))
            : ServiceException.Of(501, "NotImplemented", "This sandbox does not simulate this operation of S3 Control.");
    }
}
