"""Reads PROV-JSON and PROV-XML with the reference library, compares them and writes them out again."""
import sys
from prov.model import ProvDocument

directory = sys.argv[1]
from_json = ProvDocument.deserialize(directory + "/document.json", format="json")
from_xml = ProvDocument.deserialize(directory + "/document.xml", format="xml")
if from_json != from_xml:
    ours = {str(r) for r in from_json.get_records()}
    others = {str(r) for r in from_xml.get_records()}
    sys.exit("JSON and XML differ: %s / %s" % (sorted(ours - others), sorted(others - ours)))
from_json.serialize(directory + "/theirs.json", format="json")
from_json.serialize(directory + "/theirs.xml", format="xml")
with open(directory + "/theirs.provn", "w", encoding="utf-8") as out:
    out.write(from_json.get_provn())
print(len(from_json.get_records()))
