using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Handlers;

public sealed class HandlerFixTests
{
    [Fact]
    public Task An_async_void_handler_returns_a_task() => FixTest<HostedRule<HandlerShapeRule>, AsyncTaskFixer>.Check(
        """
        // Takes one request.
        public async void {|SVLS0701:Handle|}(Request r) // by name
        {
            await Task.Yield();
        }
        """,
        """
        // Takes one request.
        public async Task Handle(Request r) // by name
        {
            await Task.Yield();
        }
        """,
        static test =>
        {
            HandlerStrings.Name(test.TestState);
            HandlerStrings.Name(test.FixedState);
        });
}
