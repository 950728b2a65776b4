using System.Globalization;
using static App.Shell.Texts;

namespace App.Starting;

/// <summary>What was typed makes no sense; the sentence says what would.</summary>
public sealed class WrongOption(string sentence) : Exception(sentence);

/// <summary>What the program is asked to do: serve, or one of the commands, with what they need.</summary>
/// <param name="Command">One of serve, backup, restore, help.</param>
/// <param name="File">The backup file of backup and restore.</param>
/// <param name="Settings">The options as configuration (--Key=value), from which Settings are made.</param>
public sealed record CommandLine(string Command, string? File, bool Verify, string[] Settings)
{
    public const string Serve = "serve", Backup = "backup", Restore = "restore", Help = "help";

    /// <summary>What ./run gives the web host.</summary>
    static readonly string[] OfTheHost = ["contentroot", "environment"];

    /// <summary>Only a test that holds the program inside itself gives it a name, and configuration that nobody typed.</summary>
    const string InATest = "--applicationName=";

    /// <exception cref="WrongOption">An option is unknown, lacks its value, or has one that cannot be.</exception>
    public static CommandLine Parse(string[] arguments)
    {
        if (arguments.Any(a => a.StartsWith(InATest, StringComparison.Ordinal))) return new(Serve, null, false, arguments);
        var (words, settings, verify, help) = (new List<string>(), new List<string>(), false, false);
        for (var rest = new Queue<string>(arguments); rest.TryDequeue(out var argument);)
        {
            if (argument is "--help" or "-h") help = true;
            else if (argument is "--verify") verify = true;
            else if (!argument.StartsWith('-')) words.Add(argument);
            else settings.Add(Setting(argument, rest));
        }
        if (help || words is [Help]) return new(Help, null, false, []);
        return words switch
        {
            [] when !verify => new(Serve, null, false, [.. settings]),
            [Backup, var file] when !verify => new(Backup, file, false, [.. settings]),
            [Restore, var file] => new(Restore, file, verify, [.. settings]),
            [Backup or Restore] => throw new WrongOption(T("Cần tên tệp: ./run {0} FILE.", words[0])),
            [] or [Backup, ..] => throw new WrongOption(T("--verify chỉ đi cùng restore.")),
            _ => throw new WrongOption(T("Không hiểu “{0}”. Xem ./run --help.", string.Join(' ', words))),
        };
    }

    static string Setting(string argument, Queue<string> rest)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        var (name, value) = equals < 0 ? (argument, null) : (argument[..equals], argument[(equals + 1)..]);
        var key = name.TrimStart('-');
        if (value is not null && (key.Contains(':', StringComparison.Ordinal) || OfTheHost.Contains(key.ToLowerInvariant()))) return argument; // A section's setting.
        var option = Option.All.FirstOrDefault(o => IsSame(o.Name, key))
            ?? throw new WrongOption(T("Không có tuỳ chọn {0}. Xem ./run --help.", name));
        if (option.Value is null) return $"--{option.Key}={Flag(option, name, value)}";
        if (value is null && rest.TryPeek(out var next) && !next.StartsWith("--", StringComparison.Ordinal)) value = rest.Dequeue();
        value ??= option.IsValueOptional ? "" : throw new WrongOption(T("Tuỳ chọn {0} cần một giá trị.", name));
        return option.Accepts(value) ? $"--{option.Key}={value}" : throw new WrongOption(T("Tuỳ chọn {0} không nhận “{1}”.", name, value));
    }

    static bool Flag(Option option, string name, string? value) => bool.TryParse(value ?? "true", out var on)
        ? on != option.IsNegation
        : throw new WrongOption(T("Tuỳ chọn {0} không nhận “{1}”.", name, value));

    static bool IsSame(string option, string typed) => option.Equals(typed, StringComparison.OrdinalIgnoreCase);
}

/// <summary>An option of the program: how it is typed, which setting it is, and what it means.</summary>
sealed record Option(string Name, string? Value, string Key, string Meaning)
{
    public Func<string, bool> Accepts { get; init; } = value => value.Length > 0;
    public bool IsValueOptional { get; init; }
    public bool IsNegation { get; init; }

    public static IReadOnlyList<Option> All =>
    [
        new("port", "N", "ListenPort", T("cổng HTTP; mặc định 5080")) { Accepts = v => int.TryParse(v, CultureInfo.InvariantCulture, out var port) && port is >= 0 and < 65535 },
        new("host", "ADDRESS", "ListenHost", T("địa chỉ máy nghe; mặc định 127.0.0.1, 0.0.0.0 là mọi địa chỉ")),
        new("https", "FILE", "Https", T("thêm HTTPS ở cổng kế tiếp: chứng thư riêng (.pfx hoặc .pem), bỏ trống thì tự tạo trong thư mục dữ liệu"))
            { IsValueOptional = true, Accepts = v => v.Length == 0 || File.Exists(v) },
        new("data", "DIR", "Data", T("thư mục dữ liệu; mặc định data cạnh tệp run")),
        new("fresh", null, "Fresh", T("xoá sạch thư mục dữ liệu trước khi bắt đầu")),
        new("database", "CONNECTION", "Database", T("PostgreSQL thay cho SQLite: 'Host=…;Database=…;Username=…'")),
        new("hub-database", "CONNECTION", "HubDatabase", T("cơ sở dữ liệu của trục; mặc định tên của nút thêm _hub")),
        new("role", "node|hub", "Roles", T("chỉ chạy nút hoặc chỉ chạy trục; mặc định cả hai")) { Accepts = v => v.Split(',').All(Settings.AllRoles.Contains) },
        new("hub", "URL", "HubUrl", T("địa chỉ của trục mà nút này nối vào; mặc định chính chương trình này"))
            { Accepts = v => Uri.TryCreate(v, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" },
        new("institution", "CODE", "InstitutionCode", T("mã định danh cơ quan mà nút này phục vụ")),
        new("demo", null, "Demo", T("có các cơ quan trình diễn (mặc định của ./run)")),
        new("no-demo", null, "Demo", T("bắt đầu trống, in một liên kết dùng một lần để lập quản trị viên")) { IsNegation = true },
    ];

    public static string Help => string.Join('\n', [
        T("Liên Thông: văn bản điện tử, chỉ đạo và liên thông giữa các cơ quan."),
        "",
        "./run [--option …]              " + T("chạy, dừng bằng Ctrl+C hoặc SIGTERM"),
        "./run backup FILE               " + T("sao lưu cơ sở dữ liệu và tệp vào một tệp, kể cả khi đang chạy"),
        "./run restore FILE --verify     " + T("khôi phục vào thư mục dữ liệu trống và kiểm tra từng tệp"),
        "",
        .. All.Select(o => $"  --{o.Name + (o.Value is null ? "" : o.IsValueOptional ? $" [{o.Value}]" : $" {o.Value}"),-28}{o.Meaning}"),
        "",
    ]);
}
