namespace Milestones.School;

/// <summary>What can be told in a conference of numbers, learning targets and success criteria: then and now.</summary>
internal static class ConferenceNumbers
{
    /// <summary>
    /// A goal's number as growth where it came closer, and as data wherever it is. A step back is told by who wants to.
    /// </summary>
    public static IEnumerable<ConferenceItem> Numbers(Goal goal)
    {
        if (goal is not { ClosedOn: null, Current: { } now })
            yield break;
        var then = goal.Measure.Baseline;
        var item = new ConferenceItem($"number:{goal.Id}", ConferencePart.Data, ConferenceKind.Number, goal.Sentence)
        {
            Goal = goal,
            Then = then,
            Now = now,
            IsOffered = true,
        };
        yield return item;
        if (then is { } from && from != now && goal.Measure.Meets(now, from))
        {
            yield return item with
            {
                Id = $"grown:{goal.Id}",
                Part = ConferencePart.Growth,
            };
        }
    }

    public static IEnumerable<ConferenceItem> Targets(UnitSurvey survey)
    {
        var rated = survey.Targets.Where(target => survey.Of(target).Latest is not null).ToList();
        if (rated.Count > 0)
        {
            yield return new($"unit:{survey.Unit.Id}", ConferencePart.Data, ConferenceKind.Unit, survey.Unit.Name)
            {
                Then = survey.Count,
                Now = rated.Count(target => survey.Of(target).Latest > UnitSurvey.Low),
                IsOffered = true,
            };
        }

        foreach (var target in rated.Where(one => survey.Of(one).After > survey.Of(one).Before))
        {
            yield return new(
                $"target:{survey.Unit.Id}:{target}",
                ConferencePart.Growth,
                ConferenceKind.Target,
                survey.Unit.Targets[target]
            )
            {
                Then = survey.Of(target).Before,
                Now = survey.Of(target).After,
                IsOffered = true,
            };
        }
    }

    public static ConferenceItem Criterion(CriterionGrowth grown) =>
        new($"criterion:{grown.Id}", ConferencePart.Growth, ConferenceKind.Criterion, grown.Text)
        {
            About = grown.Work,
            Then = (double?)grown.Then,
            Now = (double)grown.Now,
            IsOffered = grown.Then < grown.Now,
        };

    public static ConferenceItem Imported(ImportedValue value) =>
        new(
            $"school:{Convert.ToHexStringLower(LinkToken.Hash($"{value.Source}|{value.Measure}")[..6])}",
            ConferencePart.Data,
            ConferenceKind.Imported,
            ""
        )
        {
            About = value.Measure,
            Beside = value.Unit,
            Now = value.Value,
            On = value.On,
            IsOffered = true,
        };
}
