namespace Milestones.Channel.Teams;

/// <summary>Why a request was turned away. Logged by name; what was in the token is not.</summary>
internal enum Refusal
{
    NotFromThisMachine,
    NoBearerToken,
    MalformedToken,
    AlgorithmNotAllowed,
    WrongIssuer,
    WrongAudience,
    OutsideItsLifetime,
    UnknownKey,
    WrongSignature,
    KeysUnavailable,

    /// <summary>A tab's token that names nobody, or gives no leave to act for them.</summary>
    NotForAPerson,
    KeyNotEndorsed,
    NoServiceUrlClaim,
    ServiceUrlNotClaimed,
    ServiceHostNotAllowed,
    WrongChannel,
    TenantNotAllowed,
    TenantsDisagree,
    TooManyRefused,
}

internal static class Refusals
{
    /// <summary>401 while we do not know who asks, 403 when we do but do not serve them.</summary>
    public static int Status(this Refusal refusal) =>
        refusal switch
        {
            Refusal.KeysUnavailable => StatusCodes.Status503ServiceUnavailable,
            Refusal.TooManyRefused => StatusCodes.Status429TooManyRequests,
            Refusal.NotFromThisMachine or >= Refusal.KeyNotEndorsed => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status401Unauthorized,
        };

    /// <summary>For the sender: enough for an operator who tries it out, nothing that helps to forge a token.</summary>
    public static string Problem(this Refusal refusal) =>
        refusal switch
        {
            Refusal.NotFromThisMachine => "Without Bot:AppId this bot takes activities from its own machine only.",
            Refusal.KeysUnavailable => "The token cannot be checked now; please send the activity again.",
            Refusal.WrongChannel => "This bot serves Microsoft Teams only.",
            Refusal.TenantNotAllowed => "This bot does not serve this tenant.",
            Refusal.TenantsDisagree => "The activity names several tenants.",
            >= Refusal.KeyNotEndorsed => "The token does not cover this activity.",
            _ => "A valid bearer token of the Bot Framework is needed.",
        };
}
