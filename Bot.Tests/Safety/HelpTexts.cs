using System.Globalization;
using Milestones.Features.Safety;

namespace Milestones.Tests.Safety;

internal static class HelpTexts
{
    extension(HelpText text)
    {
        public string En => text.In(CultureInfo.GetCultureInfo("en"));
    }
}
