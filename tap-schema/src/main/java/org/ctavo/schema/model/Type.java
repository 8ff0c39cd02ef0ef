package org.ctavo.schema.model;

import java.util.List;
import java.util.Optional;

/** A type of a model. */
public sealed interface Type {

    /** Name, description, annotations. */
    Head head();

    /** The type it extends, as {@link Model#type} finds it; empty if none. */
    Optional<String> superType();

    /** The word VO-DML uses for this kind of type. */
    String kind();

    /** Its own properties, without inherited ones. */
    default List<Property> properties() {
        return List.of();
    }

    /**
     * A class: its objects have an identity.
     *
     * @param isAbstract whether only its subtypes have objects
     * @param constraints beyond types and multiplicities
     */
    record ObjectType(
            Head head,
            boolean isAbstract,
            Optional<String> superType,
            List<Property> properties,
            List<Constraint> constraints)
            implements Type {
        /** Copies the lists. */
        public ObjectType {
            properties = List.copyOf(properties);
            constraints = List.copyOf(constraints);
        }

        @Override
        public String kind() {
            return "objectType";
        }
    }

    /**
     * A rule for the objects of a class. One that subsets a role (VO-DML 1.0, SubsettedRole) says that an inherited
     * property has values of a narrower type.
     *
     * @param text in words
     * @param role id of the inherited property; empty if the rule is words alone
     * @param type id of the narrower type; empty if the rule is words alone
     */
    record Constraint(String text, Optional<String> role, Optional<String> type) {}

    /** A structured value. */
    record DataType(Head head, Optional<String> superType, List<Property> properties) implements Type {
        /** Copies the list. */
        public DataType {
            properties = List.copyOf(properties);
        }

        @Override
        public String kind() {
            return "dataType";
        }
    }

    /** A closed list of words; the name of a literal is what is stored. */
    record Enumeration(Head head, List<Head> literals) implements Type {
        /** Copies the list. */
        public Enumeration {
            literals = List.copyOf(literals);
        }

        @Override
        public Optional<String> superType() {
            return Optional.empty();
        }

        @Override
        public String kind() {
            return "enumeration";
        }
    }

    /** A simple value. */
    record PrimitiveType(Head head, Optional<String> superType) implements Type {
        @Override
        public String kind() {
            return "primitiveType";
        }
    }
}
