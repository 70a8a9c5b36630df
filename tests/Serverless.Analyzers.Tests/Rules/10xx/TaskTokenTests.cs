using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.StepFunctions;

public sealed class TaskTokenTests
{
    private static Task Check(string members) => RuleTests.Check<TaskTokenRule>("using Amazon.StepFunctions;\nusing Amazon.StepFunctions.Model;\n" + RuleTests.InFunction("""
        private readonly IAmazonStepFunctions _steps = new AmazonStepFunctionsClient();
        public record Job(string TaskToken, string Id);
        private static Task<string> Work(string id) => Task.FromResult(id);
        """ + "\n" + members));

    [Fact]
    public Task Success_without_a_failure_anywhere_is_reported() => Check("""
        public async Task Handle(Job job)
        {
            var result = await Work(job.Id);
            await {|SVLS1005:_steps.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = job.TaskToken, Output = result })|};
        }
        """);

    [Fact]
    public Task A_return_before_the_completion_is_reported() => Check("""
        public async Task<int> Handle(Job job)
        {
            if (job.Id.Length == 0)
                {|SVLS1005:return|} 0;
            try
            {
                await _steps.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = job.TaskToken, Output = await Work(job.Id) });
            }
            catch (Exception error)
            {
                await _steps.SendTaskFailureAsync(new SendTaskFailureRequest { TaskToken = job.TaskToken, Cause = error.Message });
            }

            return 1;
        }
        """);

    [Fact]
    public Task Success_in_try_and_failure_in_catch_is_fine() => Check("""
        public async Task Handle(Job job)
        {
            if (string.IsNullOrEmpty(job.TaskToken))
                return;
            try
            {
                var request = new SendTaskSuccessRequest();
                request.TaskToken = job.TaskToken;
                request.Output = await Work(job.Id);
                await _steps.SendTaskSuccessAsync(request);
            }
            catch (Exception error)
            {
                await _steps.SendTaskFailureAsync(new SendTaskFailureRequest { TaskToken = job.TaskToken, Cause = error.Message });
                return;
            }
        }
        """);

    [Fact]
    public Task Approval_and_refusal_in_two_methods_of_a_class_are_fine() => Check("""
        public Task Approve(Job job) => _steps.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = job.TaskToken, Output = "{}" });
        public Task Reject(Job job) => _steps.SendTaskFailureAsync(new SendTaskFailureRequest { TaskToken = job.TaskToken });
        """);

    [Fact]
    public Task A_token_that_other_code_gets_is_that_codes_business() => Check("""
        public async Task Handle(Job job)
        {
            try
            {
                await _steps.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = job.TaskToken, Output = await Work(job.Id) });
            }
            catch (Exception error)
            {
                await Fail(job.TaskToken, error);
            }
        }

        public async Task Each(List<Job> jobs) => await Task.WhenAll(jobs.Select(job => _steps.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = job.TaskToken })));
        private static Task Fail(string token, Exception error) => Task.CompletedTask;
        """);

    [Fact]
    public Task Methods_of_other_types_that_are_called_the_same_are_silent() => Check("""
        public interface IOther { Task SendTaskSuccessAsync(SendTaskSuccessRequest request); }
        public Task Handle(IOther other, Job job) => other.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = job.TaskToken });
        """);
}
