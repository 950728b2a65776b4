using App.Organisation;

namespace App.Exchange;

/// <summary>How often the mailbox is looked into.</summary>
public sealed record ExchangeSettings(TimeSpan Polling);

/// <summary>Makes an institution known on the axis, where that is ours to do; elsewhere the operator of the hub does it.</summary>
public sealed record HubMembership(Func<Institution, CancellationToken, Task> Enter);
