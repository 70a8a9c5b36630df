// Stand-ins for the public shapes of AWS.Lambda.Powertools.Logging. Bodies do nothing.
using System;
using System.Collections.Generic;

namespace AWS.Lambda.Powertools.Logging
{
    [AttributeUsage(AttributeTargets.Method)]
    public class LoggingAttribute : Attribute
    {
        public string? Service { get; set; }
        public bool LogEvent { get; set; }
        public bool ClearState { get; set; }
    }

    public static class Logger
    {
        public static void AppendKey(string key, object value) { }
        public static void AppendKeys(IEnumerable<KeyValuePair<string, object>> keys) { }
        public static void RemoveKeys(params string[]? keys) { }
        public static void RemoveAllKeys() { }
        public static void LogInformation(string message) { }
    }
}
