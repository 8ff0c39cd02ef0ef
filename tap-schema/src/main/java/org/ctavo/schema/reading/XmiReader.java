package org.ctavo.schema.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ctavo.schema.model.Annotations;
import org.ctavo.schema.model.Head;
import org.ctavo.schema.model.Model;
import org.ctavo.schema.model.Multiplicity;
import org.ctavo.schema.model.Problems;
import org.ctavo.schema.model.Property;
import org.ctavo.schema.model.Type;
import org.ctavo.schema.xml.XmlElement;

/**
 * Reads UML class models as XMI 2.x. UML's classes are object types, data types data types; an end with composite
 * aggregation is a composition, any other property whose type is a class a reference, all others attributes. A package
 * named {@code ivoa} holds IVOA's base types. Packages of primitive types that tools add are passed over.
 */
final class XmiReader {
    private static final Set<String> KINDS = Set.of("Class", "DataType", "Enumeration", "PrimitiveType");

    private final Problems problems;
    private final Map<String, XmlElement> byId = new LinkedHashMap<>();
    private final Map<String, String> typeIds = new HashMap<>();

    XmiReader(Problems problems) {
        this.problems = problems;
    }

    Model model(XmlElement root) {
        XmlElement uml = root.name().equals("Model")
                ? root
                : root.first("Model").or(() -> root.first("Package")).orElse(null);
        if (uml == null) {
            problems.add(root.line(), "element " + root.name(), "holds no uml:Model");
            problems.raise();
        }
        collect(uml, "");
        String name = uml.attribute("name").orElse("model");
        Optional<XmlElement> stereotype = root.all("model").findFirst();
        List<Type> types = new ArrayList<>();
        types(uml, types);
        return new Model(
                new Head(name, name, comment(uml), uml.line(), Annotations.NONE),
                stereotype.flatMap(model -> model.attribute("title")).orElse(name),
                stereotype.flatMap(model -> model.attribute("version")).orElse(""),
                types);
    }

    private void collect(XmlElement parent, String path) {
        for (XmlElement element : parent.children()) {
            id(element).ifPresent(id -> {
                if (byId.put(id, element) != null) {
                    problems.add(
                            element.line(), shown(element), "has the id " + id + ", which another element has too");
                }
            });
            String name = element.attribute("name").orElse("");
            if (element.name().equals("packagedElement") && kind(element).equals("Package")) {
                collect(element, isIvoa(element) ? "ivoa:" : path + name + ".");
            } else if (KINDS.contains(kind(element))) {
                id(element).ifPresent(id -> typeIds.put(id, path + name));
                collect(element, path + name + ".");
            } else {
                collect(element, path);
            }
        }
    }

    private void types(XmlElement parent, List<Type> types) {
        parent.children().stream().filter(element -> isNested(element)).forEach(element -> {
            switch (kind(element)) {
                case "Package" -> {
                    if (!isIvoa(element)) {
                        types(element, types);
                    }
                }
                case "Class" -> types.add(new Type.ObjectType(
                        head(element, typeId(element)),
                        element.attribute("isAbstract").filter("true"::equals).isPresent(),
                        superType(element),
                        properties(element),
                        List.of()));
                case "DataType" -> types.add(
                        new Type.DataType(head(element, typeId(element)), superType(element), properties(element)));
                case "Enumeration" -> types.add(new Type.Enumeration(
                        head(element, typeId(element)),
                        element.all("ownedLiteral")
                                .map(literal -> head(literal, typeId(element) + "." + name(literal)))
                                .toList()));
                case "PrimitiveType" -> types.add(
                        new Type.PrimitiveType(head(element, typeId(element)), superType(element)));
                default -> {
                    // Associations are read where their ends are; the rest says nothing about types.
                }
            }
        });
    }

    private static boolean isNested(XmlElement element) {
        return element.name().equals("packagedElement") || element.name().equals("nestedClassifier");
    }

    private static boolean isIvoa(XmlElement element) {
        return element.attribute("name").filter("ivoa"::equals).isPresent();
    }

    private List<Property> properties(XmlElement type) {
        Set<String> seen = new HashSet<>();
        List<Property> properties = new ArrayList<>(type.all("ownedAttribute")
                .filter(element -> id(element).map(seen::add).orElse(true))
                .map(element -> property(type, element))
                .toList());
        properties.addAll(navigableEnds(type).stream()
                .map(element -> property(type, element))
                .toList());
        return properties;
    }

