using Milestones.Language.Parts;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>
/// A line read by its parts against what is open; of several goals against the one of which it tells most, for news of
/// one is a story beside another.
/// </summary>
internal static class LineParts
{
    public static PartReading Of(TurnContext<Person> context)
    {
        var setting = SettingOf.Person(context.Person);
        var best = context.Heard.Parts(setting);
        if (context.Person.Dialog is Drafting)
            return best;
        foreach (var goal in context.Person.Goals.Where(goal => goal.IsActive).Take(MostGoals))
        {
            var other = context.Heard.Parts(SettingOf.Goal(goal, setting.Place));
            best = News(other) > News(best) ? other : best;
        }

        return best;

        static float News(PartReading read) =>
            read.Parts.Where(part => PartFamilies.Of(part.Act) == PartFamily.News).Sum(part => part.Share);
    }

    private const int MostGoals = 4;
}
