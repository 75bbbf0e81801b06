"""What training prints: certificates, sign-in sheets, the completion report. Each module turns records into a template's data."""
