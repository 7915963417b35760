namespace Mrap.Web.Navigation;

/// <summary>The address of the simulator: the whole simulation and what is shown of it.</summary>
/// <param name="State">The simulation as <c>SimulationLink</c> writes it.</param>
/// <param name="AccessPoint">The name of the access point it was loaded from.</param>
/// <param name="Example">The example it starts with.</param>
/// <param name="Tab">What the left side shows.</param>
/// <param name="View"><c>matrix</c>, or null for one request.</param>
/// <param name="Actions">The actions of the matrix, commas between.</param>
/// <param name="Principals">The principals of the matrix, commas between.</param>
/// <param name="Own">What the own policies of other principals allow.</param>
public sealed record SimulatorUrl(
    string? State, string? AccessPoint, string? Example, string? Tab, string? View, string? Actions, string? Principals, string? Own)
    : IPageState<SimulatorUrl>
{
    public const string Matrix = "matrix";

    private const int MaxLength = 256 * 1024;
    private const int MaxNames = 16 * 1024;

    public static SimulatorUrl Empty { get; } = new(null, null, null, null, null, null, null, null);

    /// <inheritdoc/>
    public static SimulatorUrl FromQuery(PageQuery query) => new(
        query.Text("s", MaxLength),
        query.Text("accessPoint"),
        query.Text("example"),
        query.Text("tab", MaxNames),
        query.Value("view", text => text == Matrix ? Matrix : null, Matrix),
        query.Text("actions", MaxNames),
        query.Text("principals", MaxNames),
        query.Text("own", MaxLength));

    /// <inheritdoc/>
    public IEnumerable<(string Name, string? Value)> ToQuery() =>
    [
        ("accessPoint", AccessPoint),
        ("example", Example),
        ("view", View),
        ("tab", Tab),
        ("actions", Actions),
        ("principals", Principals),
        ("own", Own),
        ("s", State),
    ];

    public override string ToString() => ConsoleUrls.WithQuery(ConsoleUrls.Simulator, ToQuery());
}
