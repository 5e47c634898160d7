"""The one client of OCR servers, and what their replies mean."""
