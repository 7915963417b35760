namespace Mrap.Sandbox.Identity;

/// <summary>Knows which principals there are.</summary>
internal interface IPrincipalRegister
{
    /// <summary>Whether a user, role or account exists.</summary>
    /// <param name="principal">Its ARN, or an account number.</param>
    /// <returns>Null when the sandbox knows nothing of the account, so that nothing can be said.</returns>
    bool? Exists(string principal);
}
