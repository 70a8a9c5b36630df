using System.Diagnostics;

namespace Serverless.Testing.Tools;

/// <summary>
/// A script of `tests/tools` that runs as long as a test needs it and speaks in lines. It ends with its standard input, so that a
/// test process that dies leaves nothing behind.
/// </summary>
public sealed class NodeServer : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    /// <summary>Starts the script.</summary>
    /// <param name="script">File name in `tests/tools`.</param>
    /// <exception cref="InvalidOperationException">Node or its packages are missing.</exception>
    public NodeServer(string script)
    {
        _process = NodeTool.Start(script, redirectInput: true);
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Sends a line.</summary>
    public async Task WriteLineAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>The next line the script writes.</summary>
    /// <exception cref="InvalidOperationException">The script ended, or wrote nothing for 30 seconds.</exception>
    public async Task<string> ReadLineAsync()
    {
        try
        {
            return await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30))
                ?? throw new InvalidOperationException($"The script ended:\n{await _errors}");
        }
        catch (TimeoutException exception)
        {
            throw new InvalidOperationException("The script wrote nothing for 30 seconds.", exception);
        }
    }

    /// <summary>Ends the script.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(2_000))
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
