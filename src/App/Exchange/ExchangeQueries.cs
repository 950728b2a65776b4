using App.Documents;

namespace App.Exchange;

/// <summary>The exchange of one's own institution; of a document, as far as the document is visible.</summary>
public static class ExchangeQueries
{
    public static IQueryable<Parcel> Parcels(this Work work) => work.Db.Set<Parcel>().Where(p => p.InstitutionId == work.Actor.InstitutionId);

    /// <summary>Parcels by number, notation and day of their document.</summary>
    public static Task<List<Guid>> ParcelsOf(this Work work, string code, DateOnly? day) => (
        from parcel in work.Parcels()
        join document in work.Documents(d => d.InstitutionId == work.Actor.InstitutionId && d.PromulgatedOn == day) on parcel.DocumentId equals document.Id
        where document.CodeNumber + "/" + document.CodeNotation == code
        orderby parcel.Id descending
        select parcel.Id).Take(10).ToListAsync(work.Cancelled);

    public static Task<bool> IsKnown(this Work work, Delivery delivery, string status) =>
        work.Db.Set<DeliveryStatus>().AnyAsync(s => s.DeliveryId == delivery.Id && s.Code == status, work.Cancelled);

    public static IQueryable<StatusLetter> StatusLetters(this Work work) => work.Db.Set<StatusLetter>().Where(l => l.InstitutionId == work.Actor.InstitutionId);

    public static IQueryable<Reception> Receptions(this Work work) => work.Db.Set<Reception>().Where(r => r.InstitutionId == work.Actor.InstitutionId);

    public static IQueryable<Delivery> DeliveriesOf(this Work work, IReadOnlyCollection<Guid> parcelIds) =>
        work.Db.Set<Delivery>().Where(d => d.InstitutionId == work.Actor.InstitutionId && parcelIds.Contains(d.ParcelId)).OrderBy(d => d.ParcelId).ThenBy(d => d.Place);

    /// <summary>Where a document went and how far it got with each receiver.</summary>
    public static IQueryable<Delivery> Deliveries(this Work work, Document document) =>
        work.Db.Set<Delivery>().Where(d => d.DocumentId == document.Id).OrderBy(d => d.Place);

    public static IQueryable<DeliveryStatus> Statuses(this Work work, Document document) =>
        from status in work.Db.Set<DeliveryStatus>()
        join delivery in work.Deliveries(document) on status.DeliveryId equals delivery.Id
        orderby status.ReceivedAt, status.Code
        select status;

    /// <summary>The statuses we told the sender of a document.</summary>
    public static IQueryable<StatusLetter> Told(this Work work, Document document) =>
        work.Db.Set<StatusLetter>().Where(l => l.DocumentId == document.Id).OrderBy(l => l.HappenedAt).ThenBy(l => l.Code);
}
