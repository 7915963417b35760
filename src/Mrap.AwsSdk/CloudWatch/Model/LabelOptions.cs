namespace Amazon.CloudWatch.Model;

/// <summary>How labels are written.</summary>
public class LabelOptions
{
    /// <summary>The offset from UTC, such as <c>+0130</c>.</summary>
    public string? Timezone { get; set; }
}
