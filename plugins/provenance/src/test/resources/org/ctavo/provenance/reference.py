"""Reads graphs with the reference library in three forms, holds them to each other and writes them out again.

For each NAME.json in the directory there are NAME.xml and NAME.provn of the same graph. The library has no reader of
PROV-N, so there is one here, after the grammar of the Recommendation, that makes the library's own records.
"""
import os
import re
import sys
from prov.constants import PROV_N_MAP
from prov.model import PROV_REC_CLS, Literal, ProvDocument

TOKEN = re.compile(r'''
    (?P<space>\s+|//[^\n]*|/\*.*?\*/) | (?P<iri><[^>]*>) | (?P<long>"""(?:\\.|"{0,2}[^"\\])*""") |
    (?P<text>"(?:\\.|[^"\\\n])*") | (?P<mark>%%|[()\[\],;=@]) | (?P<quoted>'(?:\\.|[^'\\])*') |
    (?P<word>(?:\\.|[^\s()\[\],;='"@<>])+)''', re.VERBOSE | re.DOTALL)
KINDS = {word: kind for kind, word in PROV_N_MAP.items()}


class Reader:
    def __init__(self, text):
        self.tokens, at = [], 0
        while at < len(text):
            token = TOKEN.match(text, at)
            assert token, "no token of PROV-N: " + text[at:at + 40]
            at = token.end()
            if token.lastgroup != "space":
                self.tokens.append((token.lastgroup, token.group()))
        self.at = 0
        self.document = ProvDocument()

    def next(self, kind=None, text=None):
        found = self.tokens[self.at]
        assert kind in (None, found[0]) and text in (None, found[1]), "not %s %s: %s" % (kind, text, found)
        self.at += 1
        return found[1]

    def peek(self):
        return self.tokens[self.at][1]

    def take(self, text):
        taken = self.peek() == text
        self.at += taken
        return taken

    def name(self, word):
        name = self.document.valid_qualified_name(re.sub(r"\\(.)", r"\1", word))
        assert name is not None, "no such name: " + word
        return name

    def value(self):
        kind, text = self.tokens[self.at]
        self.at += 1
        if kind == "quoted":
            return self.name(text[1:-1])
        if kind == "word":
            return int(text)
        text = text[3:-3] if kind == "long" else text[1:-1]
        text = re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t", "r": "\r"}.get(m[1], m[1]), text)
        if self.take("@"):
            return Literal(text, langtag=self.next("word"))
        return Literal(text, self.name(self.next("word"))) if self.take("%%") else text

    def expression(self, word):
        kind = KINDS[word]
        formal = PROV_REC_CLS[kind].FORMAL_ATTRIBUTES
        self.next("mark", "(")
        identifier, arguments, attributes = None, [], []
        while not self.take(")"):
            if self.take("["):
                while not self.take("]"):
                    name = self.name(self.next("word"))
                    self.next("mark", "=")
                    attributes.append((name, self.value()))
                    assert self.peek() == "]" or self.take(",")
            else:
                arguments.append(self.next("word"))
                if self.take(";"):
                    identifier = arguments.pop()
            assert self.peek() == ")" or self.peek() != "," or self.take(",")
        if PROV_REC_CLS[kind].is_element(PROV_REC_CLS[kind]):
            identifier = arguments.pop(0)
        assert len(arguments) <= len(formal), word
        for attribute, argument in zip(formal, arguments):
            if argument != "-":
                is_time = attribute.localpart.lower().endswith("time")
                attributes.append((attribute, argument if is_time else self.name(argument)))
        self.document.new_record(kind, identifier and self.name(identifier), attributes)

    def read(self):
        self.next("word", "document")
        while self.take("prefix"):
            self.document.add_namespace(self.next("word"), self.next("iri")[1:-1])
        while not self.take("endDocument"):
            self.expression(self.next("word"))
        assert self.at == len(self.tokens)
        return self.document


def same(name, form, one, other):
    if one != other:
        ours = {str(r) for r in one.unified().get_records()}
        others = {str(r) for r in other.unified().get_records()}
        sys.exit("%s: JSON and %s differ: %s / %s" % (name, form, sorted(ours - others), sorted(others - ours)))


directory = sys.argv[1]
graphs = sorted(f[:-5] for f in os.listdir(directory) if f.endswith(".json"))
for graph in graphs:
    path = os.path.join(directory, graph)
    from_json = ProvDocument.deserialize(path + ".json", format="json")
    same(graph, "XML", from_json, ProvDocument.deserialize(path + ".xml", format="xml"))
    with open(path + ".provn", encoding="utf-8") as text:
        same(graph, "PROV-N", from_json, Reader(text.read()).read())
    from_json.serialize(path + ".json.theirs", format="json")
    from_json.serialize(path + ".xml.theirs", format="xml")
    with open(path + ".provn.theirs", "w", encoding="utf-8") as out:
        out.write(from_json.get_provn())
print(len(graphs), "graphs are the same in all forms")
