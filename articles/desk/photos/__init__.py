"""The photo desk: upload, complete, library, one photo's page, take-down, usage."""
