using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mrap.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddActivity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Activity",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    User = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Target = table.Column<string>(type: "TEXT", nullable: false),
                    AccessPoint = table.Column<string>(type: "TEXT", nullable: true),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FaultCode = table.Column<string>(type: "TEXT", nullable: true),
                    FaultText = table.Column<string>(type: "TEXT", nullable: true),
                    FaultRequestId = table.Column<string>(type: "TEXT", nullable: true),
                    Duration = table.Column<long>(type: "INTEGER", nullable: false),
                    CorrelationId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Activity", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Activity_AccessPoint_At_Id",
                table: "Activity",
                columns: new[] { "AccessPoint", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Activity_Action_At_Id",
                table: "Activity",
                columns: new[] { "Action", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Activity_At_Id",
                table: "Activity",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Activity_Outcome_At_Id",
                table: "Activity",
                columns: new[] { "Outcome", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Activity_User_At_Id",
                table: "Activity",
                columns: new[] { "User", "At", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Activity");
        }
    }
}
