using Milestones.Conversations;
using Milestones.Features.Teaching;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>Who an action is for.</summary>
internal enum Actor
{
    /// <summary>Everybody, with what is their own: their document is the only one there is to name.</summary>
    Oneself,

    /// <summary>Who is in the class, for themselves there.</summary>
    Member,

    /// <summary>Who teaches the class that is named, asked just now.</summary>
    TeacherThere,

    /// <summary>Whom the school's settings name for it.</summary>
    Administrator,

    /// <summary>Who the class, or its tenant, named for concerns.</summary>
    ContactThere,
}

/// <param name="Action">A button's verb, or what verbs begin with.</param>
/// <param name="Resource">What it reads or changes.</param>
internal sealed record Permission(string Action, Actor Actor, string Resource);

/// <summary>
/// Who may do what: every button there is, whether it was shown or sent by hand. What is typed reaches the same
/// handlers; a page is opened by the same rows (<see cref="PageReader"/>). Handlers decide and say why not;
/// this table stands behind them: what it does not allow shows no card, sends no message and leaves no line.
/// </summary>
internal static class WhoMay
{
    public static IReadOnlyList<Permission> Table { get; } =
    [
        new("alert.", Actor.ContactThere, "an open concern of the class"),
        new("badge.", Actor.Oneself, "their badges, and who sees them"),
        new("celebrate.again", Actor.TeacherThere, "a post that was not taken"),
        new("celebrate.alwaysJustMe", Actor.Oneself, "how shout-outs reach them"),
        new("celebrate.approve", Actor.TeacherThere, "what waits to be posted"),
        new("celebrate.askMe", Actor.Oneself, "how shout-outs reach them"),
        new("celebrate.begin", Actor.Member, "a shout-out of their own"),
        new("celebrate.cheer", Actor.Member, "their cheer on a post"),
        new("celebrate.decline", Actor.TeacherThere, "what waits to be posted"),
        new("celebrate.inChannel", Actor.Oneself, "a shout-out for them"),
        new("celebrate.isNotThere", Actor.TeacherThere, "a post nobody knows of"),
        new("celebrate.isThere", Actor.TeacherThere, "a post nobody knows of"),
        new("celebrate.justMe", Actor.Oneself, "a shout-out for them"),
        new("celebrate.noThanks", Actor.Oneself, "a shout-out for them"),
        new("celebrate.posts", Actor.TeacherThere, "the class's posts"),
        new("celebrate.recognize", Actor.Member, "a shout-out of their own"),
        new("celebrate.send", Actor.Member, "a shout-out of their own"),
        new("celebrate.takeDown", Actor.TeacherThere, "the class's posts"),
        new("celebrate.tell", Actor.Oneself, "what they reached"),
        new("celebrate.tellClass", Actor.Oneself, "what they reached"),
        new("celebrate.tellNobody", Actor.Oneself, "what they reached"),
        new("celebrate.to", Actor.Member, "a shout-out of their own"),
        new("celebrate.week.", Actor.TeacherThere, "the class's card of the week"),
        new("celebrate.withdraw", Actor.Oneself, "a shout-out for them"),
        new("certificate.make", Actor.Oneself, "a certificate of a goal they reached, or of their term"),
        new("certificate.mine", Actor.Oneself, "which certificates there are"),
        new("certificate.ofClass", Actor.TeacherThere, "certificates of what students of the class shared"),
        new("class.check", Actor.TeacherThere, "who of the class can be reached"),
        new("class.claim", Actor.Member, "a wish to be known as its teacher"),
        new("class.confirm", Actor.TeacherThere, "somebody's wish to be known as teacher"),
        new("class.deny", Actor.TeacherThere, "somebody's wish to be known as teacher"),
        new("class.notOurs", Actor.Member, "the trust in whoever added the bot, which it ends"),
        new("class.report", Actor.TeacherThere, "who of the class can be reached"),
        new("class.save", Actor.TeacherThere, "the class's settings and teachers"),
        new("class.setUp", Actor.TeacherThere, "the class's settings and teachers"),
        new("conference.", Actor.Oneself, "the conference they lead"),
        new("conferences.", Actor.TeacherThere, "who of the class is ready, the packs that are, and their day"),
        new("criteria.", Actor.Oneself, "how they see their work, and criteria they propose for a goal"),
        new("data.", Actor.Oneself, "all their data"),
        new("family.make", Actor.Oneself, "their link for home"),
        new("family.makeFor", Actor.TeacherThere, "a student's link for home, of what is shared in the class"),
        new("family.mine", Actor.Oneself, "what stands on their link for home"),
        new("family.ofClass", Actor.TeacherThere, "who of the class has a link for home"),
        new("family.takeBack", Actor.Oneself, "their link for home"),
        new("family.takeBackFor", Actor.TeacherThere, "a student's link for home, made in the class"),
        new("goal.", Actor.Oneself, "their goals"),
        new("numbers.", Actor.Oneself, "for which of their goals the school's numbers count"),
        new("page.class", Actor.TeacherThere, "the class's page, that of a student there, what is imported there"),
        new("page.mine", Actor.Oneself, "their own page"),
        new("page.school", Actor.Administrator, "the figures of the school, of nobody by name"),
        new("partners.", Actor.TeacherThere, "who looks at whose work in the class, and what feedback came of it"),
        new("peers.", Actor.Member, "feedback they ask a classmate for, and what they give one who asks"),
        new("person.", Actor.Oneself, "their grade and language"),
        new("picture.", Actor.Oneself, "their draft of a goal"),
        new("progress.", Actor.Oneself, "the progress of their goals"),
        new("prompts.", Actor.Oneself, "which messages they get"),
        new("reflection.", Actor.Oneself, "their reflections, and their wish for help"),
        new("share.", Actor.Oneself, "their goals, which they put into a chat themselves"),
        new("student.thanks", Actor.Oneself, "what a teacher wrote to them"),
        new("targets.", Actor.Oneself, "where they say they stand, and what shows it"),
        new("tasks.", Actor.TeacherThere, "tasks of the class, and criteria for goals its students let them know"),
        new("teacher.", Actor.TeacherThere, "what students of the class share, and answers to it"),
        new("units.", Actor.TeacherThere, "units of the class, and where its students say they stand"),
    ];

