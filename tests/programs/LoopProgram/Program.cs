using LoopProgram;
using Serverless.Runtime;

FunctionTable.Register(new FunctionDescription("Echo", Handlers.Echo, [], 30));
FunctionTable.Register(new FunctionDescription("HeapLimit", Handlers.HeapLimit, [], 30));
FunctionTable.Register(new FunctionDescription("UntilTold", Handlers.UntilTold, [], 30));
FunctionTable.Register(new FunctionDescription("Fails", Handlers.Fails, [], 30));
FunctionTable.Register(new FunctionDescription("Soak", Handlers.Soak, [], 30) { Streams = true });
return ServerlessRuntime.Run(args);
