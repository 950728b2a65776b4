using System.Collections.Frozen;
using App.Desk.Offline;
using App.Desk.Reading;
using App.Desk.Waiting;
using App.Directing;
using App.Directing.Deciding;
using App.Directing.Following;
using App.Directing.Giving;
using App.Directing.Handling;
using App.Directing.Inking;
using App.Directing.Phrasing;
using App.Directing.Preparing;
using App.Directing.Queueing;
using App.Directing.Speaking;
using App.Directing.Steering;
using App.Documents;
using App.Documents.Books;
using App.Documents.Incoming;
using App.Documents.Outgoing;
using App.Exchange;
using App.Exchange.Monitoring;
using App.Exchange.Sending;
using App.Notices;
using App.Notices.Choosing;
using App.Notices.Living;
using App.Notices.Mailing;
using App.Notices.Pushing;
using App.Notices.Reading;
using App.Notices.Telling;
using App.Storage;
using App.Documents.Listing;
using App.Documents.Reading;
using App.Documents.Searching;
using App.Organisation;
using App.Organisation.Administering;
using App.Organisation.Delegating;
using App.Organisation.Founding;
using App.Organisation.SigningIn;
using App.Oversight.Counting;
using App.Signing.Keys;
using App.Tracking;
using App.Tracking.Reminding;
using App.Workers;

namespace App;

/// <summary>A part of the system: its name, whose public face it may use, and what it maps.</summary>
public sealed record Area(string Name, string[] MayUse, params Action<Routes>[] Maps)
{
    /// <summary>What the deeds of the area are called in the office; null for a deed of another area.</summary>
    public Func<string, string?> Says { get; init; } = _ => null;

    public void Map(Routes routes)
    {
        foreach (var map in Maps) map(routes with { Api = routes.Api.MapGroup("").WithTags(Name) });
    }
}

/// <summary>The areas in the order in which they build on each other, and what goes upwards as an event.</summary>
public static class Areas
{
    public static readonly IReadOnlyList<Area> All =
    [
        new("Access", []),
        new("Hub", []),
        new("Organisation", ["Access"], SignIn.Map, ChooseActing.Map, SetPassword.Map, DemoSignIn.Map, FirstStart.Map, Administration.Map, OpenUnit.Map, EmployPerson.Map, EndPosition.Map, ListDevices.Map,
            ListDelegations.Map, GiveDelegation.Map, EndDelegation.Map),
        new("Signing", ["Organisation"], AddSigner.Map),
        new("Documents", ["Organisation", "Signing"], ListArrived.Map, RegisterArrived.Map, ReturnArrived.Map, RefuseSecret.Map, DecideRecall.Map, RegisterIncoming.Map, ListIncoming.Map,
            ReadDocument.Map, OpenFile.Map, StartDraft.Map, ReviseDraft.Map, ReadDraft.Map, EditDraft.Map, SubmitDraft.Map, ApproveDraft.Map, SendBackDraft.Map, WithdrawDraft.Map,
            PlaceFields.Map, SignDraft.Map, SignSeveral.Map, SignPages.Map, IssueDocument.Map, ListOutgoing.Map,
            TakeOutBook.Map, ListDocuments.Map, ListWaiting.Map, SearchDocuments.Map) { Says = Documents.Deeds.Say },
        new("Directing", ["Organisation", "Documents"], GiveDirective.Map, DirectOnBlank.Map, ProposeWork.Map, TakeBackDirective.Map, PrepareDirective.Map, SendPrepared.Map, GiveSeveral.Map, ReadInk.Map, TakeOutInk.Map, CopyWithInk.Map, AssignPerson.Map, StartWork.Map, ReportProgress.Map, ReportDone.Map, ReturnAssignment.Map,
            AskForTime.Map, MarkRead.Map, Accept.Map, SendBack.Map, DecideExtension.Map, CancelAssignment.Map, ChangeHolder.Map, CompleteDocument.Map, Urge.Map, RequestReport.Map, MoveDeadline.Map,
            ReadAssignment.Map, ListAssignments.Map, ListDirectives.Map, ReadCase.Map,
            KeepRecording.Map, HearRecording.Map, RemoveRecording.Map, ConfirmTranscript.Map, DecideSpeaking.Map, TakeQueued.Map, ListPhrases.Map, ReadPhrases.Map, KeepWords.Map) { Says = Directing.Deeds.Say },
        new("Exchange", ["Organisation", "Documents", "Signing", "Directing"], WatchExchange.Map, SendAgain.Map) { Says = ExchangeDeeds.Say },
        new("Tracking", ["Organisation", "Documents", "Directing"], DecideReminders.Map) { Says = Tracking.Deeds.Say },
        new("Oversight", ["Organisation", "Documents"], CountRegistered.Map),
        new("Notices", ["Organisation", "Documents", "Directing", "Tracking", "Exchange"], ListNotices.Map, OpenNotice.Map, MarkNoticesRead.Map, LiveNotices.Map, ChooseNotices.Map, TurnPush.Map),
        new("Desk", ["Access", "Organisation", "Signing", "Documents", "Directing", "Exchange", "Notices"], ReadDesk.Map, WalkDesk.Map, OpenDocument.Map, EnrolDevice.Map, MeetDevice.Map, ListCopies.Map, OpenOffline.Map),
        new("Demo", ["Access", "Hub", "Organisation", "Documents", "Directing", "Signing", "Tracking", "Exchange", "Oversight"]),
    ];

