package org.ctavo.schema.model;

import java.util.Objects;

/**
 * What every element of a model has.
 *
 * @param id VO-DML id, unique in the model: the path of names ({@code ActivityConfiguration.Parameter.name})
 * @param name of the element
 * @param description plain text; may be empty
 * @param line of the document where the element begins
 * @param annotations units, UCDs and database matters
 */
public record Head(String id, String name, String description, int line, Annotations annotations) {

    /** Checks that nothing is null. */
    public Head {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(annotations, "annotations");
    }
}
