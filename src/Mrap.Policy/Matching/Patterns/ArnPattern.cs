using Mrap.Policy.Arns;
using Mrap.Policy.Matching.Context;

namespace Mrap.Policy.Matching.Patterns;

/// <summary>An ARN pattern made ready for matching: the first five fields apart from the sixth, which alone may hold variables.</summary>
internal sealed class ArnPattern
{
    private readonly string _head;
    private readonly GlobMark[]? _headMarks;
    private readonly TextTemplate _tail;

    private ArnPattern(string head, GlobMark[]? headMarks, TextTemplate tail)
    {
        _head = head;
        _headMarks = headMarks;
        _tail = tail;
    }

    /// <summary>Makes a pattern; nothing when the text has fewer than six fields or does not start as an ARN.</summary>
    public static ArnPattern? Compile(string text, bool withVariables)
    {
        if (!ArnFields.IsArn(text))
        {
            return null;
        }

        var headLength = ArnFields.HeadLength(text);
        var head = TextTemplateReader.Read(text.AsSpan(0, headLength), withWildcards: true, withVariables: false)[0];
        return new ArnPattern(
            head.Text!,
            head.Marks.AsSpan().ContainsAnyExcept(GlobMark.Literal) ? head.Marks : null,
            TextTemplate.Compile(text.AsSpan(headLength), TextMatch.Like, withVariables));
    }

    /// <summary>Whether an ARN of the request matches.</summary>
    public bool Matches(ReadOnlySpan<char> value, RequestContext context)
    {
        if (_headMarks is null)
        {
            return value.StartsWith(_head, StringComparison.Ordinal) && _tail.Matches(value[_head.Length..], context);
        }

        var headLength = ArnFields.HeadLength(value);
        return headLength >= 0 && FieldGlob.Matches(_head, _headMarks, value[..headLength]) && _tail.Matches(value[headLength..], context);
    }
}
