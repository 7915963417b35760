using System.Collections.Immutable;
using Mrap.Policy.Text;
using Mrap.Sandbox.CloudWatch.Protocol;

namespace Mrap.Sandbox.CloudWatch.MetricMath;

/// <summary>Evaluates expressions.</summary>
/// <param name="scope">What they can speak of.</param>
internal sealed class MathEvaluator(MathScope scope)
{
    private readonly MathFunctions _functions = new(scope);

    /// <summary>The value of an expression.</summary>
    /// <exception cref="Wire.ServiceException">It names what is not there, or a function gets what it does not take.</exception>
    public MathValue Evaluate(MathNode node) => scope.Budget.Spend(ValueOf(node));

    private MathValue ValueOf(MathNode node) => node switch
    {
        MathNode.Number number => new MathValue.Scalar(number.Value),
        MathNode.Name name => scope.Find(name.Value)
            ?? throw CloudWatchErrors.Validation($"The expression names `{DisplayText.Truncate(name.Value)}`, but no query has that id."),
        MathNode.Negation negation => Arithmetic.Map(Evaluate(negation.Of), static value => -value),
        MathNode.Binary binary => Arithmetic.Combine(binary.Operator, Evaluate(binary.Left), Evaluate(binary.Right)),
        MathNode.Array array => new MathValue.Many([.. array.Items.SelectMany(item => SeriesOf(Evaluate(item)))]),
        MathNode.Call { Function: "METRICS" } call => new MathValue.Many(scope.Metrics(Wanted(call))),
        MathNode.Call { Function: "FILL", Arguments: [var what, MathNode.Name { Value: "REPEAT" or "LINEAR" } how] } =>
            _functions.Fill(Evaluate(what), how.Value),
        MathNode.Call call when MathFunctions.IsUnserved(call.Function) =>
            throw CloudWatchErrors.NotServed($"The function {call.Function}"),
        MathNode.Call call => _functions.Call(call.Function, [.. call.Arguments.Select(Evaluate)]),
        _ => throw CloudWatchErrors.Validation("A text can only be an argument of METRICS."),
    };

    private static string Wanted(MathNode.Call call) => call.Arguments switch
    {
        [] => string.Empty,
        [MathNode.Text text] => text.Value,
        _ => throw CloudWatchErrors.Validation("METRICS takes nothing, or a text."),
    };

    private static ImmutableArray<TimeSeries> SeriesOf(MathValue value) => value switch
    {
        MathValue.Single single => [single.Series],
        MathValue.Many many => many.Series,
        _ => throw CloudWatchErrors.Validation("An array holds time series, not numbers."),
    };
}
