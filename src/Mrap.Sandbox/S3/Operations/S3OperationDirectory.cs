using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.S3.Protocol;

namespace Mrap.Sandbox.S3.Operations;

/// <summary>All operations of S3, and which of them a request is: by its method, its address, its query and its headers.</summary>
internal sealed class S3OperationDirectory
{
    private readonly FrozenDictionary<S3Scope, Addressed> _scopes;

    /// <summary>Gathers the operations; of several sub-resources in one query, the one that was listed first counts.</summary>
    /// <exception cref="InvalidOperationException">Two operations cannot be told apart.</exception>
    public S3OperationDirectory(IEnumerable<IS3Operations> groups)
    {
        All = [.. groups.SelectMany(group => group.Operations)];
        _scopes = Enum.GetValues<S3Scope>().ToFrozenDictionary(scope => scope, scope => new Addressed(All.Where(o => o.Scope == scope)));
    }

    /// <summary>The operations, in the order in which they were listed.</summary>
    public ImmutableArray<S3Operation> All { get; }

    /// <summary>The operation of a request. Query parameters that name no sub-resource are ignored.</summary>
    /// <param name="request">The request.</param>
    /// <param name="bucketText">The bucket in its address, as it came; empty when it addresses none.</param>
    /// <param name="key">The key in its address; null when it ends at the bucket.</param>
    /// <param name="isThroughAccessPoint">Whether it addresses an access point.</param>
    /// <exception cref="Wire.ServiceException">There is no such operation, not here, or its query cannot be meant.</exception>
    public S3Operation Require(HttpRequest request, string bucketText, string? key, bool isThroughAccessPoint)
    {
        var scope = key is not null ? S3Scope.Object
            : bucketText.Length > 0 ? S3Scope.Bucket
            : S3Scope.Service;

        // a preflight asks about another request to the same address, whatever that is
        var operation = HttpMethods.IsOptions(request.Method)
            ? _scopes[S3Scope.Bucket].Find(request, subResource: null)
            : _scopes[scope].Find(request);
        if (operation is null || (isThroughAccessPoint && !operation.IsForAccessPoints))
        {
            throw S3Errors.MethodNotAllowed(request.Method, scope.ToString().ToUpperInvariant());
        }

        operation.CheckQuery?.Invoke(request);
        return operation;
    }

    /// <summary>The operations of one scope.</summary>
    private sealed class Addressed
    {
        private readonly ImmutableArray<S3Operation> _plain;
        private readonly FrozenDictionary<string, SubResource> _subResources;

        public Addressed(IEnumerable<S3Operation> operations)
        {
            var groups = operations.GroupBy(operation => operation.SubResource).ToList();
            _plain = Sorted(groups.SingleOrDefault(group => group.Key is null) ?? Enumerable.Empty<S3Operation>());
            _subResources = groups.Where(group => group.Key is not null)
                .Select((group, rank) => (group, rank))
                .ToFrozenDictionary(g => g.group.Key!, g => new SubResource(g.rank, Sorted(g.group)), StringComparer.OrdinalIgnoreCase);
        }

        public S3Operation? Find(HttpRequest request)
        {
            if (!request.QueryString.HasValue)
            {
                return Find(request, subResource: null);
            }

            SubResource? first = null;
            foreach (var (name, _) in request.Query)
            {
                if (_subResources.TryGetValue(name, out var named) && (first is null || named.Rank < first.Rank))
                {
                    first = named;
                }
            }

            return Find(request, first);
        }

        public S3Operation? Find(HttpRequest request, SubResource? subResource)
        {
            foreach (var operation in subResource?.Operations ?? _plain)
            {
                if (operation.Method == request.Method && operation.When?.Invoke(request) != false)
                {
                    return operation;
                }
            }

            return null;
        }

        // those with a condition come before the one without, which takes the rest
        private static ImmutableArray<S3Operation> Sorted(IEnumerable<S3Operation> operations)
        {
            var sorted = operations.OrderBy(operation => operation.When is null).ToImmutableArray();
            var twice = sorted.Where(operation => operation.When is null)
                .GroupBy(operation => operation.Method)
                .FirstOrDefault(g => g.Count() > 1);
            return twice is null
                ? sorted
                : throw new InvalidOperationException(
                    $"not to be told apart: {string.Join(", ", twice.Select(operation => operation.Name))}");
        }
    }

    /// <summary>The operations of one sub-resource, and how early it was listed.</summary>
    private sealed record SubResource(int Rank, ImmutableArray<S3Operation> Operations);
}
