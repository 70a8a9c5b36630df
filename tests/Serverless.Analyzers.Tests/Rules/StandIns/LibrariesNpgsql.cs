// Stand-ins for the public shapes of Npgsql that the rules recognise by name. Bodies do nothing.
namespace Npgsql
{
    public abstract class NpgsqlDataSource : System.IDisposable
    {
        public static NpgsqlDataSource Create(string connectionString) => null!;
        public void Dispose() { }
    }
}
