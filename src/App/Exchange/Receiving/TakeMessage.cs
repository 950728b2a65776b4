using App.Documents;
using EdXml;

namespace App.Exchange.Receiving;

/// <summary>Takes one message out of the mailbox: fetches it, reads it, parks what it brings, and only then tells the axis that it was taken.</summary>
public static class TakeMessage
{
    public static async Task Run(Work work, AxisClient axis, Intake intake, Letterbox item)
    {
        switch (await Receptions.Earlier(work, item))
        {
            case { State: ReceptionState.Taken }: await axis.Update(item.HubId, AxisState.Done, null, work.Cancelled); return; // We died before saying so.
            case { State: ReceptionState.Unreadable }: await axis.Update(item.HubId, AxisState.Fail, "Không đọc được gói tin.", work.Cancelled); return;
        }
        using var folder = new FetchedFiles();
        await using (var file = folder.Create("packet.edxml")) await axis.Get(item.HubId, file, work.Cancelled);
        Crash.Point("message-fetched");
        try
        {
            await Take(work, intake, item, folder);
        }
        catch (PacketRefused refused)
        {
            await Receptions.Fail(work, item, refused.Message, forGood: true);
            await axis.Update(item.HubId, AxisState.Fail, "Không đọc được gói tin.", work.Cancelled);
            return;
        }
        catch (Refusal refusal)
        {
            if (await Receptions.Fail(work, item, refusal.Message, forGood: false)) await axis.Update(item.HubId, AxisState.Fail, "Không đọc được gói tin.", work.Cancelled);
            return;
        }
        Crash.Point("message-taken-not-acknowledged");
        await axis.Update(item.HubId, AxisState.Done, null, work.Cancelled);
        Crash.Point("message-acknowledged");
    }

    static async Task Take(Work work, Intake intake, Letterbox item, FetchedFiles folder)
    {
        await using var source = folder.Open("packet.edxml");
        var file = await EdXmlReader.Read(source, (attachment, _) => new(folder.Create($"attachment-{attachment.Position}")), stop: work.Cancelled);
        switch (file)
        {
            case StatusMessage status: await TakeStatus.Run(work, item, status); break;
            case Packet packet: await TakePacket.Run(work, intake, item, packet, folder); break;
        }
    }
}
