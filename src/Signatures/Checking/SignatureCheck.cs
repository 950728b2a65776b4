using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Signatures.Cms;
using Signatures.Pdf;
using Rfc3161TimestampTokenInfo = System.Security.Cryptography.Pkcs.Rfc3161TimestampTokenInfo;

namespace Signatures.Checking;

/// <summary>What one signature proves by itself: its CMS over its bytes, its certificate, its chain.</summary>
sealed class SignatureCheck(PdfFile present, SignedRevision revision, TrustAnchors anchors, CheckOptions options)
{
    public SignedRevision Revision => revision;
    public List<Reason> Found { get; } = [.. revision.Found];
    public bool? Intact { get; private set; }
    public X509Certificate2? Certificate { get; private set; }
    public SignerNames? Signer { get; private set; }
    public DateTimeOffset? ClaimedAt { get; private set; }

    public void Run()
    {
        ClaimedAt = PdfTime.Read((present.Resolve(revision.Dictionary["M"]) as PdfString)?.Text);
        if (revision.File is null)
        {
            Intact = false;
            return;
        }
        if (revision.SubFilter is not ("ETSI.CAdES.detached" or "adbe.pkcs7.detached" or "ETSI.RFC3161"))
        {
            Found.Add(Reasons.FormatUnsupported);
            return;
        }
        if (CmsContent.Read(revision.Contents) is not { Signers.Count: > 0 } cms)
        {
            Intact = false;
            Found.Add(Reasons.CmsDamaged);
            return;
        }
        if (cms.HasTail) Found.Add(Reasons.ContentsWrong);
        if (cms.Signers.Count > 1) Found.Add(Reasons.SeveralSigners);
        try
        {
            Judge(cms, cms.Signers[0]);
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException) // Parts of attributes and certificates are read only when asked for.
        {
            Intact = false;
            Found.Add(Reasons.CmsDamaged);
        }
    }

    void Judge(CmsContent cms, CmsSigner signer)
    {
        var hash = Oids.Hash(signer.Digest.Oid)!.Value;
        if (Oids.IsBroken(hash)) Found.Add(Reasons.AlgorithmBroken);
        if (Digest(cms, hash) is not { } digest) return;

        var given = cms.Certificates.Concat(options.ExtraCertificates.Select(c => X509CertificateLoader.LoadCertificate(c)));
        Certificate = given.FirstOrDefault(signer.Is);
        var states = SignerCheck.StatesDigest(signer, digest, cms.ContentType);
        if (!states) Found.Add(Reasons.DigestDiffers);
        if (Certificate is null)
        {
            Intact = states ? null : false;
            Found.Add(Reasons.CertificateMissing);
            return;
        }
        Signer = SignerNames.Of(Certificate);
        var verifies = SignerCheck.Verifies(signer, hash, digest, Certificate);
        if (!verifies) Found.Add(Reasons.SignatureWrong);
        Intact = states && verifies;
        if (Intact == true) JudgeCertificate(cms, signer, Certificate);
    }

    void JudgeCertificate(CmsContent cms, CmsSigner signer, X509Certificate2 certificate)
    {
        NamedCertificate(signer);
        Found.AddRange(ChainCheck.Run(certificate, cms.Certificates, anchors, options, revision.IsTimeStamp));
        Found.AddRange(ChainCheck.ClaimedTime(certificate, ClaimedAt, options));
    }

    /// <summary>The digest the signer must have signed: of the document, or for a time-stamp of its statement, which must name the document's.</summary>
    byte[]? Digest(CmsContent cms, HashAlgorithmName hash)
    {
        if (!revision.IsTimeStamp)
        {
            if (cms.ContentType == Oids.Content && cms.Content is null) return revision.Digest(hash);
            (Intact, _) = (false, Add(Reasons.CmsWrong));
            return null;
        }
        if (cms.ContentType != Oids.TimeStampContent || cms.Content is null || !Rfc3161TimestampTokenInfo.TryDecode(cms.Content, out var statement, out _)
            || Oids.Hash(statement.HashAlgorithmId.Value ?? "") is not { } imprint)
        {
            (Intact, _) = (false, Add(Reasons.CmsWrong));
            return null;
        }
        ClaimedAt = statement.Timestamp;
        if (!statement.GetMessageHash().Span.SequenceEqual(revision.Digest(imprint)))
        {
            (Intact, _) = (false, Add(Reasons.DigestDiffers));
            return null;
        }
        if (Oids.IsBroken(imprint)) Add(Reasons.AlgorithmBroken);
        return CryptographicOperations.HashData(hash, cms.Content);
    }

    bool Add(Reason reason)
    {
        Found.Add(reason);
        return true;
    }

    void NamedCertificate(CmsSigner signer)
    {
        var named = SignerCheck.NamesCertificate(signer, Certificate!);
        if (named == false) Found.Add(Reasons.SigningCertificateDiffers);
        if (named is null && revision.SubFilter == "ETSI.CAdES.detached") Found.Add(Reasons.SigningCertificateMissing);
        if (revision.SubFilter == "adbe.pkcs7.detached") Found.Add(Reasons.FormatOlder);
    }
}
