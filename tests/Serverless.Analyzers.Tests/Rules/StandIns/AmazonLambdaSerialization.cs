// Stand-ins for the serialisers of Amazon.Lambda.Serialization.*. Bodies do nothing.
using System.IO;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Core
{
    public interface ILambdaSerializer
    {
        T Deserialize<T>(Stream requestStream);
        void Serialize<T>(T response, Stream responseStream);
    }
}

namespace Amazon.Lambda.Serialization.SystemTextJson
{
    using Amazon.Lambda.Core;

    public class DefaultLambdaJsonSerializer : ILambdaSerializer
    {
        public T Deserialize<T>(Stream requestStream) => default!;
        public void Serialize<T>(T response, Stream responseStream) { }
    }

    public class SourceGeneratorLambdaJsonSerializer<TSGContext> : ILambdaSerializer
        where TSGContext : JsonSerializerContext
    {
        public T Deserialize<T>(Stream requestStream) => default!;
        public void Serialize<T>(T response, Stream responseStream) { }
    }
}
