using Mrap.Core.Metrics;
using Mrap.Web.Components.Charts;

namespace Mrap.Web.Components.AccessPoints.Metrics;

/// <summary>The charts of an access point's requests, made once for all that shows them.</summary>
/// <param name="Requests">Requests by Region.</param>
/// <param name="Downloaded">Bytes of answers by Region.</param>
/// <param name="Uploaded">Bytes of requests by Region.</param>
/// <param name="Errors">Requests that failed.</param>
/// <param name="ErrorRates">The part of requests that failed.</param>
/// <param name="FirstByte">Percentiles of the time to the first byte.</param>
/// <param name="Total">Percentiles of the time of the whole request.</param>
/// <param name="IsMixed">Whether percentiles are put together from those of several Regions.</param>
public sealed record MetricCharts(
    Plot Requests, Plot Downloaded, Plot Uploaded, Plot Errors, Plot ErrorRates, Plot FirstByte, Plot Total, bool IsMixed)
{
    /// <summary>Makes them.</summary>
    /// <param name="form">How requests are drawn: <see cref="PlotForm.Stacked"/> or <see cref="PlotForm.Shares"/>.</param>
    public static MetricCharts Of(MetricPlots plots, PlotForm form) => new(
        plots.ByRegion(S3Metrics.AllRequests, form),
        plots.ByRegion(S3Metrics.BytesDownloaded),
        plots.ByRegion(S3Metrics.BytesUploaded),
        plots.Errors(),
        plots.ErrorRates(),
        plots.Latency(S3Metrics.FirstByteLatency),
        plots.Latency(S3Metrics.TotalRequestLatency),
        plots.IsMixed);
}
