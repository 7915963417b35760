using System.Collections.Immutable;
using System.Globalization;
using Mrap.Policy.Text;
using Mrap.Sandbox.CloudWatch.Protocol;

namespace Mrap.Sandbox.CloudWatch.MetricMath;

/// <summary>
/// Reads expressions (Amazon CloudWatch User Guide, "Using metric math"). What binds least: OR, AND, comparisons, sums, products, signs,
/// powers.
/// </summary>
internal sealed class MathParser
{
    /// <summary>The most characters of an expression (CloudWatch API Reference, "MetricDataQuery").</summary>
    public const int MaxLength = 2048;

    private const int MaxDepth = 64;
    private static readonly string[][] s_levels =
        [["OR", "||"], ["AND", "&&"], ["==", "!=", "<=", ">=", "<", ">"], ["+", "-"], ["*", "/"]];

    private readonly List<MathToken> _tokens;
    private int _at;
    private int _depth;
    private int _nesting;

    private MathParser(List<MathToken> tokens) => _tokens = tokens;

    private MathToken Current => _tokens[_at];

    /// <summary>Reads an expression.</summary>
    /// <exception cref="Wire.ServiceException">It is none, too long or too deep.</exception>
    public static MathNode Parse(string text)
    {
        if (text.Length is 0 or > MaxLength)
        {
            throw CloudWatchErrors.Validation($"An expression must have 1 to {MaxLength} characters.");
        }

        var parser = new MathParser(MathLexer.Read(text));
        var node = parser.ReadLevel(0);
        return parser.Current.Kind == MathTokenKind.End ? node : throw parser.Unexpected();
    }

    private MathNode ReadLevel(int level)
    {
        if (level == s_levels.Length)
        {
            return ReadSigned();
        }

        var node = ReadLevel(level + 1);
        while (Current.Kind is MathTokenKind.Mark or MathTokenKind.Name && s_levels[level].Contains(Current.Text))
        {
            var text = _tokens[_at++].Text;
            Deepen();
            node = new MathNode.Binary(text, node, ReadLevel(level + 1));
        }

        return node;
    }

    // Chains of operators nest to the left, and are evaluated by recursion as well: their length counts as depth.
    private void Deepen()
    {
        if (++_depth > MaxDepth * 8)
        {
            throw CloudWatchErrors.Validation("The expression has too many parts.");
        }
    }

    private MathNode ReadSigned()
    {
        var isNegative = false;
        while (Current is { Kind: MathTokenKind.Mark, Text: "-" or "+" })
        {
            isNegative ^= _tokens[_at++].Text == "-";
        }

        var node = ReadPower();
        return isNegative ? new MathNode.Negation(node) : node;
    }

    private MathNode ReadPower()
    {
        var node = ReadOne();
        if (!TryTake("^"))
        {
            return node;
        }

        return Nested(() => new MathNode.Binary("^", node, ReadSigned()));
    }

    private MathNode ReadOne()
    {
        var token = _tokens[_at];
        switch (token.Kind)
        {
            case MathTokenKind.Number when double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number):
                _at++;
                return new MathNode.Number(number);
            case MathTokenKind.Text:
                _at++;
                return new MathNode.Text(token.Text);
            case MathTokenKind.Name:
                _at++;
                return TryTake("(") ? new MathNode.Call(token.Text, Nested(() => ReadList(")"))) : new MathNode.Name(token.Text);
            case MathTokenKind.Mark when TryTake("("):
                var inner = Nested(() => ReadLevel(0));
                Take(")");
                return inner;
            case MathTokenKind.Mark when TryTake("["):
                return new MathNode.Array(Nested(() => ReadList("]")));
            default:
                throw Unexpected();
        }
    }

    private ImmutableArray<MathNode> ReadList(string end)
    {
        var items = ImmutableArray.CreateBuilder<MathNode>();
        while (!TryTake(end))
        {
            if (items.Count > 0)
            {
                Take(",");
            }

            items.Add(ReadLevel(0));
        }

        return items.DrainToImmutable();
    }

    private T Nested<T>(Func<T> read)
    {
        _nesting++;
        if (_nesting > MaxDepth)
        {
            throw CloudWatchErrors.Validation($"The expression is nested more than {MaxDepth} levels deep.");
        }

        var result = read();
        _nesting--;
        return result;
    }

    private bool TryTake(string mark)
    {
        if (Current.Kind != MathTokenKind.Mark || Current.Text != mark)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Take(string mark)
    {
        if (!TryTake(mark))
        {
            throw Unexpected();
        }
    }

    private Wire.ServiceException Unexpected() => CloudWatchErrors.Validation(
        Current.Kind == MathTokenKind.End
            ? "The expression ends too early."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The expression has an unexpected '{DisplayText.Truncate(Current.Text)}' at position {Current.Position + 1}."));
}
