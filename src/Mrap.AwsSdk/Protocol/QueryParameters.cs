using System.Globalization;
using System.Text;

namespace Mrap.AwsSdk.Protocol;

/// <summary>
/// The form of a call in the AWS Query protocol: names with values, lists as <c>Name.member.1</c>, structures as <c>Name.Field</c>.
/// What is not set is not sent.
/// </summary>
internal sealed class QueryParameters
{
    private readonly StringBuilder _form;
    private readonly string _prefix;

    /// <summary>Begins the form of a call.</summary>
    public QueryParameters(string action, string version)
        : this(new StringBuilder(), string.Empty)
    {
        Add("Action", action);
        Add("Version", version);
    }

    private QueryParameters(StringBuilder form, string prefix)
    {
        _form = form;
        _prefix = prefix;
    }

    public void Add(string name, string? value)
    {
        if (value is not null)
        {
            var separator = _form.Length == 0 ? string.Empty : "&";
            _form.Append(CultureInfo.InvariantCulture, $"{separator}{_prefix}{name}={Uri.EscapeDataString(value)}");
        }
    }

    public void Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, double? value) => Add(name, value is { } number ? Text(number) : null);

    public void Add(string name, IEnumerable<double>? values) => Add(name, values?.Select(Text));

    public void Add(string name, bool? value) => Add(name, value switch { null => null, true => "true", false => "false" });

    /// <summary>Adds an instant: with milliseconds only when it has some.</summary>
    public void Add(string name, DateTime? value) =>
        Add(name, value?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture));

    public void Add(string name, IEnumerable<string>? values) =>
        AddList(name, values, static (member, value) => member.Add(string.Empty, value));

    /// <summary>Adds a structure.</summary>
    public void Add<T>(string name, T? value, Action<QueryParameters, T> write)
        where T : class
    {
        if (value is not null)
        {
            write(new QueryParameters(_form, $"{_prefix}{name}."), value);
        }
    }

    /// <summary>Adds a list of structures.</summary>
    public void Add<T>(string name, IEnumerable<T>? values, Action<QueryParameters, T> write)
        where T : class =>
        AddList(name, values, (member, value) => write(new QueryParameters(_form, $"{member._prefix}."), value));

    /// <summary>The form as it goes on the wire.</summary>
    public byte[] ToBytes() => Encoding.ASCII.GetBytes(_form.ToString());

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private void AddList<T>(string name, IEnumerable<T>? values, Action<QueryParameters, T> write)
    {
        foreach (var (index, value) in (values ?? []).Index())
        {
            write(new QueryParameters(_form, string.Create(CultureInfo.InvariantCulture, $"{_prefix}{name}.member.{index + 1}")), value);
        }
    }
}
