namespace Mrap.Web.Components.Layout;

/// <summary>Says in one sentence what went wrong, without the words of an exception that only a programmer knows.</summary>
public static class FaultText
{
    public static string Of(Exception fault) => fault switch
    {
        HttpRequestException => "The service did not answer: the connection failed.",
        TimeoutException or TaskCanceledException => "The service did not answer in time.",
        _ => "Something unexpected happened in the console.",
    };
}
