using System.Text;
using System.Text.Encodings.Web;
using App.Documents;
using App.Notices.Reading;
using static App.Shell.Texts;

namespace App.Notices.Mailing;

/// <summary>A letter to one person, as plain text and as simple HTML: of each thing its code, its subject, and the link to it.</summary>
public sealed class MailLetter(string name, string subject)
{
    readonly StringBuilder text = new(), html = new();

    public string Name => name;
    public string Subject => subject;
    public string Text => $"{T("Kính gửi {0},", name)}\n\n{text}";
    public string Html => $"<!DOCTYPE html><html lang=\"vi\"><meta charset=\"utf-8\"><body><p>{Safe(T("Kính gửi {0},", name))}</p>{html}</body></html>";

    /// <summary>One thing alone names itself in the subject line, several are counted.</summary>
    public static MailLetter About(string name, IReadOnlyList<ListNotices.Item> items, Func<string, string> link)
    {
        var express = items.Any(i => i.Urgency >= Urgency.Express) ? $"{T("HỎA TỐC")}: " : "";
        var letter = new MailLetter(name, items is [var only]
            ? $"{express}{NoticeWords.Headed(only.Title, only.InPlaceOf)}{(only.Code.Length > 0 ? $", {only.Code}" : "")}" : $"{express}{T("{0} thông báo mới", items.Count)}");
        foreach (var item in items) letter.Add(NoticeWords.Headed(item.Title, item.InPlaceOf), string.Join(" · ", new[] { item.Code, item.Subject }.Where(s => s.Length > 0)), item.Act, link($"/notices/{item.Id}"));
        letter.Foot(T("Xem tất cả thông báo"), link("/notices"));
        letter.Foot(T("Đổi cách nhận thông báo"), link("/notices/settings"));
        return letter;
    }

    public void Add(string title, string words, string act, string href)
    {
        text.Append(null, $"{title}\n{words}\n{act}: {href}\n\n");
        html.Append(null, $"<p><b>{Safe(title)}</b><br>{Safe(words)}<br><a href=\"{Safe(href)}\">{Safe(act)}</a></p>");
    }

    void Foot(string words, string href)
    {
        text.Append(null, $"{words}: {href}\n");
        html.Append(null, $"<p><small><a href=\"{Safe(href)}\">{Safe(words)}</a></small></p>");
    }

    static string Safe(string words) => HtmlEncoder.Default.Encode(words);
}
