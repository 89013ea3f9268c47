"""What a PDF says about itself: XMP that names both standards, and the older Info dictionary in agreement with it."""

from datetime import datetime
from xml.sax.saxutils import escape

PRODUCER = "Minga"

# PDF/A asks every schema it does not know to be described inside the file (ISO 19005-3 §6.6.2.3); PDF/UA's is one.
_UA_SCHEMA = """
  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>"""

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
   <pdfaid:part>3</pdfaid:part>
   <pdfaid:conformance>A</pdfaid:conformance>
   <pdfuaid:part>1</pdfuaid:part>
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>{author}
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
   <xmp:CreateDate>{moment}</xmp:CreateDate>
   <xmp:ModifyDate>{moment}</xmp:ModifyDate>
   <xmp:MetadataDate>{moment}</xmp:MetadataDate>
   <xmp:CreatorTool>{producer}</xmp:CreatorTool>
   <pdf:Producer>{producer}</pdf:Producer>
  </rdf:Description>{ua_schema}
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def xmp(*, title: str, author: str, language: str, created: datetime) -> bytes:
    """The XMP packet of a document that is PDF/A-3a and PDF/UA-1."""
    creator = f"\n   <dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>" if author else ""
    return _XMP.format(
        title=escape(title), author=creator, language=escape(language), moment=created.isoformat(timespec="seconds"),
        producer=PRODUCER, ua_schema=_UA_SCHEMA,
    ).encode()  # fmt: skip


def pdf_date(moment: datetime) -> str:
    """A date-time as PDF writes it: D:20210705093000-04'00'."""
    offset = f"{moment:%z}"[:5]
    return f"D:{moment:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:]}'"


def info(*, title: str, author: str, created: datetime) -> dict[str, str]:
    """The Info dictionary, saying exactly what the XMP says."""
    facts = {"/Title": title, "/Creator": PRODUCER, "/Producer": PRODUCER}
    facts |= {"/CreationDate": pdf_date(created), "/ModDate": pdf_date(created)}
    return facts | ({"/Author": author} if author else {})
