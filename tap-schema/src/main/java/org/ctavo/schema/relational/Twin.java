package org.ctavo.schema.relational;

import java.util.Optional;

/** A table of the same shape as another. */
final class Twin {
    private Twin() {}

    static Table of(Table table, String name) {
        return new Table(
                name,
                table.description(),
                table.utype(),
                false,
                Optional.empty(),
                table.columns(),
                table.primaryKey(),
                table.constraints().stream()
                        .map(constraint -> new Constraint(renamed(constraint.name(), table, name), constraint.sql()))
                        .toList(),
                table.links().stream()
                        .map(link -> new Link(
                                renamed(link.name(), table, name),
                                link.columns(),
                                link.target(),
                                link.targetColumns(),
                                link.isPart(),
                                link.enforced(),
                                link.published(),
                                link.description(),
                                link.utype()))
                        .toList(),
                table.indexes().stream()
                        .map(index -> new Index(renamed(index.name(), table, name), index.definition()))
                        .toList());
    }

    private static String renamed(String object, Table table, String name) {
        return Naming.shortened(name + object.substring(table.name().length()));
    }
}
