// Stand-ins for the public shapes of StackExchange.Redis that the rules recognise by name. Bodies do nothing.
using System;
using System.Threading.Tasks;

namespace StackExchange.Redis
{
    public interface IDatabase;
    public interface IConnectionMultiplexer : IDisposable, IAsyncDisposable
    {
        IDatabase GetDatabase(int db = -1, object? asyncState = null);
        void Close(bool allowCommandsToComplete = true);
    }
    public sealed class ConnectionMultiplexer : IConnectionMultiplexer
    {
        private ConnectionMultiplexer() { }
        public static ConnectionMultiplexer Connect(string configuration, System.IO.TextWriter? log = null) => new();
        public static Task<ConnectionMultiplexer> ConnectAsync(string configuration, System.IO.TextWriter? log = null) => Task.FromResult(new ConnectionMultiplexer());
        public IDatabase GetDatabase(int db = -1, object? asyncState = null) => null!;
        public void Close(bool allowCommandsToComplete = true) { }
        public void Dispose() { }
        public ValueTask DisposeAsync() => default;
    }
}
