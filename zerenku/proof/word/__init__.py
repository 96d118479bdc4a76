"""A .docx read into the values of `zerenku.proof.paper`; every part is parsed once."""