    /// <summary>
    /// Why a page is not shown, as the key of a text; null where the table allows it. A class that is not there and one
    /// that is somebody else's are told apart as on the cards.
    /// </summary>
    /// <param name="isAdministrator">Whether the school's settings name this person.</param>
    public static string? WhyNot(
        Looked looked,
        PersonId person,
        bool isAdministrator,
        OtherDocuments others,
        DateTimeOffset now
    ) =>
        Of(looked.Verb) switch
        {
            { Actor: Actor.Oneself } when looked.Class is null => null,
            { Actor: Actor.Administrator } => isAdministrator ? null : "Page.School.NotYours",
            { Actor: Actor.TeacherThere } when looked.Class is { } key => TeacherHandler.WhyNot(
                others.Class(key),
                person,
                now
            ),
            _ => "Class.NotHere",
        };

    /// <summary>The row of a verb; null for a verb nobody knows.</summary>
    public static Permission? Of(string verb) =>
        Table.FirstOrDefault(row =>
            row.Action.EndsWith('.') ? verb.StartsWith(row.Action, StringComparison.Ordinal) : verb == row.Action
        );

    /// <summary>
    /// The result of a tap, or null where the table does not allow what it does. A word on why not is always allowed.
    /// </summary>
    public static TurnResult<Person>? Allowed(TurnResult<Person>? result, Tapped tapped, TurnContext<Person> context)
    {
        if (
            result is null
            || Of(tapped.Verb) is not { Actor: Actor.TeacherThere }
            || DocumentKeys.NamedClass(tapped.Data.Text("class"), context.Turn.Person.TenantId) is not { } named
            || (context.Others.Class(named) is { } classroom && Teachers.Teaches(classroom, context.Turn.Person))
        )
        {
            return result;
        }

        var shows = result.Replies.Any(reply => reply is not (Notice or Say));
        return shows || result.Messages.Count > 0 || result.Archive.Count > 0 ? null : result;
    }
}
