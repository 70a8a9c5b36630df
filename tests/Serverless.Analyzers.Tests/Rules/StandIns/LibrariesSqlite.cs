// Stand-ins for local data bases: Microsoft.Data.Sqlite, LiteDB, and the providers of Entity Framework Core. Bodies do nothing.
using System;

namespace Microsoft.Data.Sqlite
{
    public class SqliteConnection : IDisposable
    {
        public SqliteConnection() { }
        public SqliteConnection(string? connectionString) { }
        public void Dispose() { }
    }
}

namespace LiteDB
{
    public class LiteDatabase : IDisposable
    {
        public LiteDatabase(string connectionString) { }
        public void Dispose() { }
    }
}

namespace Microsoft.EntityFrameworkCore
{
    public class DbContextOptionsBuilder;

    public static class SqliteDbContextOptionsBuilderExtensions
    {
        public static DbContextOptionsBuilder UseSqlite(this DbContextOptionsBuilder optionsBuilder, string? connectionString, Action<object>? sqliteOptionsAction = null) => optionsBuilder;
    }

    public static class InMemoryDbContextOptionsExtensions
    {
        public static DbContextOptionsBuilder UseInMemoryDatabase(this DbContextOptionsBuilder optionsBuilder, string databaseName, Action<object>? inMemoryOptionsAction = null) => optionsBuilder;
    }
}
