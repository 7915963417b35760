namespace Amazon.S3Control.Model;

/// <summary>How the list of objects of a job is made.</summary>
public class JobManifestGenerator
{
    /// <summary>From the objects of a bucket.</summary>
    public S3JobManifestGenerator? S3JobManifestGenerator { get; set; }
}
