using System.Globalization;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.CloudWatch.Protocol;

/// <summary>The members of a call, or of a structure in it, whatever protocol it came in.</summary>
internal abstract class CloudWatchInput
{
    /// <summary>A text; null when it is missing.</summary>
    /// <exception cref="ServiceException">It is of another type; likewise below.</exception>
    public abstract string? Text(string name);

    /// <summary>A finite number; null when it is missing.</summary>
    public abstract double? Number(string name);

    /// <summary>An instant; null when it is missing.</summary>
    public abstract DateTimeOffset? Instant(string name);

    /// <summary>True or false; null when it is missing.</summary>
    public abstract bool? Flag(string name);

    /// <summary>A structure; null when it is missing.</summary>
    public abstract CloudWatchInput? Structure(string name);

    /// <summary>A list of structures; empty when it is missing.</summary>
    public abstract IReadOnlyList<CloudWatchInput> Structures(string name);

    /// <summary>A list of texts; empty when it is missing.</summary>
    public abstract IReadOnlyList<string> Texts(string name);

    /// <summary>A list of finite numbers; empty when it is missing.</summary>
    public abstract IReadOnlyList<double> Numbers(string name);

    /// <summary>A text that must be there.</summary>
    /// <exception cref="ServiceException">It is missing, too short or too long.</exception>
    public string Required(string name, int maxLength) => Bounded(name, maxLength) ?? throw CloudWatchErrors.Missing(name);

    /// <summary>A text of bounded length; null when it is missing.</summary>
    /// <exception cref="ServiceException">It is empty or too long.</exception>
    public string? Bounded(string name, int maxLength) => Text(name) is not { } text ? null
        : text.Length >= 1 && text.Length <= maxLength ? text
        : throw CloudWatchErrors.InvalidValue(
            string.Create(CultureInfo.InvariantCulture, $"The parameter {name} must have 1 to {maxLength} characters."));

    /// <summary>One of several texts; null when it is missing.</summary>
    /// <exception cref="ServiceException">It is none of them.</exception>
    public string? OneOf(string name, params ReadOnlySpan<string> known) => Text(name) is not { } text ? null
        : known.Contains(text) ? text
        : throw CloudWatchErrors.InvalidValue($"The parameter {name} must be one of {string.Join(", ", known!)}.");

    /// <summary>A whole number; null when it is missing.</summary>
    /// <exception cref="ServiceException">It is none, or out of range.</exception>
    public int? Integer(string name, int least, int most)
    {
        if (Number(name) is not { } number)
        {
            return null;
        }

        return number == Math.Floor(number) && number >= least && number <= most
            ? (int)number
            : throw CloudWatchErrors.InvalidValue(
                string.Create(CultureInfo.InvariantCulture, $"The parameter {name} must be a whole number from {least} to {most}."));
    }

    /// <summary>An instant that must be there.</summary>
    public DateTimeOffset RequiredInstant(string name) => Instant(name) ?? throw CloudWatchErrors.Missing(name);
}
