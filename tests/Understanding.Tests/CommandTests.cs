using System.Text;
using System.Text.Json;
using Understand;

namespace Understanding.Tests;

/// <summary>The program that ./understand starts.</summary>
public class CommandTests
{
    const string Units = "\uFEFFcode,name,kind,parent,also\r\nVPC,Vụ Pháp chế,unit,,PC\r\nTDKT,\"Vụ Thi đua, Khen thưởng\",unit,,\"Vụ \"\"TĐ\"\"\"\r\nP1,Ngô Mẫu Hải,person,VPC,Vụ trưởng\r\n";

    [Fact]
    public void Each_line_gets_one_object_in_order_and_Vietnamese_letters_stay()
    {
        var (code, output, errors) = Run(Units, "Giao Vụ Pháp chế xử lý gấp trước 15h ngày 30/11\n\nGiao Vụ Du lịch xử lý\n", "--now", "2026-11-24T09:00", "--json");

        Assert.Equal(0, code);
        Assert.Equal("", errors);
        Assert.Equal("""
            {"assignments":[{"lead":"VPC","support":[],"inform":[],"due":"2026-11-30T15:00","what":"xử lý"}],"urgency":1,"unknown":[]}
            {"assignments":[],"urgency":0,"unknown":[]}
            {"assignments":[],"urgency":0,"unknown":["Vụ Du lịch"]}

            """.ReplaceLineEndings("\n"), output);
    }

    [Fact]
    public void Quoted_fields_of_the_directory_are_read()
    {
        var (_, output, _) = Run(Units, "Vụ Thi đua, Khen thưởng xử lý\n", "--now", "2026-11-24T09:00", "--json");
        Assert.Equal("TDKT", JsonDocument.Parse(output).RootElement.GetProperty("assignments")[0].GetProperty("lead").GetString());
    }

    [Fact]
    public void Without_json_the_sources_are_shown()
    {
        var (code, output, _) = Run(Units, "Giao PC xử lý trước 30/11\n", "--now", "2026-11-24T09:00");
        Assert.Equal(0, code);
        Assert.Contains("chủ trì: Vụ Pháp chế [VPC]", output, StringComparison.Ordinal);
        Assert.Contains("“trước 30/11”", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--now", "hôm nay")]
    [InlineData("--jsonn")]
    [InlineData("--now")]
    public void A_wrong_argument_is_told_in_one_sentence(params string[] arguments) => Refused(Run(Units, "", arguments));

    [Theory]
    [InlineData("")]
    [InlineData("code,name\nVPC,Vụ Pháp chế\n")]
    [InlineData("code,name,kind,parent,also\nVPC,Vụ Pháp chế,vụ,,\n")]
    public void A_wrong_directory_is_told_in_one_sentence(string units) => Refused(Run(units, "", "--json"));

    [Fact]
    public void A_missing_directory_is_told_in_one_sentence()
    {
        using var errors = new StringWriter();
        Assert.Equal(2, Commands.Run(["--directory", "/nowhere/units.csv"], Stream.Null, Stream.Null, errors));
        Assert.Single(errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    static void Refused((int Code, string Output, string Errors) run)
    {
        Assert.Equal(2, run.Code);
        Assert.Equal("", run.Output);
        Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    static (int Code, string Output, string Errors) Run(string units, string input, params string[] arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, units);
            using var output = new MemoryStream();
            using var errors = new StringWriter();
            var code = Commands.Run(["--directory", file, .. arguments], new MemoryStream(Encoding.UTF8.GetBytes(input)), output, errors);
            return (code, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
        }
        finally
        {
            File.Delete(file);
        }
    }
}
