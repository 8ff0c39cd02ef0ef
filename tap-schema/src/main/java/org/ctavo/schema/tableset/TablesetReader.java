package org.ctavo.schema.tableset;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.ctavo.schema.xml.XmlElement;
import org.ctavo.schema.xml.XmlTree;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.Fault;
import org.ctavo.spi.ForeignKey;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.TableDescription;

/**
 * Reads a VODataService tableset (VODataService 1.1, section 3.3): a {@code tableset} of schemas, or one
 * {@code schema}.
 * Beside the standard's own flags a column may carry the flag {@code principal}. Types are {@code vs:VOTableType}, or
 * {@code vs:TAPType}, whose names are TAP 1.0's.
 */
public final class TablesetReader {
    private static final Set<String> DATATYPES =
            Set.of("boolean", "unsignedByte", "short", "int", "long", "char", "unicodeChar", "float", "double");

    private final String source;

    private TablesetReader(String source) {
        this.source = source;
    }

    /**
     * Reads a file.
     *
     * @throws Fault naming the file, the line and the element
     */
    public static List<SchemaDescription> read(Path file) {
        return new TablesetReader(String.valueOf(file.getFileName())).tableset(XmlTree.read(file));
    }

    /**
     * Reads a stream.
     *
     * @param source name of the document in messages
     * @throws Fault naming the document, the line and the element
     */
    public static List<SchemaDescription> read(InputStream in, String source) {
        return new TablesetReader(source).tableset(XmlTree.read(in, source));
    }

    private List<SchemaDescription> tableset(XmlElement root) {
        return switch (root.name()) {
            case "tableset" -> root.all("schema").map(this::schema).toList();
            case "schema" -> List.of(schema(root));
            default -> throw fault(root, "is not a VODataService tableset or schema");
        };
    }

    private SchemaDescription schema(XmlElement schema) {
        String name = name(schema);
        return new SchemaDescription(
                name,
                schema.textOf("description").orElse(""),
                schema.textOf("utype"),
                schema.all("table").map(table -> table(table, name)).toList());
    }

    private TableDescription table(XmlElement table, String schema) {
        String name = name(table);
        String qualified = name.contains(".") ? name : schema + "." + name;
        if (!qualified.startsWith(schema + ".")) {
            throw fault(table, "is named " + name + ", which is not in schema " + schema);
        }
        List<ColumnDescription> columns = table.all("column").map(this::column).toList();
        Set<String> names = new HashSet<>();
        table.all("column")
                .filter(column -> !names.add(name(column)))
                .findFirst()
                .ifPresent(twice -> {
                    throw fault(twice, "describes column " + name(twice) + " of " + qualified + " a second time");
                });
        return new TableDescription(
                qualified,
                table.attribute("type").filter("view"::equals).isPresent(),
                table.textOf("description").orElse(""),
                table.textOf("utype"),
                columns,
                table.all("foreignKey").map(this::foreignKey).toList());
    }

    private ColumnDescription column(XmlElement column) {
        String name = name(column);
        XmlElement type =
                column.first("dataType").orElseThrow(() -> fault(column, "gives no dataType for column " + name));
        boolean isTap = type.attribute("xsi:type")
                .filter(kind -> kind.endsWith("TAPType"))
                .isPresent();
        ColumnDescription typed = isTap ? tapType(name, type) : votableType(name, type);
        return new ColumnDescription(
                name,
                typed.datatype(),
                typed.arraysize(),
                typed.xtype(),
                column.textOf("unit"),
                column.textOf("ucd"),
                column.textOf("utype"),
                column.textOf("description").orElse(""),
                flag(column, "principal"),
                flag(column, "indexed"),
                column.attribute("std").filter("true"::equals).isPresent());
    }

    private ColumnDescription votableType(String name, XmlElement type) {
        if (!DATATYPES.contains(type.text())) {
            throw fault(
                    type,
                    "gives column " + name + " the type '" + type.text() + "'; it is one of "
                            + DATATYPES.stream().sorted().toList());
        }
        Optional<String> arraysize = type.attribute("arraysize").filter(size -> !size.equals("1"));
        return typed(name, type.text(), arraysize, type.attribute("extendedType"));
    }

    private ColumnDescription tapType(String name, XmlElement type) {
        String sized = type.attribute("size").map(size -> size + "*").orElse("*");
        return switch (type.text()) {
            case "BOOLEAN" -> typed(name, "boolean", Optional.empty(), Optional.empty());
            case "SMALLINT" -> typed(name, "short", Optional.empty(), Optional.empty());
            case "INTEGER" -> typed(name, "int", Optional.empty(), Optional.empty());
            case "BIGINT" -> typed(name, "long", Optional.empty(), Optional.empty());
            case "REAL" -> typed(name, "float", Optional.empty(), Optional.empty());
            case "DOUBLE" -> typed(name, "double", Optional.empty(), Optional.empty());
            case "CHAR", "VARCHAR", "CLOB" -> typed(name, "char", Optional.of(sized), Optional.empty());
            case "TIMESTAMP" -> typed(name, "char", Optional.of("*"), Optional.of("timestamp"));
            case "POINT" -> typed(name, "double", Optional.of("2"), Optional.of("point"));
            case "REGION" -> typed(name, "char", Optional.of("*"), Optional.of("adql:REGION"));
            default -> throw fault(
                    type,
                    "gives column " + name + " the TAP type '" + type.text()
                            + "', which cannot be published; use a vs:VOTableType");
        };
    }

    private static ColumnDescription typed(
            String name, String datatype, Optional<String> arraysize, Optional<String> xtype) {
        Optional<String> none = Optional.empty();
        return new ColumnDescription(name, datatype, arraysize, xtype, none, none, none, "", false, false, false);
    }

    private ForeignKey foreignKey(XmlElement key) {
        return new ForeignKey(
                key.textOf("targetTable").orElseThrow(() -> fault(key, "names no targetTable")),
                key.all("fkColumn")
                        .map(pair -> new ForeignKey.ColumnPair(
                                pair.textOf("fromColumn").orElseThrow(() -> fault(pair, "names no fromColumn")),
                                pair.textOf("targetColumn").orElseThrow(() -> fault(pair, "names no targetColumn"))))
                        .toList(),
                key.textOf("description").orElse(""),
                key.textOf("utype"));
    }

    private static boolean flag(XmlElement column, String flag) {
        return column.all("flag").anyMatch(element -> element.text().equals(flag));
    }

    private String name(XmlElement element) {
        return element.textOf("name").orElseThrow(() -> fault(element, "has no name"));
    }

    private Fault fault(XmlElement element, String message) {
        return new Fault(
                TablesetFault.BAD_TABLESET,
                source + ", line " + element.line() + ": element " + element.name() + " " + message + ".");
    }
}
