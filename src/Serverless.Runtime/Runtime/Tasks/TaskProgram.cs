using System.Runtime.InteropServices;

namespace Serverless.Runtime;

/// <summary>The process of a container that runs one task: the signal, the service, the exit code.</summary>
internal static class TaskProgram
{
    /// <summary>Every user may write, and remove only what is his: what `/tmp` is everywhere.</summary>
    private const UnixFileMode ForEverybody =
        UnixFileMode.StickyBit
        | UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Runs the task that the environment names. The exit code.</summary>
    public static int Run()
    {
        var environment = TaskEnvironment.Read(Environment.GetEnvironmentVariable);
        if (environment.Prepare is { } folders)
            return Prepare(folders);
        StepFunctionsApi? api = null;
        if (environment.Token is not null)
        {
            try
            {
                api = StepFunctionsApi.FromEnvironment();
            }
            catch (InvalidOperationException exception)
            {
                FunctionLog.Write(FunctionLogLevel.Fatal, exception.Message);
                return TaskRun.NotReported;
            }
        }

        using var output = Console.OpenStandardOutput();
        using var run = new TaskRun(environment, api, output, TimeProvider.System);
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            run.Stop();
        });
        try
        {
            return run.RunAsync().GetAwaiter().GetResult();
        }
        catch (InvalidOperationException exception)
        {
            // There are no credentials.
            FunctionLog.Write(FunctionLogLevel.Fatal, exception.Message);
            return TaskRun.NotReported;
        }
    }

    /// <summary>
    /// An empty volume of Fargate belongs to root, and nothing but the image could say otherwise. So the container that precedes the
    /// task's runs the same program as root for a moment, without network or writable root, and opens the folder.
    /// </summary>
    private static int Prepare(string folders)
    {
        foreach (var folder in folders.Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                if (OperatingSystem.IsWindows())
                    throw new PlatformNotSupportedException("Fargate's folders are prepared on Linux.");
                File.SetUnixFileMode(folder, ForEverybody);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
            {
                FunctionLog.Write(FunctionLogLevel.Fatal, folder + " cannot be made writable", null, exception);
                return TaskRun.Failed;
            }
        }

        return TaskRun.Succeeded;
    }
}
