using Milestones.Calendar;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>Who got a week's prompt, and who did not and why, from what each student's document knows.</summary>
internal static class DeliveryHandler
{
    /// <param name="asked">The week, as a card names it; the last one that was prompted otherwise.</param>
    public static TurnResult<Person> Report(string? asked, TeacherView view)
    {
        var week = IsoWeek.TryParse(asked, out var named) ? named : view.Week.Week;
        var then =
            week == view.Week.Week
                ? view
                : view with
                {
                    Week = TeacherHandler.Week(view.Week.Classroom, week, view.Context),
                };
        return new(
            view.Context.Person,
            view.Context.Here(DeliveryCard.Of(then, latest: view.Week.Week), view.Voice["Teach.Delivery"])
        );
    }
}
