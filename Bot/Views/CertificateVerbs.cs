namespace Milestones.Views;

/// <summary>What the buttons about certificates do. On the wire and in old cards: they do not change.</summary>
internal static class CertificateVerbs
{
    public const string Mine = "certificate.mine";
    public const string Make = "certificate.make";
    public const string OfClass = "certificate.ofClass";
}
