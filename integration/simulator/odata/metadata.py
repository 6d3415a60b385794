"""$metadata: the schema as the XML 1C publishes (a cut of it: names, types, lengths, keys)."""

from functools import cache
from xml.sax.saxutils import quoteattr

from integration.simulator.entities import OBJECTS

EDM = {
    "guid": "Edm.Guid",
    "bool": "Edm.Boolean",
    "date": "Edm.DateTime",
    "double": "Edm.Double",
    "int": "Edm.Int64",
    "text": "Edm.String",
    "any": "Edm.String",
}
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx">'
    '<edmx:DataServices m:DataServiceVersion="3.0" m:MaxDataServiceVersion="3.0"'
    ' xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">'
    '<Schema Namespace="StandardODATA" xmlns="http://schemas.microsoft.com/ado/2009/11/edm">'
)
TAIL = "</Schema></edmx:DataServices></edmx:Edmx>"


@cache
def metadata(megabytes: float = 0) -> bytes:
    """The schema; with catalogues of no interest up to this size, as a full base of thousands of objects has them."""
    types = "".join(entity_type(name, fields) for name, fields in OBJECTS.items())
    one = entity_type("InformationRegister_Прочее00000", OBJECTS["Catalog_Номенклатура"])
    missing = round(megabytes * 1_000_000) - len(types.encode())
    for number in range(max(0, missing) // len(one.encode())):
        types += entity_type(f"InformationRegister_Прочее{number:05d}", OBJECTS["Catalog_Номенклатура"])
    sets = "".join(f"<EntitySet Name={quoteattr(n)} EntityType={quoteattr('StandardODATA.' + n)}/>" for n in OBJECTS)
    container = f'<EntityContainer Name="EnterpriseV8" m:IsDefaultEntityContainer="true">{sets}</EntityContainer>'
    return (HEAD + types + container + TAIL).encode()


def entity_type(name: str, fields: dict) -> str:
    rows = "".join(row_type(f"{name}_{part}", kind) for part, kind in fields.items() if isinstance(kind, dict))
    properties = "".join(declared(name, field, kind) for field, kind in fields.items())
    key = '<Key><PropertyRef Name="Ref_Key"/></Key>'
    return f"<EntityType Name={quoteattr(name)}>{key}{properties}</EntityType>{rows}"


def row_type(name: str, fields: dict) -> str:
    properties = "".join(declared(name, field, kind) for field, kind in fields.items())
    return f"<ComplexType Name={quoteattr(name + '_RowType')}>{properties}</ComplexType>"


def declared(entity: str, field: str, kind: str | dict) -> str:
    if isinstance(kind, dict):
        return property_tag(field, f"Collection(StandardODATA.{entity}_{field}_RowType)", "")
    if kind == "binary":
        named = property_tag(f"{field}_Type", "Edm.String", "")
        return named + property_tag(f"{field}_Base64Data", "Edm.Binary", "") + property_tag(field, "Edm.Stream", "")
    base, _, length = kind.partition(":")
    tag = property_tag(field, EDM[base], f" MaxLength={quoteattr(length)}" if length else "")
    return tag + property_tag(f"{field}_Type", "Edm.String", "") if base == "any" else tag


def property_tag(name: str, kind: str, more: str) -> str:
    nullable = "false" if name == "Ref_Key" else "true"
    return f'<Property Name={quoteattr(name)} Type={quoteattr(kind)} Nullable="{nullable}"{more}/>'
