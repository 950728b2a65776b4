using static App.Shell.Texts;

namespace App.Starting;

/// <summary>Programs and fonts of the machine; without them the system goes on with less.</summary>
static class MachineChecks
{
    static readonly string[] FontFolders = ["/usr/share/fonts", "/usr/local/share/fonts"];

    public static void Add(IServiceCollection services)
    {
        Add(services, "libreoffice", () => IsInstalled("soffice")
            ? Finding.Ok(T("Có LibreOffice để chuyển DOCX thành PDF."))
            : Finding.Missing(T("Thiếu LibreOffice (gói libreoffice-writer-nogui): chưa chuyển được DOCX thành PDF, chỉ nhận PDF.")));
        Add(services, "fonts", () => HasFont("LiberationSerif-Regular.ttf")
            ? Finding.Ok(T("Có phông chữ Liberation thay Times New Roman."))
            : Finding.Missing(T("Thiếu phông Liberation (gói fonts-liberation2): văn bản chuyển ra PDF có thể lệch dòng.")));
        Add(services, "poppler", () => IsInstalled("pdftoppm")
            ? Finding.Ok(T("Có poppler-utils để kiểm tra và xem trước PDF."))
            : Finding.Missing(T("Thiếu poppler-utils: không đối chiếu được PDF bằng công cụ thứ hai.")));
    }

    static void Add(IServiceCollection services, string name, Func<Finding> look) =>
        services.AddCheck(name, isNeeded: false, (_, _) => Task.FromResult(look()));

    static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    static bool HasFont(string file) => FontFolders.Append(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".fonts"))
        .Where(Directory.Exists).Any(folder => Directory.EnumerateFiles(folder, file, SearchOption.AllDirectories).Any());
}
