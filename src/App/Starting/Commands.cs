using System.Data.Common;
using System.Runtime.InteropServices;
using App.Backups;
using static App.Shell.Texts;

namespace App.Starting;

/// <summary>Does what the command line asks for besides serving, and says in a sentence when it cannot.</summary>
public static class Commands
{
    public const int Wrong = 2, Failed = 1;

    /// <summary>The exit code of a command that is done; null when the program shall serve.</summary>
    public static async Task<int?> Run(string[] arguments)
    {
        try
        {
            var asked = CommandLine.Parse(arguments);
            if (asked.Command == CommandLine.Serve) return null;
            await Console.Out.WriteLineAsync(asked.Command == CommandLine.Help ? Option.Help : await Do(asked));
            return 0;
        }
        catch (WrongOption wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return Wrong;
        }
        catch (Exception e) when (e is BackupFailed or IOException or UnauthorizedAccessException or DbException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Failed;
        }
    }

    static async Task<string> Do(CommandLine asked)
    {
        var settings = Settings.Of(new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(asked.Settings).Build());
        using var stop = new CancellationTokenSource();
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true; // What was begun is taken away before it ends.
            stop.Cancel();
        });
        var manifest = asked.Command == CommandLine.Backup
            ? await MakeBackup.Run(settings, asked.File!, TimeProvider.System, stop.Token)
            : await RestoreBackup.Run(settings, asked.File!, asked.Verify, stop.Token);
        var (rows, blobs) = (manifest.Stores.Sum(s => s.Rows.Values.Sum()), manifest.Stores.Sum(s => s.Blobs));
        return asked.Command == CommandLine.Backup ? T("Đã sao lưu {0} dòng và {1} tệp đính kèm vào {2}.", rows, blobs, asked.File)
            : asked.Verify ? T("Đã khôi phục và kiểm tra {0} dòng, {1} tệp đính kèm: đủ và nguyên vẹn.", rows, blobs)
            : T("Đã khôi phục {0} dòng và {1} tệp đính kèm.", rows, blobs);
    }

    /// <summary>What it gives; null when it must be refused, and then the reason has been said.</summary>
    public static T? Refuses<T>(Func<T> give) where T : class
    {
        try
        {
            return give();
        }
        catch (WrongOption wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return null;
        }
    }
}
