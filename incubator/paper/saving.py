"""PDF → bytes: always the same, and with no stream that ends in a carriage return.

PDF/A wants /Length to be the bytes before the end-of-line that precedes «endstream» (ISO 19005-3 §6.1.7.1). A stream
whose last byte is CR, followed by the LF of that end-of-line, reads as CR LF to strict validators, which then count one
byte less. One stream in 256 ends so, and a report has dozens.
"""

import zlib
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

_AMBIGUOUS = b"\r\nendstream"
_CARRIAGE_RETURN = 13
_UP = b"\x02"  # the tag of a row predicted from the one above
_TRIES = 6


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The file, with an identifier derived from its content."""
    _rewrap_ambiguous_streams(pdf)
    for _ in range(_TRIES):
        content = _written(pdf, pikepdf.ObjectStreamMode.generate)
        if _AMBIGUOUS not in content:
            return content
        _shift_objects(pdf)
    # So many objects that some object stream always ends in CR: without such streams, larger and as good.
    return _written(pdf, pikepdf.ObjectStreamMode.disable)


def _written(pdf: pikepdf.Pdf, mode: pikepdf.ObjectStreamMode) -> bytes:
    out = BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=mode, compress_streams=True)
    return out.getvalue()


def _rewrap_ambiguous_streams(pdf: pikepdf.Pdf) -> None:
    """Deflated data ends in a sum of its bytes, so it is known beforehand which streams would end in CR.

    Those are written as one row of PNG prediction, which every reader undoes: its tag changes the sum and nothing else,
    for a first row predicted from the row above, where there is none, is the row itself (ISO 32000-1 §7.4.4.4).
    """
    for stream in pdf.objects:
        if isinstance(stream, pikepdf.Stream) and stream.get("/Type") != Name.Metadata:
            data = stream.read_bytes()
            if zlib.adler32(data) & 0xFF == _CARRIAGE_RETURN:
                prediction = Dictionary(Predictor=12, Columns=len(data))
                stream.write(zlib.compress(_UP + data), filter=Name.FlateDecode, decode_parms=prediction)


def _shift_objects(pdf: pikepdf.Pdf) -> None:
    """Object streams are made while saving: one more empty object before the rest moves what each of them holds."""
    key = "/A0MingaPadding"  # keys are visited in order, and this one sorts first
    padding = pdf.Root.get(key, Array())
    padding.append(pdf.make_indirect(Dictionary()))
    pdf.Root[key] = padding
