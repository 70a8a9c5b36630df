using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Local files (SVLS02xx): the disk is read-only but for /tmp, and /tmp is neither durable nor empty.</summary>
internal static class FileRules
{
    public static readonly DiagnosticDescriptor WriteOutsideTmp = Rule.Create(
        RuleIds.WriteOutsideTmp,
        "File is written outside /tmp",
        "Writes to {0}, {1}",
        RulePolicy.Warning,
        "The file system of a function is read-only except for /tmp: the write fails with an IOException on Lambda and works on every developer's machine.");

    public static readonly DiagnosticDescriptor TemporaryFileKept = Rule.Create(
        RuleIds.TemporaryFileKept,
        "Temporary file is never deleted",
        "The file that '{0}' writes to /tmp {1}: later invocations of the environment find less and less space",
        RulePolicy.Warning,
        "/tmp belongs to the environment, not to the invocation: what is left there is still there in the next one, until 512 MB (by default) are full.");

    public static readonly DiagnosticDescriptor FixedTemporaryName = Rule.Create(
        RuleIds.FixedTemporaryName,
        "Fixed file name in /tmp",
        "'{0}' is the same file for every invocation of the environment: {1}; put the request's id in the name (written by {2})",
        RulePolicy.Info,
        "/tmp belongs to the environment. With one name for all, an invocation reads what an earlier one left, and concurrent invocations write over each other.");

    public static readonly DiagnosticDescriptor FileWatching = Rule.Create(
        RuleIds.FileWatching,
        "File watching on a read-only, frozen environment",
        "{0} watches files that never change in a function and takes one of few inotify instances: {1}",
        RulePolicy.Warning,
        "The code's folder is read-only, so there is nothing to watch; the watcher still costs start-up time and an inotify instance, of which the host has 128 per user: under load, start-up fails with an IOException.");

    public static readonly DiagnosticDescriptor FileReadAsIfDurable = Rule.Create(
        RuleIds.FileReadAsIfDurable,
        "File written in one invocation is read as if durable",
        "'{0}' is read as if it were always there, but {1}: each environment has files of its own; keep the data in S3 or DynamoDB (read by {2})",
        RulePolicy.Warning,
        "Files belong to one environment of one function. Another function never sees them, and a later invocation only when it happens to be served by the same environment.",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor CurrentDirectoryPath = Rule.Create(
        RuleIds.CurrentDirectoryPath,
        "Path depends on the current directory",
        "{0} is found only when the process starts in the folder of its code: combine it with AppContext.BaseDirectory",
        RulePolicy.Info,
        "Which directory is current depends on what starts the process: the managed runtime, a custom one, a container's WORKDIR, a test. The folder of the code is AppContext.BaseDirectory everywhere.");

    public static readonly DiagnosticDescriptor LocalDatabase = Rule.Create(
        RuleIds.LocalDatabase,
        "Local database as a durable store",
        "The data base {0} belongs to one {1} and is lost with it: use DynamoDB, RDS or a file on EFS; packaged reference data is opened read-only",
        RulePolicy.Warning,
        "Every environment has a data base of its own in such a file, and none of them survives. The code's folder cannot be written at all.");

    public static readonly DiagnosticDescriptor FileLogging = Rule.Create(
        RuleIds.FileLogging,
        "Logging to a file",
        "{0} writes log lines to a file that is lost with the {1} and that nobody collects: write to the console, which CloudWatch receives",
        RulePolicy.Warning,
        "Lambda sends standard output and standard error to CloudWatch Logs. Files can be written below /tmp only, fill it up, and disappear with the environment.");
}
