package org.ctavo.adql.metadata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.ctavo.spi.SchemaDescription;

/** Metadata held in memory, to be shared by all queries; tables of one query can be laid over it. */
public final class TableCatalogue implements Metadata {
    private final List<KnownTable> tables;
    private final Map<String, List<KnownTable>> byName;

    /** A catalogue of these tables. */
    public TableCatalogue(Collection<KnownTable> tables) {
        this.tables = List.copyOf(tables);
        Map<String, List<KnownTable>> index = new HashMap<>();
        for (KnownTable table : tables) {
            index.computeIfAbsent(table.name().key(), key -> new ArrayList<>(1)).add(table);
        }
        this.byName = index;
    }

    /** A catalogue of all tables of some schemas, called in the database as in queries. */
    public static TableCatalogue of(Collection<SchemaDescription> schemas) {
        return new TableCatalogue(schemas.stream()
                .flatMap(schema -> schema.tables().stream())
                .map(KnownTable::of)
                .toList());
    }

    /** These tables and others, such as the uploads of one query. */
    public Metadata with(Collection<KnownTable> others) {
        return others.isEmpty() ? this : new Layered(this, new TableCatalogue(others));
    }

    @Override
    public List<KnownTable> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    @Override
    public Collection<KnownTable> all() {
        return tables;
    }

    private record Layered(TableCatalogue base, TableCatalogue over) implements Metadata {

        @Override
        public List<KnownTable> named(String name) {
            return joined(over.named(name), base.named(name));
        }

        @Override
        public Collection<KnownTable> all() {
            return joined(over.tables, base.tables);
        }

        private static List<KnownTable> joined(List<KnownTable> first, List<KnownTable> second) {
            if (first.isEmpty()) {
                return second;
            }
            List<KnownTable> all = new ArrayList<>(first);
            all.addAll(second);
            return all;
        }
    }
}
