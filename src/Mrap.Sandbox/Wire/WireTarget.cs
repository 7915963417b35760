namespace Mrap.Sandbox.Wire;

/// <summary>A request target as it came over the wire, taken apart but not decoded.</summary>
/// <param name="Path">The path, percent-encoded, beginning with <c>/</c>.</param>
/// <param name="Query">The query without its question mark; empty when there is none.</param>
internal readonly record struct WireTarget(string Path, string Query)
{
    /// <summary>Takes a raw target apart: origin-form, absolute-form, or <c>*</c>, which counts as the root.</summary>
    /// <param name="target">The target of the request line.</param>
    public static WireTarget Parse(string target)
    {
        var start = 0;
        if (!target.StartsWith('/'))
        {
            var scheme = target.IndexOf("://", StringComparison.Ordinal);
            if (scheme < 0)
            {
                return new WireTarget("/", string.Empty);
            }

            start = target.AsSpan(scheme + 3).IndexOfAny('/', '?');
            if (start < 0)
            {
                return new WireTarget("/", string.Empty);
            }

            start += scheme + 3;
        }

        var question = target.IndexOf('?', start);
        var path = question < 0 ? target[start..] : target[start..question];
        return new WireTarget(path.Length == 0 ? "/" : path, question < 0 ? string.Empty : target[(question + 1)..]);
    }
}
