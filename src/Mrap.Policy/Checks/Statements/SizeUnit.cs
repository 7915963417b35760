namespace Mrap.Policy.Checks.Statements;

/// <summary>What of a policy's text counts towards its quota.</summary>
public enum SizeUnit
{
    /// <summary>Every byte of the text in UTF-8, white space included.</summary>
    Bytes,

    /// <summary>Every UTF-16 code unit of the text, white space included.</summary>
    Characters,

    /// <summary>Every UTF-16 code unit of the text except white space.</summary>
    CharactersWithoutBlanks,
}
