namespace Mrap.Sandbox.Identity;

/// <summary>Forgets everybody but the principals of the settings.</summary>
internal sealed class IdentityReset(IdentityStore identities, TemporarySessions sessions, AccessKeyUsage keyUses)
{
    /// <summary>Forgets them.</summary>
    public void Reset()
    {
        identities.Reset();
        sessions.Reset();
        keyUses.Reset();
    }
}
