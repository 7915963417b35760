namespace Mrap.Signing.Canonical;

/// <summary>How odd but equivalent spellings of a target enter the canonical request.</summary>
internal enum CanonicalForm
{
    /// <summary>Decoded and encoded again by the rules, header values collapsed: what AWS computes and what clients sign.</summary>
    Normalised,

    /// <summary>Path, query parts and header values exactly as sent: what a client signs that encodes in its own way.</summary>
    AsSent,
}
