package org.ctavo.schema.relational;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.ctavo.spi.ForeignKey;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.TableDescription;

/**
 * The tables of a model.
 *
 * @param name of the database schema
 * @param description for people
 * @param utype of the model
 * @param tables in the order of the model
 */
public record RelationalSchema(String name, String description, String utype, List<Table> tables) {

    /** Copies the list. */
    public RelationalSchema {
        tables = List.copyOf(tables);
    }

    /** A table by its name without schema. */
    public Optional<Table> table(String tableName) {
        return tables.stream().filter(table -> table.name().equals(tableName)).findFirst();
    }

    /** What TAP_SCHEMA has of it. */
    public SchemaDescription published() {
        return new SchemaDescription(
                name,
                description,
                Optional.of(utype),
                tables.stream().filter(Table::published).map(this::published).toList());
    }

    private TableDescription published(Table table) {
        return new TableDescription(
                publishedName(table),
                table.view().isPresent(),
                table.description(),
                Optional.of(table.utype()),
                table.columns().stream()
                        .filter(Column::published)
                        .map(Column::description)
                        .toList(),
                table.links().stream()
                        .filter(Link::published)
                        .filter(link ->
                                table(link.target()).map(Table::published).orElse(false))
                        .map(this::key)
                        .toList());
    }

    private String publishedName(Table table) {
        return name + "." + table.view().orElse(table.name());
    }

    private ForeignKey key(Link link) {
        List<ForeignKey.ColumnPair> pairs = IntStream.range(0, link.columns().size())
                .mapToObj(i -> new ForeignKey.ColumnPair(
                        link.columns().get(i), link.targetColumns().get(i)))
                .toList();
        return new ForeignKey(
                publishedName(table(link.target()).orElseThrow()),
                pairs,
                link.description(),
                Optional.of(link.utype()));
    }
}
