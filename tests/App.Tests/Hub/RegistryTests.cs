using System.Net;
using System.Text;
using System.Text.Json;
using App.Hub;
using App.Tests.Cast;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Hosting;
using static App.Tests.Cast.AxisPlayer;

namespace App.Tests.Hub;

public class RegistryTests
{
    [Theory, OnEachDatabase]
    public async Task An_agency_is_known_by_either_of_its_codes_and_stands_below_its_parent(string database)
    {
        var host = AxisHost.Of(database);
        var member = await host.Joins("000.00.00.{0}", "000.00.05.{0}");
        var (top, below) = (member.Agency[^3..], $"{member.Agency[^3..]}.05");

        var old = Rows(await member.Calls("getAgenciesList")).ToDictionary(r => Text(r, "code"));
        var both = Rows(await member.Calls("getAgenciesListQD20")).ToDictionary(r => Text(r, "code"));
        var highest = Rows(await member.Calls("getAgenciesListQD20", ("level", "1"))).Select(r => Text(r, "code")).ToList();
        var units = Rows(await member.Calls("getSynchronizeUnit")).ToDictionary(r => Text(r, "code"));

        Assert.Equal("", Text(old[member.Agency], "pid"));
        Assert.Equal(Text(old[member.Agency], "id"), Text(old[member.Agencies[1]], "pid"));
        Assert.Equal((member.Agency, member.Agencies[1]), (Text(both[top], "code102"), Text(both[below], "code102")));
        Assert.Contains(top, highest);
        Assert.DoesNotContain(below, highest);
        Assert.Equal((1, false, true, member.SystemId), (units[member.Agency].GetProperty("version").GetInt32(), units[member.Agency].GetProperty("deleted").GetBoolean(),
            units[member.Agency].GetProperty("isAgency").GetBoolean(), Text(units[member.Agency], "centerCode")));

        var packet = Packets.Document($"two forms, {top}");
        IsDone(await member.SendsPacket(packet, [below, member.Agencies[1]], from: top));
        Assert.Equal([member.Agencies[1]], (await member.Finds()).Select(f => f.To));
    }

    [Theory, OnEachDatabase]
    public async Task A_member_enters_changes_and_takes_back_agencies_below_its_own(string database)
    {
        var host = AxisHost.Of(database);
        var member = await host.Joins("000.00.00.{0}");
        var code = $"000.00.07.{member.Agency[^3..]}";

        IsDone(await Registers(member, new { id = "", pcode = member.SystemId, code, name = "Sở Thử", mail = "so@thu.vn", mobile = "", fax = "" }));
        IsDone(await Registers(member, new { pcode = "", code, name = "Sở Thử nghiệm", mail = "so@thu.vn" }));
        IsDone(await member.SendsPacket(Packets.Document($"to {code}"), code));
        IsDone(await member.Calls("deleteAgency", ("AgencyCode", code)));
        IsDone(await member.Calls("deleteAgency", ("AgencyCode", code)));

        IsRefused(await member.SendsPacket(Packets.Document($"again to {code}"), code), "18");
        IsRefused(await member.SendsPacket(Packets.Document($"from {code}"), member.Agency, from: code), "19");
        Assert.Equal([code], (await member.Finds()).Select(f => f.To));
        Assert.DoesNotContain(Rows(await member.Calls("getAgenciesList")), r => Text(r, "code") == code);
        var unit = Rows(await member.Calls("getSynchronizeUnit")).Single(r => Text(r, "code") == code);
        Assert.Equal(("Sở Thử nghiệm", 3, true), (Text(unit, "name"), unit.GetProperty("version").GetInt32(), unit.GetProperty("deleted").GetBoolean()));

        IsDone(await Registers(member, new { code, name = "Sở Thử nghiệm", mail = "so@thu.vn" }));
        IsDone(await member.SendsPacket(Packets.Document($"back to {code}"), code));
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_enters_what_is_not_below_its_own_agencies(string database)
    {
        var host = AxisHost.Of(database);
        var (member, other) = (await host.Joins("000.00.00.{0}"), await host.Joins("000.00.00.{0}"));

        IsRefused(await Registers(member, new { code = $"000.00.07.{other.Agency[^3..]}", name = "Giả", mail = "a@b.vn" }), "19");
        IsRefused(await Registers(member, new { code = other.Agency, name = "Giả", mail = "a@b.vn" }), "19");
        IsRefused(await Registers(member, new { pcode = member.Agency, code = "000.00.00.Z98", name = "Bộ chưa tham gia", mail = "a@b.vn" }), "19");
        IsRefused(await Registers(member, new { pcode = member.Agency, code = "28.22.Z98", name = "Mã cũ của nơi khác", mail = "a@b.vn" }), "19");
        IsRefused(await Registers(member, new { code = "xa.saas.01", name = "Không có cấp trên", mail = "a@b.vn" }), "19");
        IsRefused(await Registers(member, new { code = "", name = "Không mã", mail = "a@b.vn" }), "22");
        IsRefused(await Registers(member, new { code = "a", name = "", mail = "a@b.vn" }), "22");
        IsRefused(await Registers(member, new { code = "a", name = "Không thư", mail = "" }), "22");
        IsRefused(await Registers(member, "no object"), "22");
        IsRefused(await member.Calls("deleteAgency", ("AgencyCode", other.Agency)), "19");
        IsRefused(await member.Calls("deleteAgency"), "19");
        IsDone(await Registers(member, new { pcode = member.Agency, code = $"xa.saas.{member.Agency[^3..]}x", name = "Xã dùng dịch vụ", mail = "a@b.vn" }));
    }

    [Fact]
    public async Task A_secret_is_unreadable_in_the_database_and_can_be_renewed()
    {
        var host = AxisHost.Of("SQLite");
        var member = await host.Joins("000.00.00.{0}");
        var kept = await host.Hub.Read(db => db.Members.SingleAsync(m => m.Id == member.SystemId, AxisHost.Cancelled), AxisHost.Cancelled);
        Assert.DoesNotContain(member.Secret, kept.ProtectedSecret, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(host.Folder, "keys", "hub")), key => File.ReadAllText(key).Contains(member.Secret, StringComparison.Ordinal));

        await host.Members.Admit(member.SystemId, "Tên mới", "another secret", AxisHost.Cancelled);

        IsRefused(await member.Calls("getAgenciesList"), "15");
        IsDone(await new AxisPlayer(host, member.SystemId, "another secret", ["x"]).Calls("getAgenciesList"));
    }

    [Fact]
    public async Task A_node_alone_is_no_hub()
    {
        var folder = Directory.CreateTempSubdirectory("node").FullName;
        await using var node = new WebApplicationFactory<Program>().WithWebHostBuilder(b => b.UseSetting("Roles", "node").UseSetting("Port", "0").UseSetting("Data", folder));
        var answer = await node.CreateClient().PostAsync("/XrdAdapter/adapter/getAgenciesList", null, AxisHost.Cancelled);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(File.Exists(Path.Combine(folder, "hub.db")));
    }

    static Task<JsonElement> Registers(AxisPlayer member, object agency)
    {
        var request = member.Request("registerAgency");
        request.Content = new StringContent(JsonSerializer.Serialize(agency), Encoding.UTF8, "application/json");
        return Sends(request);
    }
}
