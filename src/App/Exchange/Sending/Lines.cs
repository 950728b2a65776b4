using App.Documents;
using App.Organisation;
using EdXml;

namespace App.Exchange.Sending;

/// <summary>Says in the words of QCVN 102:2016 who sends what to whom.</summary>
public static class Lines
{
    public static Organization Of(Institution institution) => new()
    {
        OrganId = institution.Code, OrganName = institution.Name, OrganizationInCharge = institution.SuperiorName.Length == 0 ? null : institution.SuperiorName,
    };

    public static ResponseFor AnswerTo(Document document) => new()
    {
        OrganId = document.IssuerCode, Code = document.Code, DocumentId = document.PacketId, PromulgationDate = document.PromulgatedOn,
    };

    /// <summary>The usual form of a packet's id: sender, day, number and notation.</summary>
    public static string PacketId(Institution from, Document document) => FormattableString.Invariant($"{from.Code},{document.PromulgatedOn:yyyy'/'MM'/'dd},{document.Code}");

    public static DateTimeOffset Local(DateTime utc) => new DateTimeOffset(utc, TimeSpan.Zero).ToOffset(TimeSpan.FromHours(7));
}
