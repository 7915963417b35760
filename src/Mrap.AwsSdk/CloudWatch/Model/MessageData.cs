namespace Amazon.CloudWatch.Model;

/// <summary>What the service has to say.</summary>
public class MessageData
{
    /// <summary>The code.</summary>
    public string? Code { get; set; }

    /// <summary>The text.</summary>
    public string? Value { get; set; }
}
