using App.Documents;
using App.Documents.Incoming;

namespace App.Demo.Stories;

/// <summary>The clerk enters what arrived as it came and submits it to the leader; a wish that has passed by then is left out.</summary>
static class Registering
{
    public static Task<Document> Run(Office office, Guid id) => office.As(office.Clerk, async work =>
    {
        var form = RegisterForm.Of(await work.Document(id)) with { SubmittedTo = Entered.Of(office.Id(office.Leader)) };
        return await RegisterArrived.Run(work, id, form.Deadline.Value < work.Stamp.Day ? form with { Deadline = default } : form);
    });
}
