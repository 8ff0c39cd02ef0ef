package org.ctavo.schema.writing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.ctavo.schema.model.Head;
import org.ctavo.schema.model.Model;
import org.ctavo.schema.model.Property;
import org.ctavo.schema.model.Type;
import org.ctavo.schema.relational.Column;
import org.ctavo.schema.relational.Link;
import org.ctavo.schema.relational.Mapped;
import org.ctavo.schema.relational.Table;
import org.ctavo.schema.relational.Trace;
import org.ctavo.spi.XmlEscapes;

/** Writes a model and its tables as one page to browse: diagram, types, tables. It needs nothing from elsewhere. */
public final class HtmlWriter {
    private final Model model;
    private final Mapped mapped;
    private final Map<String, String> targets;
    private final StringBuilder html = new StringBuilder();

    private HtmlWriter(Model model, Mapped mapped) {
        this.model = model;
        this.mapped = mapped;
        this.targets = mapped.traces().stream()
                .collect(Collectors.toMap(
                        trace -> trace.kind() + " " + trace.id(), Trace::target, (first, second) -> first));
    }

    /** The page; ends with a line break. */
    public static String page(Model model, Mapped mapped) {
        return new HtmlWriter(model, mapped).page();
    }

    private String page() {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(XmlEscapes.text(model.title()))
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(XmlEscapes.text(model.title()))
                .append("</h1>\n");
        paragraph("Model <code>" + XmlEscapes.text(model.name()) + "</code>"
                + (model.version().isEmpty() ? "" : ", version " + XmlEscapes.text(model.version())) + ". "
                + XmlEscapes.text(model.head().description()));
        contents();
        html.append("<h2 id=\"diagram\">Classes</h2>\n<figure>\n")
                .append(Diagram.svg(model))
                .append("<figcaption>Triangles point to the class that is extended, diamonds sit at the whole, arrows"
                        + " point to what is referred to.</figcaption>\n</figure>\n");
        html.append("<h2 id=\"types\">Types</h2>\n");
        model.types().forEach(this::type);
        html.append("<h2 id=\"tables\">Tables of schema <code>")
                .append(mapped.schema().name())
                .append("</code></h2>\n");
        mapped.schema().tables().forEach(this::table);
        return html.append("</body>\n</html>\n").toString();
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(HtmlWriter.class.getResourceAsStream("page.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void contents() {
        html.append("<nav>\n");
        list(
                "Types",
                model.types(),
                type -> "<a href=\"#" + anchor(type.head()) + "\">"
                        + XmlEscapes.text(type.head().id()) + "</a>");
        list(
                "Tables",
                mapped.schema().tables(),
                table -> "<a href=\"#table-" + table.name() + "\">" + table.name() + "</a>");
        html.append("</nav>\n");
    }

    private <T> void list(String title, List<T> items, Function<T, String> link) {
        html.append("<details><summary>").append(title).append("</summary><p>");
        html.append(items.stream().map(link).collect(Collectors.joining(" · ")));
        html.append("</p></details>\n");
    }

    private void type(Type type) {
        Head head = type.head();
        html.append("<section id=\"")
                .append(anchor(head))
                .append("\">\n<h3>")
                .append(XmlEscapes.text(head.id()))
                .append(" <small>")
                .append(type.kind())
                .append(type instanceof Type.ObjectType object && object.isAbstract() ? ", abstract" : "")
                .append("</small></h3>\n");
        type.superType().ifPresent(superType -> paragraph("Extends " + typeLink(superType) + "."));
        paragraph(XmlEscapes.text(head.description()));
        paragraph("In the database: " + XmlEscapes.text(targets.getOrDefault(type.kind() + " " + head.id(), "")) + ".");
        if (!type.properties().isEmpty()) {
            header("name", "kind", "type", "multiplicity", "unit", "UCD", "description", "in the database");
            type.properties().forEach(this::property);
            html.append("</table>\n");
        }
        if (type instanceof Type.Enumeration enumeration) {
            header("literal", "description");
            enumeration
                    .literals()
                    .forEach(literal -> row(code(literal.name()), XmlEscapes.text(literal.description())));
            html.append("</table>\n");
        }
        if (type instanceof Type.ObjectType object) {
            object.constraints().forEach(constraint -> paragraph("Constraint: " + XmlEscapes.text(constraint.text())));
        }
        html.append("</section>\n");
    }

    private void property(Property property) {
        Head head = property.head();
        row(
                code(property.name()),
                property.kind().word(),
                typeLink(property.type()),
                property.multiplicity().toString(),
                code(head.annotations().value("tap.unit").orElse("")),
                code(head.annotations().value("tap.ucd").orElse("")),
                XmlEscapes.text(head.description()),
                XmlEscapes.text(targets.getOrDefault(property.kind().word() + " " + head.id(), "")));
    }

    private void table(Table table) {
        html.append("<section id=\"table-")
                .append(table.name())
                .append("\">\n<h3>")
                .append(table.name())
                .append(" <small>")
                .append(table.published() ? "" : "not published")
                .append("</small></h3>\n");
        paragraph(XmlEscapes.text(table.description()));
        header("column", "type", "unit", "UCD", "utype", "description");
        for (Column column : table.columns()) {
            row(
                    code(column.name()) + (table.primaryKey().contains(column.name()) ? " <b>key</b>" : ""),
                    column.type().sql() + (column.nullable() ? "" : ", not null"),
                    code(column.description().unit().orElse("")),
                    code(column.description().ucd().orElse("")),
                    code(column.description().utype().orElse("")),
                    XmlEscapes.text(column.description().description()));
        }
        html.append("</table>\n");
        for (Link link : table.links()) {
            paragraph(code(String.join(", ", link.columns())) + " refers to <a href=\"#table-" + link.target() + "\">"
                    + link.target() + "</a> (" + String.join(", ", link.targetColumns()) + ")"
                    + (link.enforced() ? "." : ", not enforced."));
        }
        html.append("</section>\n");
    }

    private String typeLink(String id) {
        String text = XmlEscapes.text(id);
        return model.types().stream()
                .filter(type -> type.head().id().equals(id))
                .findFirst()
                .map(type -> "<a href=\"#" + anchor(type.head()) + "\">" + text + "</a>")
                .orElse(text);
    }

    static String anchor(Head head) {
        return "type-" + head.id().replaceAll("[^A-Za-z0-9.-]", "_");
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "<code>" + XmlEscapes.text(text) + "</code>";
    }

    private void paragraph(String text) {
        if (!text.isEmpty()) {
            html.append("<p>").append(text).append("</p>\n");
        }
    }

    private void header(String... cells) {
        html.append("<table>\n<tr>");
        for (String cell : cells) {
            html.append("<th>").append(cell).append("</th>");
        }
        html.append("</tr>\n");
    }

    private void row(String... cells) {
        html.append("<tr>");
        for (String cell : cells) {
            html.append("<td>").append(cell).append("</td>");
        }
        html.append("</tr>\n");
    }
}
