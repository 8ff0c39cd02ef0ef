package org.ctavo.schema.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.ctavo.schema.CtaModel;
import org.ctavo.schema.model.Model;
import org.ctavo.schema.relational.RelationalSchema;
import org.ctavo.schema.relational.Table;
import org.ctavo.spi.Fault;

/** The tables of the model that are filled from files: all but data products, which ingest brings. Immutable. */
final class LoadableTables {
    private static final Set<String> INGESTED = Set.of("data_product", "data_product_secure", "data_file");

    private final Model model = CtaModel.model();
    private final RelationalSchema schema = CtaModel.tables().schema();

    Model model() {
        return model;
    }

    RelationalSchema schema() {
        return schema;
    }

    List<Table> all() {
        return schema.tables().stream()
                .filter(table -> !INGESTED.contains(table.name()))
                .toList();
    }

    /** The table that a file is for: by the table's name or the class's, whatever the case. */
    Table of(Path file) {
        String name = String.valueOf(file.getFileName());
        String stem = plain(name.contains(".") ? name.substring(0, name.indexOf('.')) : name);
        return all().stream()
                .filter(table -> plain(table.name()).equals(stem)
                        || plain(table.utype().substring(table.utype().indexOf(':') + 1))
                                .equals(stem))
                .findFirst()
                .orElseThrow(() -> new Fault(
                        LoadFault.UNKNOWN_FILE,
                        name + " is named for no table of the model. Tables are "
                                + all().stream().map(Table::name).collect(Collectors.joining(", ")) + "."));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
