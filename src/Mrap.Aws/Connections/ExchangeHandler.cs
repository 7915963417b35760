namespace Mrap.Aws.Connections;

/// <summary>Gives each request the vantage of the exchange it belongs to, and keeps the head of the answer for it.</summary>
internal sealed class ExchangeHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string VantageHeader = "x-sandbox-vantage";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var exchange = DataPlaneExchange.Current;
        if (exchange?.VantageId is { } vantage)
        {
            // The SDK has signed already; the sandbox reads this header unsigned.
            request.Headers.TryAddWithoutValidation(VantageHeader, vantage);
        }

        var response = await base.SendAsync(request, cancellationToken);
        exchange?.Capture(response);
        return response;
    }
}
