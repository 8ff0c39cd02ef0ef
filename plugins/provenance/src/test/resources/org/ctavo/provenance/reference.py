"""Reads graphs with the reference library in several forms, holds them to each other and writes them out again.

For each NAME.json in the directory there are NAME.xml and, as another library read and wrote them, NAME.FORM.by of the
same graph. The library has no reader of PROV-N or PROV-JSONLD itself.
"""
import os
import sys
from prov.model import ProvDocument


def same(name, one, other):
    if one != other:
        ours = {str(r) for r in one.unified().get_records()}
        others = {str(r) for r in other.unified().get_records()}
        sys.exit("%s differs from the JSON: %s / %s" % (name, sorted(others - ours), sorted(ours - others)))


directory = sys.argv[1]
files = sorted(os.listdir(directory))
graphs = [f[:-5] for f in files if f.endswith(".json")]
compared = 0
for graph in graphs:
    path = os.path.join(directory, graph)
    from_json = ProvDocument.deserialize(path + ".json", format="json")
    for file in files:
        if file.startswith(graph + ".") and file.endswith((".xml", ".by")):
            form = "xml" if file.endswith(".xml") else "json"
            same(file, from_json, ProvDocument.deserialize(os.path.join(directory, file), format=form))
            compared += 1
    from_json.serialize(path + ".json.theirs", format="json")
    from_json.serialize(path + ".xml.theirs", format="xml")
    with open(path + ".provn.theirs", "w", encoding="utf-8") as out:
        out.write(from_json.get_provn())
print(len(graphs), "graphs,", compared, "other forms of them are the same")
