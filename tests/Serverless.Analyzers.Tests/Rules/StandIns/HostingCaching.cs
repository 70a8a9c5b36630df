// Stand-ins for Microsoft.Extensions.Caching. Bodies do nothing.
using System;
using System.Threading.Tasks;

namespace Microsoft.Extensions.Caching.Memory
{
    public interface ICacheEntry : IDisposable
    {
        TimeSpan? AbsoluteExpirationRelativeToNow { get; set; }
    }
    public interface IMemoryCache : IDisposable
    {
        ICacheEntry CreateEntry(object key);
    }
    public static class CacheExtensions
    {
        public static TItem Set<TItem>(this IMemoryCache cache, object key, TItem value) => value;
        public static TItem Set<TItem>(this IMemoryCache cache, object key, TItem value, TimeSpan absoluteExpirationRelativeToNow) => value;
        public static TItem? GetOrCreate<TItem>(this IMemoryCache cache, object key, Func<ICacheEntry, TItem> factory) => default;
        public static Task<TItem?> GetOrCreateAsync<TItem>(this IMemoryCache cache, object key, Func<ICacheEntry, Task<TItem>> factory) => Task.FromResult<TItem?>(default);
    }
}
