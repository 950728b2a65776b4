using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;

namespace App.Organisation.SigningIn;

/// <summary>Binds each form to that as which its page was shown: what was filled in in one's own place is not done in another's, because a second window chose so meanwhile or a delegation ended.</summary>
public sealed class FormPost : IAntiforgeryAdditionalDataProvider
{
    public string GetAdditionalData(HttpContext context) => context.User.FindFirstValue(SignedIn.PostClaim) ?? "";

    public bool ValidateAdditionalData(HttpContext context, string additionalData)
    {
        if (additionalData == GetAdditionalData(context) || context.Request.Path == ChooseActing.Address) return true;
        throw new Refusal("acting-changed", $"Trang này được mở khi làm với tư cách khác. Mời tải lại trang rồi làm tiếp.");
    }
}
