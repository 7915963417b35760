using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Services;

/// <summary>
/// The parameters of a call in the AWS Query protocol: names with values, lists as <c>Name.member.1</c>, structures as <c>Name.Field</c>.
/// </summary>
internal sealed class QueryForm
{
    private const int DefaultMaxParameters = 4096;
    private const string Member = ".member.";

    // No parameter has a name half as long; every part of a name is kept, so that the work would grow with its square.
    private const int MaxListName = 256;

    private readonly Dictionary<string, string> _values;
    private readonly HashSet<string> _members;
    private readonly int _maxParameters;

    private QueryForm(Dictionary<string, string> values, int maxParameters)
    {
        _values = values;
        _maxParameters = maxParameters;
        _members = [.. values.Keys.Where(static name => name.Length <= MaxListName).SelectMany(MembersOf)];
    }

    /// <summary>The operation; empty when none is named.</summary>
    public string Action => _values.GetValueOrDefault("Action", string.Empty);

    /// <summary>The version of the API; null when the call names none.</summary>
    public string? Version => Optional("Version");

    /// <summary>The names of the parameters.</summary>
    public IReadOnlyCollection<string> Names => _values.Keys;

    /// <summary>Reads the form in the body, or the query when there is no body.</summary>
    /// <param name="maxParameters">The most parameters.</param>
    /// <exception cref="ServiceException">There are too many parameters.</exception>
    public static QueryForm Read(ServiceCall call, int maxParameters = DefaultMaxParameters)
    {
        var text = HttpMethods.IsPost(call.Exchange.Http.Request.Method)
            ? Encoding.UTF8.GetString(call.Body.Span)
            : call.Exchange.Target.Query;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in new QueryStringEnumerable(text))
        {
            values[pair.DecodeName().ToString()] = pair.DecodeValue().ToString();
            if (values.Count > maxParameters)
            {
                throw QueryErrors.MalformedForm($"A call may have {maxParameters} parameters.");
            }
        }

        return new QueryForm(values, maxParameters);
    }

    /// <summary>A parameter that may be missing.</summary>
    public string? Optional(string name) => _values.GetValueOrDefault(name);

    /// <summary>A parameter that must be there.</summary>
    /// <exception cref="ServiceException">It is missing.</exception>
    public string Required(string name) => Optional(name) ?? throw QueryErrors.Validation(name, value: null, "Member must not be null");

    /// <summary>A whole number that may be missing.</summary>
    /// <exception cref="ServiceException">It is no number, or out of range.</exception>
    public int? Number(string name, int least, int most)
    {
        if (Optional(name) is not { } text)
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            throw QueryErrors.MalformedInput(name);
        }

        return number < least ? throw QueryErrors.Validation(name, text, $"Member must have value greater than or equal to {least}")
            : number > most ? throw QueryErrors.Validation(name, text, $"Member must have value less than or equal to {most}")
            : number;
    }

    /// <summary>The texts of a list; empty when it is missing.</summary>
    public ImmutableArray<string> List(string name) => [.. Members(name).Select(member => Optional(member)).OfType<string>()];

    /// <summary>The prefixes of a list's members in order, such as <c>Tags.member.1</c>; empty when it is missing.</summary>
    public IEnumerable<string> Members(string name)
    {
        for (var i = 1; i <= _maxParameters; i++)
        {
            var member = $"{name}.member.{i.ToString(CultureInfo.InvariantCulture)}";
            if (!_members.Contains(member))
            {
                yield break;
            }

            yield return member;
        }
    }

    // The members that the name of a parameter speaks of: `Tags.member.1` for `Tags.member.1.Key`.
    private static IEnumerable<string> MembersOf(string name)
    {
        for (var at = name.IndexOf(Member, StringComparison.Ordinal); at >= 0; at = name.IndexOf(Member, at + 1, StringComparison.Ordinal))
        {
            var end = name.IndexOf('.', at + Member.Length);
            yield return end < 0 ? name : name[..end];
        }
    }
}
