using System.Text;

namespace App.Tests.Cast;

/// <summary>Small edXML packets, written out so that each byte is known.</summary>
static class Packets
{
    public static byte[] Document(string documentId, string subject = "V/v thử trục liên thông", int businessType = 0, string attachment = "eGlu", string trace = "") => Bytes($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016">
          <edXML:edXMLEnvelope xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016">
            <edXML:edXMLHeader>
              <edXML:MessageHeader>
                <edXML:From><edXML:OrganId>000.00.00.P01</edXML:OrganId><edXML:OrganName>Cơ quan gửi</edXML:OrganName></edXML:From>
                <edXML:To><edXML:OrganId>000.00.00.P02</edXML:OrganId><edXML:OrganName>Cơ quan nhận</edXML:OrganName></edXML:To>
                <edXML:DocumentId>{documentId}</edXML:DocumentId>
                <edXML:Code><edXML:CodeNumber>12</edXML:CodeNumber><edXML:CodeNotation>BTN-VP</edXML:CodeNotation></edXML:Code>
                <edXML:PromulgationInfo><edXML:Place>Hà Nội</edXML:Place><edXML:PromulgationDate>2026/11/20</edXML:PromulgationDate></edXML:PromulgationInfo>
                <edXML:DocumentType><edXML:Type>2</edXML:Type><edXML:TypeName>Công văn</edXML:TypeName></edXML:DocumentType>
                <edXML:Subject>{subject}</edXML:Subject>
              </edXML:MessageHeader>
              <edXML:TraceHeaderList>{trace}
                <edXML:Bussiness><edXML:BussinessDocType>{businessType}</edXML:BussinessDocType></edXML:Bussiness>
              </edXML:TraceHeaderList>
            </edXML:edXMLHeader>
            <edXML:edXMLBody><edXML:edXMLManifest version="1.0"/></edXML:edXMLBody>
          </edXML:edXMLEnvelope>
          <AttachmentEncoded><Attachment><ContentId>1</ContentId><AttachmentName>a.txt</AttachmentName><ContentTransferEncoded>{attachment}</ContentTransferEncoded></Attachment></AttachmentEncoded>
        </edXML>

        """);

    public static byte[] Status(string documentId, string code) => Bytes($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016">
          <edXML:edXMLEnvelope xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016">
            <edXML:edXMLHeader>
              <edXML:MessageHeader>
                <edXML:From><edXML:OrganId>000.00.00.P02</edXML:OrganId></edXML:From>
                <edXML:ResponseFor><edXML:OrganId>000.00.00.P01</edXML:OrganId><edXML:Code>12/BTN-VP</edXML:Code><edXML:DocumentId>{documentId}</edXML:DocumentId></edXML:ResponseFor>
                <edXML:StatusCode>{code}</edXML:StatusCode>
                <edXML:Timestamp>2026/11/24 12:00:00</edXML:Timestamp>
              </edXML:MessageHeader>
            </edXML:edXMLHeader>
          </edXML:edXMLEnvelope>
        </edXML>

        """);

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
