package org.ctavo.schema.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** IVOA's base types (VO-DML 1.0, section 5), which models import as {@code ivoa}. */
final class IvoaTypes {
    private static final Map<String, Type> TYPES = types();

    private IvoaTypes() {}

    /** A base type by {@code ivoa:name}; a package in between, as in {@code ivoa:quantity.Unit}, is passed over. */
    static Optional<Type> find(String id) {
        if (!id.startsWith("ivoa:")) {
            return Optional.empty();
        }
        return Optional.ofNullable(TYPES.get(id.substring(Math.max(id.indexOf(':'), id.lastIndexOf('.')) + 1)));
    }

    private static Map<String, Type> types() {
        Map<String, Type> types = new LinkedHashMap<>();
        for (String name : List.of(
                "string",
                "boolean",
                "integer",
                "nonnegativeInteger",
                "positiveInteger",
                "real",
                "rational",
                "complex",
                "decimal",
                "datetime",
                "duration",
                "anyURI",
                "Unit")) {
            types.put(name, new Type.PrimitiveType(head(name), Optional.empty()));
        }
        types.put("Quantity", quantity("Quantity", Optional.empty(), "unit", "Unit", 0));
        types.put("RealQuantity", quantity("RealQuantity", Optional.of("ivoa:Quantity"), "value", "real", 1));
        types.put("IntegerQuantity", quantity("IntegerQuantity", Optional.of("ivoa:Quantity"), "value", "integer", 1));
        return types;
    }

    private static Type quantity(String name, Optional<String> superType, String property, String type, int least) {
        return new Type.DataType(
                head(name),
                superType,
                List.of(new Property(
                        head(name + "." + property),
                        Property.Kind.ATTRIBUTE,
                        "ivoa:" + type,
                        new Multiplicity(least, 1))));
    }

    private static Head head(String id) {
        return new Head("ivoa:" + id, id.substring(id.lastIndexOf('.') + 1), "", 0, Annotations.NONE);
    }
}
