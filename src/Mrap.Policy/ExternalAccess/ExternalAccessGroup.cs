namespace Mrap.Policy.ExternalAccess;

/// <summary>Who gets in from outside by one grant.</summary>
public enum ExternalAccessGroup
{
    /// <summary>Everyone, or so many that Block Public Access counts the grant as public.</summary>
    Public,

    /// <summary>Everyone in one organisation.</summary>
    Organisation,

    /// <summary>Principals of a named account, or the whole account.</summary>
    Account,

    /// <summary>An AWS service.</summary>
    Service,

    /// <summary>Users of an identity provider.</summary>
    Federated,

    /// <summary>Everyone, within limits that conditions set: networks, VPCs, sources.</summary>
    Limited,
}