    /** Ends that associations own but that can be reached from this type. */
    private List<XmlElement> navigableEnds(XmlElement type) {
        String typeId = id(type).orElse("");
        return byId.values().stream()
                .filter(element -> kind(element).equals("Association"))
                .flatMap(association -> ends(association, typeId).stream())
                .sorted((one, other) -> Integer.compare(one.line(), other.line()))
                .toList();
    }

    private List<XmlElement> ends(XmlElement association, String typeId) {
        Set<String> navigable =
                Set.of(association.attribute("navigableOwnedEnd").orElse("").split("\\s+", -1));
        List<String> members =
                List.of(association.attribute("memberEnd").orElse("").split("\\s+", -1));
        return association
                .all("ownedEnd")
                .filter(end -> navigable.contains(id(end).orElse("?")))
                .filter(end -> members.stream()
                        .filter(member -> !member.equals(id(end).orElse("?")))
                        .map(byId::get)
                        .anyMatch(other -> other != null
                                && other.attribute("type")
                                        .filter(typeId::equals)
                                        .isPresent()))
                .toList();
    }

    private Property property(XmlElement type, XmlElement element) {
        Head head = head(element, typeId(type) + "." + name(element));
        XmlElement target = type(element);
        Property.Kind kind = Property.Kind.ATTRIBUTE;
        if (target != null && kind(target).equals("Class")) {
            kind = element.attribute("aggregation").filter("composite"::equals).isPresent()
                    ? Property.Kind.COMPOSITION
                    : Property.Kind.REFERENCE;
        }
        if (target == null) {
            problems.add(kind.word(), head, "has no type, or one that the document does not hold");
        }
        return new Property(head, kind, target == null ? "" : typeId(target), multiplicity(head, kind, element));
    }

    private XmlElement type(XmlElement element) {
        return element.attribute("type")
                .or(() -> element.first("type").flatMap(child -> child.attribute("xmi:idref")))
                .map(byId::get)
                // An id may also be that of an element which is no type.
                .filter(target -> !typeId(target).isEmpty())
                .orElse(null);
    }

    /** UML's defaults: no value at all means 1; a bound without a value means 0 below, 1 above. */
    private Multiplicity multiplicity(Head head, Property.Kind kind, XmlElement element) {
        int least = element.first("lowerValue")
                .map(bound -> bound(head, kind, bound.attribute("value").orElse("0")))
                .orElse(1);
        int most = element.first("upperValue")
                .map(bound -> bound(head, kind, bound.attribute("value").orElse("1")))
                .orElse(1);
        return new Multiplicity(least, most);
    }

    private int bound(Head head, Property.Kind kind, String text) {
        if (text.equals("*")) {
            return Multiplicity.UNBOUNDED;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            problems.add(kind.word(), head, "has the multiplicity '" + text + "', which is no whole number or *");
            return 1;
        }
    }

    private Optional<String> superType(XmlElement element) {
        Optional<XmlElement> generalization = element.first("generalization");
        if (generalization.isEmpty()) {
            return Optional.empty();
        }
        if (element.all("generalization").count() > 1) {
            problems.add(
                    element.line(), shown(element), "extends several types; a model for tables has single inheritance");
        }
        Optional<String> general = generalization.get().attribute("general").map(typeIds::get);
        if (general.isEmpty()) {
            problems.add(generalization.get().line(), shown(element), "extends a type that the document does not hold");
        }
        return general;
    }

    private Head head(XmlElement element, String id) {
        return new Head(id, name(element), comment(element), element.line(), Annotations.NONE);
    }

    private String name(XmlElement element) {
        Optional<String> name = element.attribute("name").filter(text -> !text.isBlank());
        if (name.isEmpty()) {
            problems.add(element.line(), "element " + element.name(), "has no name");
        }
        return name.orElse("?");
    }

    private String typeId(XmlElement element) {
        return id(element).map(typeIds::get).orElse("");
    }

    private static String shown(XmlElement element) {
        return "element " + element.name()
                + element.attribute("name").map(name -> " " + name).orElse("");
    }

    private static String comment(XmlElement element) {
        return element.all("ownedComment")
                .flatMap(comment -> comment.all("body"))
                .map(XmlElement::text)
                .filter(text -> !text.equals("<Enter note text here>"))
                .findFirst()
                .orElse("");
    }

    private static Optional<String> id(XmlElement element) {
        return element.attribute("xmi:id");
    }

    /** The UML metaclass, without its prefix. */
    private static String kind(XmlElement element) {
        String type = element.attribute("xmi:type").orElse("");
        return type.substring(type.indexOf(':') + 1);
    }
}
