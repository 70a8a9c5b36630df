// Stand-ins for what changes a database's schema: Entity Framework Core and FluentMigrator. Bodies do nothing.
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.EntityFrameworkCore.Infrastructure
{
    public class DatabaseFacade
    {
        public virtual bool EnsureCreated() => false;
        public virtual Task<bool> EnsureCreatedAsync(CancellationToken cancellationToken = default) => Task.FromResult(false);
        public virtual bool EnsureDeleted() => false;
    }
}

namespace Microsoft.EntityFrameworkCore
{
    using Microsoft.EntityFrameworkCore.Infrastructure;

    public static class RelationalDatabaseFacadeExtensions
    {
        public static void Migrate(this DatabaseFacade databaseFacade) { }
        public static Task MigrateAsync(this DatabaseFacade databaseFacade, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}

namespace FluentMigrator.Runner
{
    public interface IMigrationRunner
    {
        void MigrateUp();
    }
}
