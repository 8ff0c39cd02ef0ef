package org.ctavo.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import org.ctavo.schema.model.Model;
import org.ctavo.schema.reading.ModelReader;
import org.ctavo.schema.relational.Mapped;
import org.ctavo.schema.relational.Mapping;
import org.ctavo.schema.relational.Naming;

/** The archive's own data model. */
public final class CtaModel {
    /** Name of its database schema. */
    public static final String SCHEMA = "cta";

    private static final String DOCUMENT = "cta.vo-dml.xml";

    private CtaModel() {}

    /** The model, read anew. */
    public static Model model() {
        try (InputStream in = Objects.requireNonNull(CtaModel.class.getResourceAsStream(DOCUMENT))) {
            return ModelReader.read(in, DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The model's tables. */
    public static Mapped tables() {
        return Mapping.map(model(), SCHEMA, Naming.SNAKE);
    }
}
