using Microsoft.EntityFrameworkCore;

namespace Mrap.Web.Data;

/// <summary>What the console keeps of its own.</summary>
public sealed class ConsoleDatabase(DbContextOptions<ConsoleDatabase> options) : DbContext(options)
{
    public DbSet<TestCaseRow> TestCases => Set<TestCaseRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<TestCaseRow>(row =>
    {
        row.ToTable("TestCases");
        row.HasKey(found => found.Id);
        row.HasIndex(found => new { found.AccessPoint, found.Position });
        row.Property(found => found.AccessPoint).HasMaxLength(TestCaseRow.MaxArn);
        row.Property(found => found.Name).HasMaxLength(TestCaseRow.MaxName);
        row.Property(found => found.Line).HasMaxLength(TestCaseRow.MaxLine);
        row.Property(found => found.ChangedBy).HasMaxLength(TestCaseRow.MaxPerson);
    });
}
