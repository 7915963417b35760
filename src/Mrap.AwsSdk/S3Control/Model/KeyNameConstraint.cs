namespace Amazon.S3Control.Model;

/// <summary>Which keys a job works on.</summary>
public class KeyNameConstraint
{
    /// <summary>Keys that begin with one of these.</summary>
    public List<string>? MatchAnyPrefix { get; set; }
}
