// Stand-ins for the public shapes of Serilog, NLog and log4net that the rules recognise by name. Bodies do nothing.
using System;

namespace Serilog
{
    using Serilog.Configuration;
    using Serilog.Events;

    public class LoggerConfiguration
    {
        public LoggerSinkConfiguration WriteTo { get; } = new();
        public LoggerAuditSinkConfiguration AuditTo { get; } = new();
    }

    public static class FileLoggerConfigurationExtensions
    {
        public static LoggerConfiguration File(this LoggerSinkConfiguration sinkConfiguration, string path, LogEventLevel restrictedToMinimumLevel = LogEventLevel.Verbose, long? fileSizeLimitBytes = null) => new();
        public static LoggerConfiguration File(this LoggerAuditSinkConfiguration sinkConfiguration, string path, LogEventLevel restrictedToMinimumLevel = LogEventLevel.Verbose) => new();
    }

    public static class ConsoleLoggerConfigurationExtensions
    {
        public static LoggerConfiguration Console(this LoggerSinkConfiguration sinkConfiguration, LogEventLevel restrictedToMinimumLevel = LogEventLevel.Verbose) => new();
        public static LoggerConfiguration Console(this LoggerSinkConfiguration sinkConfiguration, Serilog.Formatting.ITextFormatter formatter, LogEventLevel restrictedToMinimumLevel = LogEventLevel.Verbose) => new();
    }
}

namespace Serilog.Configuration
{
    public class LoggerSinkConfiguration;
    public class LoggerAuditSinkConfiguration;
}

namespace Serilog.Events
{
    public enum LogEventLevel { Verbose, Debug, Information, Warning, Error, Fatal }
}

namespace Serilog.Formatting
{
    public interface ITextFormatter;
}

namespace Serilog.Formatting.Compact
{
    public class RenderedCompactJsonFormatter : ITextFormatter;
}

namespace NLog.Targets
{
    public class FileTarget
    {
        public FileTarget() { }
        public FileTarget(string name) { }
    }
}

namespace log4net.Appender
{
    public class FileAppender;
    public class RollingFileAppender : FileAppender;
}
