using System.Collections.Immutable;
using Mrap.Policy.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Mrap.Aws.Drills;

/// <summary>
/// Reads the plain part of YAML: one document of scalars, lists and mappings. What can make a short text mean a large or endless one is
/// refused, and so are tags.
/// </summary>
internal sealed class YamlTree
{
    private const int MaxDepth = 16;

    private readonly Parser _parser;

    private YamlTree(string yaml) => _parser = new Parser(new StringReader(yaml));

    /// <summary>Reads a text.</summary>
    /// <returns>The value, or the first fault.</returns>
    public static (YamlValue? Root, DrillFileFault? Fault) Read(string yaml)
    {
        var tree = new YamlTree(yaml);
        try
        {
            return (tree.ReadDocument(), null);
        }
        catch (RefusedException refused)
        {
            return (null, new DrillFileFault(refused.Line, refused.Message));
        }
        catch (YamlException fault)
        {
            return (null, Unreadable(LineOf(fault.Start), fault.Message));
        }
        catch (InvalidOperationException)
        {
            // the scanner throws it, instead of its own, for some texts that are no YAML
            return (null, Unreadable(tree._parser.Current is { } last ? LineOf(last.End) : 1, "something stands where it may not"));
        }
    }

    private static DrillFileFault Unreadable(int line, string reason) =>
        new(line, $"cannot be read as YAML: {DisplayText.Truncate(reason.TrimEnd('.'))}");

    private static int LineOf(Mark mark) => (int)Math.Max(1, mark.Line);

    private YamlValue ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            throw new RefusedException(1, "the file is empty");
        }

        _parser.Consume<DocumentStart>();
        var root = ReadValue(depth: 0);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            throw new RefusedException(LineOf(second.Start), "a second document begins: a file holds one drill");
        }

        return root;
    }

    private YamlValue ReadValue(int depth)
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            throw new RefusedException(
                LineOf(alias.Start),
                $"refers to {DisplayText.Quote("*" + alias.Value.Value)}: aliases are not allowed, write the value out");
        }

        var start = _parser.Consume<NodeEvent>();
        var line = LineOf(start.Start);
        if (!start.Anchor.IsEmpty)
        {
            throw new RefusedException(
                line, $"names a value {DisplayText.Quote("&" + start.Anchor.Value)}: anchors are not allowed, write the value out");
        }

        if (!start.Tag.IsEmpty)
        {
            throw new RefusedException(line, $"has the tag {DisplayText.Quote(start.Tag.ToString())}: tags are not allowed");
        }

        if (depth == MaxDepth)
        {
            throw new RefusedException(line, $"is nested more than {MaxDepth} deep");
        }

        return start switch
        {
            Scalar scalar => new YamlValue.Scalar(line, TextOf(scalar)),
            SequenceStart => ReadSequence(line, depth),
            _ => ReadMapping(line, depth),
        };
    }

    private static string? TextOf(Scalar scalar) =>
        scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" ? null : scalar.Value;

    private YamlValue.Sequence ReadSequence(int line, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlValue>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadValue(depth + 1));
        }

        return new YamlValue.Sequence(line, items.ToImmutable());
    }

    private YamlValue.Mapping ReadMapping(int line, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<(YamlValue.Scalar, YamlValue)>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadValue(depth + 1);
            if (key is not YamlValue.Scalar { Text: not null } name)
            {
                throw new RefusedException(key.Line, "a key must be a text");
            }

            entries.Add((name, ReadValue(depth + 1)));
        }

        return new YamlValue.Mapping(line, entries.ToImmutable());
    }

    private sealed class RefusedException(int line, string message) : Exception(message)
    {
        public int Line => line;
    }
}
