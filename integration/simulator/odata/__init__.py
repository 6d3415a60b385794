"""Channel A: the standard OData interface of a publication (OData 3, JSON)."""
