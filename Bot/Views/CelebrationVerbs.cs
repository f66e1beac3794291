namespace Milestones.Views;

/// <summary>
/// What the buttons around shout-outs, cheers and the posts of a class do. On the wire and in old cards: they do not
/// change.
/// </summary>
internal static class CelebrationVerbs
{
    /// <summary>Also a command of the manifest.</summary>
    public const string Recognize = "celebrate.recognize";

    public const string Begin = "celebrate.begin";
    public const string To = "celebrate.to";
    public const string Send = "celebrate.send";

    public const string InChannel = "celebrate.inChannel";
    public const string JustMe = "celebrate.justMe";
    public const string NoThanks = "celebrate.noThanks";
    public const string AlwaysJustMe = "celebrate.alwaysJustMe";
    public const string AskMe = "celebrate.askMe";
    public const string Withdraw = "celebrate.withdraw";

    public const string Tell = "celebrate.tell";
    public const string TellClass = "celebrate.tellClass";
    public const string TellNobody = "celebrate.tellNobody";

    public const string Posts = "celebrate.posts";
    public const string Approve = "celebrate.approve";
    public const string Decline = "celebrate.decline";
    public const string TakeDown = "celebrate.takeDown";
    public const string IsThere = "celebrate.isThere";
    public const string IsNotThere = "celebrate.isNotThere";
    public const string Again = "celebrate.again";

    public const string PostWeek = "celebrate.week.post";
    public const string ChangeWeek = "celebrate.week.change";
    public const string PostChangedWeek = "celebrate.week.postChanged";
    public const string SkipWeek = "celebrate.week.skip";

    public const string Cheer = "celebrate.cheer";

    public const string Badges = "badge.mine";
    public const string ShowBadges = "badge.show";
}
