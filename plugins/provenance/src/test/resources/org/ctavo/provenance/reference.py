"""Reads graphs with the reference library in several forms, holds them to each other and writes them out again.

For each NAME.json in the directory there are NAME.xml, NAME.jsonld and, as another library read and wrote them,
NAME.FORM.by of the same graph. The library has no reader of PROV-N or PROV-JSONLD itself. As linked data, with the
published context that lies in context.jsonld, NAME.jsonld must tell of the same things in the terms of PROV-O.
"""
import json
import os
import sys
from prov.model import ProvDocument
from rdflib import Graph, Namespace, RDF

PROV = Namespace("http://www.w3.org/ns/prov#")
TERMS = {
    "entity": PROV.Entity, "activity": PROV.Activity, "agent": PROV.Agent, "used": PROV.Usage,
    "wasGeneratedBy": PROV.Generation, "wasDerivedFrom": PROV.Derivation, "wasInformedBy": PROV.Communication,
    "wasAttributedTo": PROV.Attribution, "wasAssociatedWith": PROV.Association, "wasInfluencedBy": PROV.Influence,
}


def same(name, one, other):
    if one != other:
        ours = {str(r) for r in one.unified().get_records()}
        others = {str(r) for r in other.unified().get_records()}
        sys.exit("%s differs from the JSON: %s / %s" % (name, sorted(others - ours), sorted(ours - others)))


def linked(name, plain, data, context):
    data["@context"][1] = context
    graph = Graph().parse(data=json.dumps(data), format="json-ld")
    for section, term in TERMS.items():
        told, found = len(plain.get(section, {})), len(set(graph.subjects(RDF.type, term)))
        if told != found:
            sys.exit("%s tells of %d %s, as linked data of %d" % (name, told, section, found))
    for relation, subject, term, about in (
            ("used", "activity", PROV.qualifiedUsage, PROV.entity),
            ("wasGeneratedBy", "entity", PROV.qualifiedGeneration, PROV.activity)):
        other = about.split("#")[1]
        told = {(name_of(r["prov:" + subject], plain), name_of(r["prov:" + other], plain))
                for r in plain.get(relation, {}).values() if "prov:" + other in r}
        found = {(str(s), str(graph.value(r, about))) for s, r in graph.subject_objects(term) if graph.value(r, about)}
        if told != found:
            sys.exit("%s: %s differs as linked data: %s" % (name, relation, sorted(told ^ found)))


def name_of(qualified, plain):
    prefix, local = qualified.split(":", 1)
    return plain["prefix"][prefix] + local


directory = sys.argv[1]
files = sorted(os.listdir(directory))
graphs = [f[:-5] for f in files if f.endswith(".json") and not f.startswith("context")]
compared = 0
for graph in graphs:
    path = os.path.join(directory, graph)
    from_json = ProvDocument.deserialize(path + ".json", format="json")
    for file in files:
        if file.startswith(graph + ".") and file.endswith((".xml", ".by")):
            form = "xml" if file.endswith(".xml") else "json"
            same(file, from_json, ProvDocument.deserialize(os.path.join(directory, file), format=form))
            compared += 1
    if os.path.exists(path + ".jsonld"):
        loaded = [json.load(open(f, encoding="utf-8")) for f in (
            path + ".json", path + ".jsonld", os.path.join(directory, "context.jsonld"))]
        linked(graph, loaded[0], loaded[1], loaded[2]["@context"])
    from_json.serialize(path + ".json.theirs", format="json")
    from_json.serialize(path + ".xml.theirs", format="xml")
    with open(path + ".provn.theirs", "w", encoding="utf-8") as out:
        out.write(from_json.get_provn())
print(len(graphs), "graphs,", compared, "other forms of them are the same")
