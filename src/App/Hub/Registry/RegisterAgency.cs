using System.Text.Json;

namespace App.Hub.Registry;

/// <summary>Lets a member enter or correct an agency below those it serves, without asking the operator of the hub.</summary>
public static class RegisterAgency
{
    static readonly JsonSerializerOptions Tolerant = new(JsonSerializerDefaults.Web) { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString };

    /// <summary>As the official clients send it; id is theirs and means nothing here.</summary>
    public sealed record Input
    {
        public string? Pcode { get; init; }
        public string? Code { get; init; }
        public string? Name { get; init; }
        public string? Mail { get; init; }
        public string? Mobile { get; init; }
        public string? Fax { get; init; }

        public static Input Read(ReadOnlySpan<byte> json)
        {
            try
            {
                return JsonSerializer.Deserialize<Input>(json, Tolerant) ?? throw new JsonException();
            }
            catch (JsonException)
            {
                throw new AxisRefused(AxisRefused.WrongForm, $"Thông tin đăng ký cơ quan không phải JSON đúng dạng.");
            }
        }
    }

    public static Task Run(HubStore hub, string memberId, Input input, CancellationToken cancelled) => hub.Write(async db =>
    {
        var entry = Check(input);
        var code = AgencyCode.Of(entry.Code);
        var known = await db.AgencyEver(code, cancelled);
        if (known is null) db.Add(Agency.Enter(memberId, code, await Parent(db, memberId, code, input.Pcode?.Trim(), cancelled), entry, hub.Now));
        else if (known.MemberId == memberId) known.Describe(await db.AgencyAbove(code, cancelled), entry, hub.Now);
        else throw new AxisRefused(AxisRefused.ForeignSender, $"Mã cơ quan {entry.Code} đã thuộc hệ thống khác.");
        return true;
    }, cancelled);

    static AgencyEntry Check(Input input)
    {
        var (code, name, mail) = (input.Code?.Trim() ?? "", input.Name?.Trim() ?? "", input.Mail?.Trim() ?? "");
        if (code.Length is 0 or > Agency.CodeLengthMax || code.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            throw new AxisRefused(AxisRefused.WrongForm, $"Mã cơ quan phải có từ 1 đến {Agency.CodeLengthMax} ký tự, không có khoảng trắng.");
        if (name.Length is 0 or > Agency.NameLengthMax)
            throw new AxisRefused(AxisRefused.WrongForm, $"Tên cơ quan phải có từ 1 đến {Agency.NameLengthMax} ký tự.");
        if (mail.Length > Agency.ContactLengthMax || mail.IndexOf('@', StringComparison.Ordinal) is not > 0)
            throw new AxisRefused(AxisRefused.WrongForm, $"Địa chỉ thư điện tử của cơ quan không đúng dạng.");
        return new(code, name) { Mail = mail, Mobile = Short(input.Mobile), Fax = Short(input.Fax) };
    }

    static string Short(string? text) => text?.Trim() is not { } trimmed ? ""
        : trimmed.Length <= Agency.ContactLengthMax ? trimmed
        : throw new AxisRefused(AxisRefused.WrongForm, $"Số điện thoại hoặc số fax dài quá {Agency.ContactLengthMax} ký tự.");

    /// <summary>A member speaks for what lies below its own agencies and for nothing else, or anybody could pose as a ministry that has not joined yet.</summary>
    static async Task<Agency?> Parent(HubDb db, string memberId, AgencyCode code, string? parentCode, CancellationToken cancelled)
    {
        var above = await db.AgencyAbove(code, cancelled);
        if (above is null && !code.ClaimsPlace && parentCode is { Length: > 0 })
            above = (await db.AgenciesCalled([parentCode], cancelled)).GetValueOrDefault(parentCode);
        return above?.MemberId == memberId ? above
            : throw new AxisRefused(AxisRefused.ForeignSender, $"Mã cơ quan {code.Written} không nằm dưới cơ quan nào của hệ thống này; đề nghị liên hệ đơn vị vận hành trục.");
    }
}
