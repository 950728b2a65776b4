namespace App.Hub;

/// <summary>The hub understood a call and will not do it; the sentence goes to the caller, who may be any program of any office.</summary>
public sealed class AxisRefused(string code, FormattableString sentence) : Exception(FormattableString.Invariant(sentence))
{
    public const string BadFile = "10", NotAMember = "15", UnknownReceiver = "18", ForeignSender = "19", OurFault = "20", WrongHash = "21", WrongForm = "22";

    public string Code => code;
}