    public static readonly IReadOnlyList<string> Rights =
        [Documents.Right.Read, Documents.Right.RegisterIncoming, Documents.Right.Draft, Documents.Right.ReviewDraft, Documents.Right.Sign, Documents.Right.Issue, Organisation.Right.Administer,
            Organisation.Right.Delegate, Signing.Right.ManageKeys, Exchange.Right.Monitor, Oversight.Right.ReadFigures,
            .. Directing.Right.All, Directing.Right.Prepare];

    /// <summary>What each role of the organisation may do, in all areas together.</summary>
    static readonly FrozenDictionary<string, FrozenSet<string>> Roles = new Dictionary<string, FrozenSet<string>>
    {
        [Role.Leader.Code] = [Documents.Right.Read, Documents.Right.Sign, Documents.Right.ReviewDraft, Oversight.Right.ReadFigures, Organisation.Right.Delegate,
            .. Directing.Right.All],
        [Role.DeputyLeader.Code] = [Documents.Right.Read, Documents.Right.Sign, Documents.Right.ReviewDraft, Oversight.Right.ReadFigures, Organisation.Right.Delegate,
            .. Directing.Right.All],
        [Role.UnitHead.Code] = [Documents.Right.Read, Documents.Right.Draft, Documents.Right.ReviewDraft, Organisation.Right.Delegate, .. Directing.Right.All],
        [Role.Clerk.Code] = [Documents.Right.Read, Documents.Right.RegisterIncoming, Documents.Right.Issue, Documents.Right.Draft, Directing.Right.Handle, Exchange.Right.Monitor, Organisation.Right.Delegate],
        [Role.Specialist.Code] = [Documents.Right.Read, Documents.Right.Draft, Directing.Right.Handle, Organisation.Right.Delegate],
        [Role.Assistant.Code] = [Documents.Right.Read, Documents.Right.Draft, Directing.Right.Handle, Directing.Right.Prepare, Organisation.Right.Delegate],
        [Role.Administrator.Code] = [Organisation.Right.Administer, Signing.Right.ManageKeys],
    }.ToFrozenDictionary();

    /// <summary>What nobody does in another's place: it is bound to the person, or would hand on what was only lent.</summary>
    static readonly string[] NeverLent = [Documents.Right.Sign, Organisation.Right.Delegate, Organisation.Right.Administer, Signing.Right.ManageKeys];

    /// <summary>What is worked at a person's own desk, which who has only a unit of theirs does not see.</summary>
    static readonly string[] OfThePerson = [Documents.Right.Draft, Documents.Right.ReviewDraft];

    public static IReadOnlySet<string> RightsOf(string role) => Roles.GetValueOrDefault(role, []);

    /// <summary>What may be done in the place of somebody who holds these roles.</summary>
    public static IReadOnlySet<string> RightsLent(IEnumerable<string> roles, bool onlyUnit) =>
        roles.SelectMany(RightsOf).Except(NeverLent).Except(onlyUnit ? OfThePerson : []).ToHashSet();

    public static string? Say(string deed) => All.Select(a => a.Says(deed)).FirstOrDefault(words => words is not null);

    public static Subscribers Subscribers => new Subscribers().On<DocumentRegistered>(CountRegistered.Run).On<NumberDrawn, Pen>(IssueDocument.Resume)
        .On<HoldEnded>(HoldDirective.Run).On<DocumentIssued>(CloseAnswered.Run).On<DocumentReturned>(ForgetRefused.Run).On<DocumentTakenBack>(ForgetRefused.TakenBack).On<FilesDropped, Blobs>(DestroyFiles.Run).On<DocumentIssued, Blobs>(PackDocument.Run)
        .On<DocumentReturned>(OweStatus.Returned).On<RecallAnswered>(OweStatus.RecallAnswered).On<DocumentRegistered>(OweStatus.Registered).On<DocumentDirected>(OweStatus.Directed)
        .On<WorkStarted>(OweStatus.Started).On<DocumentCompleted>(OweStatus.Completed)
        .On<RecordingKept>(SweepRecording.Run).On<RecordingsDropped, Blobs>(DestroyRecordings.Run)
        .OnNews<WorkExpected, Bell>(TellPeople.Run).OnNews<AssignmentSteered, Bell>(TellPeople.Run).OnNews<PreparedDiscarded, Bell>(TellPeople.Run).OnNews<SendingFailed, Bell>(TellPeople.Run).OnNews<WorkReminded, Bell>(TellPeople.Run)
        .OnSlowly<TranscriptWanted, Sounds>(TranscribeRecording.Run)
        .OnSlowly<MailDue, Mailer>(SendMail.Run).OnSlowly<AddressGiven, Mailer>(ConfirmAddress.Run).OnSlowly<PushDue, Pusher>(SendPush.Run);
}
