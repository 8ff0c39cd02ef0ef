package org.ctavo.schema.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.ctavo.schema.model.Annotations;
import org.ctavo.schema.model.Head;
import org.ctavo.schema.model.Model;
import org.ctavo.schema.model.Multiplicity;
import org.ctavo.schema.model.Problems;
import org.ctavo.schema.model.Property;
import org.ctavo.schema.model.Type;
import org.ctavo.schema.xml.XmlElement;

/** Reads VO-DML 1.0 (section 4 and its XML schema). */
final class VodmlReader {
    private static final Set<String> TARGETS = Set.of("tap", "sql");

    private final Problems problems;
    private String prefix = "";

    VodmlReader(Problems problems) {
        this.problems = problems;
    }

    Model model(XmlElement root) {
        prefix = root.textOf("name").orElse("");
        if (prefix.isEmpty()) {
            problems.add(root.line(), "element model", "has no name");
        }
        List<Type> types = new ArrayList<>();
        types(root, types);
        return new Model(
                new Head(prefix, prefix, root.textOf("description").orElse(""), root.line(), annotations(root)),
                root.textOf("title").orElse(prefix),
                root.textOf("version").orElse(""),
                types);
    }

    private void types(XmlElement parent, List<Type> types) {
        for (XmlElement element : parent.children()) {
            switch (element.name()) {
                case "package" -> types(element, types);
                case "objectType" -> types.add(new Type.ObjectType(
                        head(element),
                        element.attribute("abstract").filter("true"::equals).isPresent(),
                        superType(element),
                        properties(element),
                        constraints(element)));
                case "dataType" -> types.add(new Type.DataType(head(element), superType(element), properties(element)));
                case "enumeration" -> types.add(new Type.Enumeration(
                        head(element), element.all("literal").map(this::head).toList()));
                case "primitiveType" -> types.add(new Type.PrimitiveType(head(element), superType(element)));
                default -> {
                    // Title, authors, imports and the like are no types.
                }
            }
        }
    }

    private Head head(XmlElement element) {
        String name = element.textOf("name").orElse("");
        String id = element.textOf("vodml-id").orElse("");
        String shown = "element " + element.name() + (id.isEmpty() ? "" : " " + id);
        if (name.isEmpty()) {
            problems.add(element.line(), shown, "has no name");
        }
        if (id.isEmpty()) {
            problems.add(element.line(), shown, "has no vodml-id");
        }
        return new Head(id, name, element.textOf("description").orElse(""), element.line(), annotations(element));
    }

    private static Annotations annotations(XmlElement element) {
        return new Annotations(element.instructions().stream()
                .filter(instruction -> TARGETS.contains(instruction.target()))
                .flatMap(VodmlReader::entries)
                .toList());
    }

    /** What {@code <?tap column="id" …?>} says is of that column: {@code tap.id.ucd}. */
    private static Stream<Annotations.Entry> entries(XmlElement.Instruction instruction) {
        Map<String, String> attributes = instruction.attributes();
        String target = instruction.target();
        String owner = target.equals("tap") && attributes.containsKey("column")
                ? target + "." + attributes.get("column") + "."
                : target + ".";
        return attributes.entrySet().stream()
                .filter(entry -> !(target.equals("tap") && entry.getKey().equals("column")))
                .map(entry -> new Annotations.Entry(owner + entry.getKey(), entry.getValue(), instruction.line()));
    }

    private Optional<String> superType(XmlElement element) {
        return element.first("extends").map(this::reference);
    }

    private List<Property> properties(XmlElement element) {
        return element.children().stream().flatMap(this::property).toList();
    }

    private Stream<Property> property(XmlElement element) {
        Property.Kind kind =
                switch (element.name()) {
                    case "attribute" -> Property.Kind.ATTRIBUTE;
                    case "composition" -> Property.Kind.COMPOSITION;
                    case "reference" -> Property.Kind.REFERENCE;
                    default -> null;
                };
        if (kind == null) {
            return Stream.empty();
        }
        Head head = head(element);
        Optional<XmlElement> type = element.first("datatype");
        if (type.isEmpty()) {
            problems.add(kind.word(), head, "has no datatype");
        }
        return Stream.of(
                new Property(head, kind, type.map(this::reference).orElse(""), multiplicity(head, kind, element)));
    }

    private Multiplicity multiplicity(Head head, Property.Kind kind, XmlElement element) {
        Optional<XmlElement> multiplicity = element.first("multiplicity");
        if (multiplicity.isEmpty()) {
            return Multiplicity.ONE;
        }
        return new Multiplicity(
                bound(head, kind, multiplicity.get(), "minOccurs"), bound(head, kind, multiplicity.get(), "maxOccurs"));
    }

    private int bound(Head head, Property.Kind kind, XmlElement multiplicity, String name) {
        String text = multiplicity.textOf(name).orElse("1");
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            problems.add(kind.word(), head, "has the " + name + " '" + text + "', which is no whole number");
            return 1;
        }
    }

    /** A vodml-ref without the prefix of the model's own name. */
    private String reference(XmlElement element) {
        Optional<String> text = element.textOf("vodml-ref");
        if (text.isEmpty()) {
            problems.add(element.line(), "element " + element.name(), "has no vodml-ref");
            return "";
        }
        return text.get().startsWith(prefix + ":") ? text.get().substring(prefix.length() + 1) : text.get();
    }

    private List<Type.Constraint> constraints(XmlElement element) {
        return element.all("constraint").map(this::constraint).toList();
    }

    private Type.Constraint constraint(XmlElement element) {
        Optional<String> role = element.first("role").map(this::reference);
        Optional<String> type = element.first("datatype").map(this::reference);
        String text = element.textOf("description")
                .orElseGet(() -> "in place of " + role.orElse("?") + " it has " + type.orElse("?"));
        return new Type.Constraint(text, role, type);
    }
}
