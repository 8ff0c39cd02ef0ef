package org.ctavo.provenance.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.ctavo.schema.model.Model;
import org.ctavo.schema.reading.ModelReader;
import org.ctavo.schema.relational.Mapped;
import org.ctavo.schema.relational.Mapping;
import org.ctavo.schema.relational.Naming;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.ForeignKey;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.TableDescription;

/**
 * The tables of schema provenance as the VO-DML document {@code voprov.vo-dml.xml} gives them, and what TAP_SCHEMA says
 * of them. No standard names these tables: the names are the model's, in lower case. Two things are the archive's own:
 * the table {@code progenitor}, and that entities may be published products.
 */
public final class PublishedTables {
    private static final String NAME = "provenance";
    private static final String ENTITY = NAME + ".entity";
    private static final String DOCUMENT = "/org/ctavo/provenance/voprov.vo-dml.xml";

    private PublishedTables() {}

    /** The model, read anew. */
    public static Model model() {
        try (InputStream in = Objects.requireNonNull(PublishedTables.class.getResourceAsStream(DOCUMENT))) {
            return ModelReader.read(in, "voprov.vo-dml.xml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The model's tables. */
    public static Mapped generated() {
        return Mapping.map(model(), NAME, Naming.LOWER);
    }

    /** What TAP_SCHEMA has of the schema; made when first asked for. */
    public static SchemaDescription schema() {
        return Made.SCHEMA;
    }

    private static final class Made {
        static final SchemaDescription SCHEMA = made();
    }

    private static SchemaDescription made() {
        SchemaDescription generated = generated().schema().published();
        List<TableDescription> tables = new ArrayList<>();
        for (TableDescription table : generated.tables()) {
            tables.add(table.name().equals(ENTITY) ? published(table) : table);
        }
        tables.add(progenitor());
        return new SchemaDescription(NAME, generated.description(), generated.utype(), tables);
    }

    /** Entities that are published products join with them. Declared, not enforced: most are none. */
    private static TableDescription published(TableDescription entity) {
        List<ForeignKey> keys = new ArrayList<>(entity.foreignKeys());
        keys.add(
                0,
                new ForeignKey(
                        "ivoa.obscore",
                        List.of(new ForeignKey.ColumnPair("id", "obs_publisher_did")),
                        "The published product that the entity is",
                        Optional.empty()));
        return new TableDescription(
                entity.name(), entity.isView(), entity.description(), entity.utype(), entity.columns(), keys);
    }

    private static TableDescription progenitor() {
        return new TableDescription(
                NAME + ".progenitor",
                true,
                "All that an entity comes from, through any number of generations, uses, derivations and"
                        + " communications.",
                Optional.empty(),
                List.of(
                        end("entity_id", "meta.id;meta.main", "The descendant"),
                        end("progenitor_id", "meta.id", "What it comes from"),
                        column(
                                "depth",
                                "short",
                                "meta.number",
                                Optional.empty(),
                                "Steps from the descendant to the progenitor on the shortest way; 1 for an input of"
                                        + " the activity that generated it",
                                false)),
                List.of(key("entity_id", "The descendant"), key("progenitor_id", "What it comes from")));
    }

    private static ColumnDescription end(String name, String ucd, String description) {
        return column(name, "char", ucd, Optional.of("voprov:Entity.id"), description, true);
    }

    private static ColumnDescription column(
            String name, String type, String ucd, Optional<String> utype, String description, boolean isPrincipal) {
        return new ColumnDescription(
                name,
                type,
                Optional.of("*").filter(any -> type.equals("char")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ucd),
                utype,
                description,
                isPrincipal,
                false,
                false);
    }

    private static ForeignKey key(String from, String description) {
        return new ForeignKey(
                ENTITY, List.of(new ForeignKey.ColumnPair(from, "id")), description, Optional.of("voprov:Entity.id"));
    }
}
