// Stand-ins for the public shapes of database libraries that the rules recognise by name. Bodies do nothing.
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Npgsql
{
    public sealed class NpgsqlConnection(string? connectionString) : StandInConnection(connectionString);
    public class NpgsqlDataSourceBuilder(string? connectionString = null)
    {
        public string? ConnectionString { get; } = connectionString;
    }
}

namespace MySqlConnector
{
    public sealed class MySqlConnection(string? connectionString) : Npgsql.StandInConnection(connectionString);
}

namespace Microsoft.Data.SqlClient
{
    public sealed class SqlConnection(string? connectionString) : Npgsql.StandInConnection(connectionString);
}

namespace Npgsql
{
    public abstract class StandInConnection(string? connectionString) : DbConnection
    {
        [AllowNull]
        public override string ConnectionString { get; set; } = connectionString;
        public override string Database => "";
        public override string DataSource => "";
        public override string ServerVersion => "";
        public override ConnectionState State => ConnectionState.Closed;
        public override void ChangeDatabase(string databaseName) { }
        public override void Close() { }
        public override void Open() { }
        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => null!;
        protected override DbCommand CreateDbCommand() => null!;
    }
}
