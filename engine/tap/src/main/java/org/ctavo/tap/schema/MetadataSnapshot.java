package org.ctavo.tap.schema;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.ctavo.adql.metadata.TableCatalogue;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.TableDescription;

/** What is published at one moment. Immutable; equal only to itself. */
public final class MetadataSnapshot {
    private final List<SchemaDescription> schemas;
    private final TableCatalogue catalogue;
    private final String digest;
    private final Instant published;

    /**
     * A snapshot.
     *
     * @param schemas in the order they are shown
     * @param digest that changes with what is published
     * @param published when it last changed
     */
    public MetadataSnapshot(List<SchemaDescription> schemas, String digest, Instant published) {
        this.schemas = List.copyOf(schemas);
        this.catalogue = TableCatalogue.of(schemas);
        this.digest = digest;
        this.published = published;
    }

    /** The schemas with their tables, in the order they are shown. */
    public List<SchemaDescription> schemas() {
        return schemas;
    }

    /** The tables as queries see them. */
    public TableCatalogue catalogue() {
        return catalogue;
    }

    /** A digest that changes with what is published. */
    public String digest() {
        return digest;
    }

    /** When it last changed. */
    public Instant published() {
        return published;
    }

    /** The table of exactly this name, as TAP_SCHEMA writes it. */
    public Optional<TableDescription> table(String name) {
        return schemas.stream()
                .flatMap(schema -> schema.tables().stream())
                .filter(table -> table.name().equals(name))
                .findFirst();
    }
}
