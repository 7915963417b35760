namespace Mrap.Web.Configuration;

/// <summary>Why the process cannot start, as one sentence that names the setting to change.</summary>
public sealed class SettingException : Exception
{
    public SettingException()
    {
    }

    public SettingException(string message)
        : base(message)
    {
    }

    public SettingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
