using Milestones.Features.Criteria;
using Milestones.School;

namespace Milestones.Tests.Criteria;

/// <summary>Success criteria as teachers and students type and paste them.</summary>
public sealed class CriteriaListTests
{
    [Theory]
    [InlineData("Success criteria\n1. I give a reason\n2) I quote the text", "I give a reason|I quote the text")]
    [InlineData("Criterios de éxito\n• Doy una razón\n• Cito el texto", "Doy una razón|Cito el texto")]
    [InlineData("Nr\tCriteria\tPoints\n1\tI give a reason\t4\n2\tI quote it\t4", "I give a reason|I quote it")] // Word
    [InlineData("I give a reason; I quote the text", "I give a reason|I quote the text")]
    public void Numbers_bullets_and_cells_are_cut_off(string pasted, string sentences) =>
        Assert.Equal(sentences.Split('|'), CriteriaList.Read(pasted).Sentences);

    [Theory]
    [InlineData(0, nameof(CriteriaFault.Empty))]
    [InlineData(1, nameof(CriteriaFault.TooFew))]
    [InlineData(2, nameof(CriteriaFault.None))]
    [InlineData(6, nameof(CriteriaFault.None))]
    [InlineData(7, nameof(CriteriaFault.TooMany))]
    [InlineData(60, nameof(CriteriaFault.TooMany))]
    public void Two_to_six_are_taken(int count, string fault) =>
        Assert.Equal(
            fault,
            CriteriaList
                .Read(string.Join('\n', Enumerable.Range(1, count).Select(n => $"{n}. I can do number {n}")))
                .Fault.ToString()
        );

    [Fact]
    public void One_that_is_too_long_for_a_phone_is_given_back()
    {
        var longest = new string('x', SuccessCriteria.LongestText);
        Assert.Equal(CriteriaFault.None, CriteriaList.Read($"I can\n{longest}").Fault);
        Assert.Equal(CriteriaFault.TooLong, CriteriaList.Read($"I can\n{longest}y").Fault);
    }
}
