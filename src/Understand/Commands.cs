using System.Globalization;
using System.Text;
using Kernel.Calendar;
using Understanding;

namespace Understand;

/// <summary>The command line: reads sentences, one a line, and writes what each was understood to say.</summary>
static class Commands
{
    const string Help = """
        ./understand --directory units.csv --now 2026-11-24T09:00 [--json]

        Reads directives from standard input, one a line, and shows the assignments that each proposes.

          --directory FILE  units and people: code,name,kind,parent,also; kind is unit or person; other names are split by ;
          --now TIME        when the directives are given, in Việt Nam; without it, the time of this machine's clock in Việt Nam
          --json            one JSON object a line, and nothing else
        """;

    public static int Run(string[] arguments, Stream input, Stream output, TextWriter errors)
    {
        using var reader = new StreamReader(input, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true);
        using var writer = new StreamWriter(output, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
        try
        {
            if (arguments.Contains("--help") || arguments.Contains("-h"))
            {
                writer.WriteLine(Help);
                return 0;
            }
            var options = Options.Of(arguments);
            var book = UnitsFile.Read(options.Directory);
            while (reader.ReadLine() is { } line)
            {
                var understood = Reader.Read(line, book, options.Now, WorkingCalendar.Legal);
                writer.WriteLine(options.IsJson ? Showing.Json(understood) : Showing.Text(understood, book));
            }
            return 0;
        }
        catch (Trouble trouble)
        {
            errors.WriteLine(trouble.Message);
            return 2;
        }
    }
}

/// <summary>What was asked for.</summary>
sealed record Options(string Directory, DateTime Now, bool IsJson)
{
    static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    public static Options Of(string[] arguments)
    {
        var (directory, now, isJson) = ((string?)null, (DateTime?)null, false);
        for (var i = 0; i < arguments.Length; i++)
            switch (arguments[i])
            {
                case "--json":
                    isJson = true;
                    break;
                case "--directory":
                    directory = Value(arguments, ref i);
                    break;
                case "--now":
                    now = DateTime.TryParseExact(Value(arguments, ref i), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : throw new Trouble($"{arguments[i]} is not a time like 2026-11-24T09:00.");
                    break;
                default:
                    throw new Trouble($"There is no option {arguments[i]}; --help lists them.");
            }
        return new(directory ?? throw new Trouble("Say which directory to use: --directory units.csv."), now ?? VietnamTime.Local(TimeProvider.System.GetUtcNow().UtcDateTime), isJson);
    }

    static string Value(string[] arguments, ref int at) => at + 1 < arguments.Length ? arguments[++at] : throw new Trouble($"The option {arguments[at]} needs a value.");
}
