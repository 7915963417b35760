namespace Mrap.Web.Wizard;

/// <summary>The steps of creating an access point, in order.</summary>
public enum WizardStep
{
    Name,
    Buckets,
    PublicAccess,
    Review,
}
