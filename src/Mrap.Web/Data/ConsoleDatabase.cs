using Microsoft.EntityFrameworkCore;

namespace Mrap.Web.Data;

/// <summary>What the console keeps of its own.</summary>
public sealed class ConsoleDatabase(DbContextOptions<ConsoleDatabase> options) : DbContext(options)
{
    private const int EnumLength = 40;

    public DbSet<TestCaseRow> TestCases => Set<TestCaseRow>();

    public DbSet<ActivityRow> Activity => Set<ActivityRow>();

    public DbSet<DrillRow> Drills => Set<DrillRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<TestCaseRow>(row =>
        {
            row.ToTable("TestCases");
            row.HasKey(found => found.Id);
            row.HasIndex(found => new { found.AccessPoint, found.Position });
            row.Property(found => found.AccessPoint).HasMaxLength(TestCaseRow.MaxArn);
            row.Property(found => found.Name).HasMaxLength(TestCaseRow.MaxName);
            row.Property(found => found.Line).HasMaxLength(TestCaseRow.MaxLine);
            row.Property(found => found.ChangedBy).HasMaxLength(TestCaseRow.MaxPerson);
        });
        modelBuilder.Entity<ActivityRow>(row =>
        {
            row.ToTable("Activity");
            row.HasKey(found => found.Id);
            row.Property(found => found.Id).HasMaxLength(ActivityRow.IdLength).ValueGeneratedNever();
            row.Property(found => found.Role).HasConversion<string>().HasMaxLength(EnumLength);
            row.Property(found => found.Action).HasConversion<string>().HasMaxLength(EnumLength);
            row.Property(found => found.Outcome).HasConversion<string>().HasMaxLength(EnumLength);

            // Every filter has the newest first; time alone is the order of the list and of what is forgotten.
            row.HasIndex(found => new { found.At, found.Id });
            row.HasIndex(found => new { found.User, found.At, found.Id });
            row.HasIndex(found => new { found.AccessPoint, found.At, found.Id });
            row.HasIndex(found => new { found.Action, found.At, found.Id });
            row.HasIndex(found => new { found.Outcome, found.At, found.Id });
        });
        modelBuilder.Entity<DrillRow>(row =>
        {
            row.ToTable("Drills");
            row.HasKey(found => found.Id);
            row.Property(found => found.Id).ValueGeneratedNever();
            row.Property(found => found.Name).HasMaxLength(DrillRow.MaxName);
            row.Property(found => found.AccessPoint).HasMaxLength(DrillRow.MaxAccessPoint);
            row.Property(found => found.Person).HasMaxLength(DrillRow.MaxPerson);
            row.HasIndex(found => found.At);
            row.HasIndex(found => new { found.Name, found.At });
        });
    }
}
