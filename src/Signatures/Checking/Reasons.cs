namespace Signatures.Checking;

/// <summary>Every reason a check gives. Codes are public and stable; a sentence is shown to officials and citizens as it stands.</summary>
static class Reasons
{
    static Reason Note(string code, FormattableString sentence) => Reason.Of(code, Weight.Note, sentence);
    static Reason Doubt(string code, FormattableString sentence) => Reason.Of(code, Weight.Doubt, sentence);
    static Reason Fault(string code, FormattableString sentence) => Reason.Of(code, Weight.Fault, sentence);

    // The document.
    public static Reason Unsigned => Note("unsigned", $"Văn bản không có chữ ký số.");
    public static Reason SignatureHidden => Fault("signature-hidden", $"Tệp chứa dấu vết chữ ký số nhưng không có chữ ký nào đọc được.");
    public static Reason SignatureWithoutField => Fault("signature-without-field", $"Tệp chứa một chữ ký không gắn với trường chữ ký nào.");
    public static Reason SignatureInSeveralFields => Doubt("signature-in-several-fields", $"Một chữ ký được gắn vào nhiều trường chữ ký.");

    // What was signed.
    public static Reason RangeWrong => Fault("byte-range-wrong", $"Phạm vi ký không đúng chuẩn nên chữ ký không bảo vệ văn bản.");
    public static Reason ContentsWrong => Fault("contents-wrong", $"Chỗ chứa chữ ký không đúng chuẩn.");
    public static Reason RevisionDamaged => Fault("revision-damaged", $"Bản đã được ký không phải là một tệp PDF trọn vẹn.");
    public static Reason RevisionNotInChain => Fault("revision-not-in-chain", $"Bản đã được ký không phải là một lần lưu của tệp này.");
    public static Reason DigestDiffers => Fault("digest-differs", $"Nội dung đã ký bị thay đổi.");
    public static Reason SignatureWrong => Fault("signature-wrong", $"Chữ ký không khớp với chứng thư của người ký.");

    // The CMS.
    public static Reason CmsDamaged => Fault("cms-damaged", $"Dữ liệu chữ ký bị hỏng.");
    public static Reason CmsWrong => Fault("cms-wrong", $"Dữ liệu chữ ký không đúng chuẩn.");
    public static Reason SeveralSigners => Fault("several-signers", $"Một chữ ký chứa nhiều người ký, không đúng chuẩn PAdES.");
    public static Reason FormatUnsupported => Fault("format-unsupported", $"Kiểu chữ ký này không được chấp nhận.");
    public static Reason FormatOlder => Note("format-older", $"Chữ ký theo kiểu cũ, chưa theo chuẩn PAdES.");
    public static Reason SigningCertificateMissing => Fault("signing-certificate-missing", $"Chữ ký không nêu chứng thư đã dùng để ký.");
    public static Reason SigningCertificateDiffers => Fault("signing-certificate-differs", $"Chứng thư kèm theo không phải là chứng thư đã dùng để ký.");
    public static Reason AlgorithmBroken => Fault("algorithm-broken", $"Chữ ký dùng thuật toán không còn an toàn.");
    public static Reason KeyTooShort => Fault("key-too-short", $"Khóa của người ký quá ngắn.");

    // The certificate.
    public static Reason CertificateMissing => Doubt("signer-certificate-missing", $"Không có chứng thư của người ký để kiểm tra.");
    public static Reason ChainUnknown => Doubt("chain-unknown", $"Chứng thư không do tổ chức chứng thực được tin cậy cấp.");
    public static Reason ChainBroken => Fault("chain-broken", $"Chuỗi chứng thư không hợp lệ.");
    public static Reason KeyUsageWrong => Fault("key-usage-wrong", $"Chứng thư không được cấp để ký.");
    public static Reason CertificateExpired => Doubt("certificate-expired", $"Chứng thư đã hết hạn và không có bằng chứng về thời điểm ký.");
    public static Reason CertificateNotYetValid => Doubt("certificate-not-yet-valid", $"Chứng thư chưa có hiệu lực.");
    public static Reason ClaimedOutsideValidity => Fault("claimed-time-outside-validity", $"Thời điểm ký được ghi nằm ngoài thời hạn của chứng thư.");
    public static Reason ClaimedInFuture => Doubt("claimed-time-in-future", $"Thời điểm ký được ghi ở sau thời điểm kiểm tra.");
    public static Reason RevocationNotChecked => Note("revocation-not-checked", $"Chưa kiểm tra chứng thư có bị thu hồi hay không.");

    // What came after.
    public static Reason FilledAtIssue => Note("number-and-date-filled-at-issue", $"Số, ngày do văn thư điền khi phát hành.");
    public static Reason SignatureAdded => Note("signature-added", $"Sau đó có thêm chữ ký.");
    public static Reason TimeStampAdded => Note("time-stamp-added", $"Sau đó có thêm dấu thời gian.");
    public static Reason ProofsAdded => Note("validation-material-added", $"Sau đó có thêm tài liệu để kiểm tra lâu dài.");
    public static Reason BytesAfterEnd => Fault("bytes-after-end", $"Có dữ liệu lạ ở cuối tệp, sau bản đã ký.");
    public static Reason CatalogChanged => Fault("catalog-changed", $"Cấu trúc văn bản bị thay đổi sau khi ký.");
    public static Reason PagesChanged => Fault("pages-changed", $"Trang bị thêm, bớt hoặc đổi chỗ sau khi ký.");
    public static Reason PageChanged => Fault("page-changed", $"Trang bị thay đổi sau khi ký.");
    public static Reason ContentChanged => Fault("page-content-changed", $"Nội dung trang bị thay đổi sau khi ký.");
    public static Reason AnnotationAdded => Fault("annotation-added", $"Có ghi chú hoặc hình được đặt lên trang sau khi ký.");
    public static Reason AnnotationChanged => Fault("annotation-changed", $"Ghi chú trên trang bị thay đổi sau khi ký.");
    public static Reason FormChanged => Fault("form-changed", $"Biểu mẫu trong văn bản bị thay đổi sau khi ký.");
    public static Reason FieldAdded => Fault("field-added", $"Có trường được thêm vào biểu mẫu sau khi ký.");
    public static Reason FieldChanged(string name) => Fault("field-changed", $"Trường “{name}” bị thay đổi sau khi ký.");
    public static Reason SignatureCoversPage => Fault("signature-covers-page", $"Chữ ký thêm sau che quá nhiều trên trang.");
    public static Reason PropertiesChanged => Fault("properties-changed", $"Thông tin mô tả văn bản bị thay đổi sau khi ký.");
    public static Reason ObjectChanged => Fault("object-changed", $"Một phần của văn bản bị thay đổi sau khi ký.");
    public static Reason ObjectRemoved => Fault("object-removed", $"Một phần của văn bản bị xóa sau khi ký.");
    public static Reason HiddenObjectShown => Fault("hidden-object-shown", $"Nội dung được chuẩn bị sẵn từ trước đã được làm hiện ra sau khi ký.");
    public static Reason CertificationForbids => Fault("certification-forbids", $"Văn bản đã được chứng nhận là không thay đổi nhưng vẫn bị thêm nội dung.");
}
