namespace Mrap.Architecture;

/// <summary>One type that uses another, by full name. What a compiler makes of a type, and what is nested in it, is that type.</summary>
internal sealed record TypeUse
{
    public TypeUse(string user, string used)
    {
        User = Outermost(user);
        Used = Outermost(used);
    }

    public string User { get; }

    public string Used { get; }

    public string UserFolder => FolderOf(User);

    public string UsedFolder => FolderOf(Used);

    public override string ToString() => $"{NameOf(User)} uses {NameOf(Used)}";

    private static string Outermost(string type) => type.Split('+', '/')[0];

    private static string FolderOf(string type) => type.LastIndexOf('.') is var dot and >= 0 ? type[..dot] : string.Empty;

    private static string NameOf(string type) => type[(type.LastIndexOf('.') + 1)..];
}
