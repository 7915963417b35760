using Amazon.Runtime;

namespace Mrap.Aws.Faults;

/// <summary>Makes a call of the SDK and turns its exceptions into explained faults. Cancellation stays an exception.</summary>
internal static class AwsCall
{
    public static async Task<Outcome<T>> InvokeAsync<T>(string whatFailed, Func<Task<T>> call)
        where T : notnull
    {
        try
        {
            return await call();
        }
        catch (AmazonServiceException fault)
        {
            return AwsFaults.FromService(whatFailed, fault);
        }
        catch (AmazonClientException fault)
        {
            return AwsFaults.FromClient(whatFailed, fault);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TimeoutException)
        {
            return AwsFaults.NoConnection(whatFailed, fault);
        }
        catch (TaskCanceledException fault) when (fault.InnerException is TimeoutException)
        {
            return AwsFaults.NoConnection(whatFailed, fault);
        }
        catch (Exception fault) when (fault is System.Xml.XmlException or FormatException)
        {
            return AwsFaults.Unreadable(whatFailed, fault.Message);
        }
    }
}
