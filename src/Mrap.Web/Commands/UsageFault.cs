using System.CommandLine;
using System.CommandLine.Parsing;
using Mrap.Policy.Actions;

namespace Mrap.Web.Commands;

/// <summary>What is wrong with the words of a command line, in one sentence with a suggestion.</summary>
internal static class UsageFault
{
    /// <summary>The sentence; null when the words are understood.</summary>
    /// <param name="parsed">The words as read.</param>
    /// <param name="settings">The settings found beside them.</param>
    public static string? Of(ParseResult parsed, string[] settings)
    {
        var command = parsed.CommandResult;
        if (command.Children.OfType<OptionResult>().Any(found => found.Option.Action is { ClearsParseErrors: true }))
        {
            return null;
        }

        if (UnknownOption(parsed) is { } option)
        {
            return Unknown(command, "option", option, NamesOfOptions(parsed));
        }

        if (parsed.UnmatchedTokens is [var word, ..])
        {
            return Unknown(command, "command", word, command.Command.Subcommands.Select(each => each.Name));
        }

        return Incomplete(command, parsed.Errors.Count > 0)
            ?? (settings.Length > 0 && !TakesSettings(command.Command)
                ? $"{PathOf(command)}: takes no settings; take `{settings[0]}` away."
                : null);
    }

    private static string? Incomplete(CommandResult command, bool hasErrors)
    {
        if (command.Command.Action is null)
        {
            return $"{PathOf(command)}: say which command: {List(command.Command)}.";
        }

        return hasErrors ? $"{PathOf(command)}: say {Missing(command.Command)}; `--help` tells more." : null;
    }

    // Arguments take everything that stands where they stand; only after `--` a name may begin with a dash.
    private static string? UnknownOption(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .Where(token => token.Type == TokenType.Argument)
        .Select(token => token.Value)
        .FirstOrDefault(value => value.Length > 1 && value[0] == '-');

    private static IEnumerable<string> NamesOfOptions(ParseResult parsed) =>
        parsed.RootCommandResult.Command.Options.Concat(parsed.CommandResult.Command.Options).Select(option => option.Name);

    private static string Unknown(CommandResult command, string kind, string written, IEnumerable<string> names)
    {
        var start = $"{PathOf(command)}: there is no {kind} `{written}`";
        return EditDistance.Nearest(written, names) is { } near
            ? $"{start}; did you mean `{near}`?"
            : $"{start}; `--help` lists what there is.";
    }

    private static string Missing(Command command) =>
        string.Join(" and ", command.Arguments.Select(argument =>
            argument.Arity.MaximumNumberOfValues == 1 ? $"one {argument.Name}" : $"at least one {argument.Name}"));

    private static string List(Command command) => string.Join(", ", command.Subcommands.Select(each => $"`{each.Name}`"));

    private static bool TakesSettings(Command command) => command.Arguments.Count == 0;

    private static string PathOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{PathOf(parent)} {command.Command.Name}" : command.Command.Name;
}
