package org.ctavo.schema.relational;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ctavo.schema.model.Head;
import org.ctavo.schema.model.ModelFault;
import org.ctavo.spi.Fault;

/** A table in the making. Belongs to one thread. */
final class TableBuilder {
    private static final Pattern NULLS_NOT_DISTINCT = Pattern.compile("nulls not distinct \\((.*)\\)");

    private final String name;
    private final String description;
    private final String utype;
    private final boolean published;
    private final Optional<String> view;
    private final Head about;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private List<String> primaryKey = List.of();

    /**
     * A table without columns.
     *
     * @param utype of the model's element
     * @param about the element, whose annotations are heeded
     */
    TableBuilder(String name, String description, String utype, Head about) {
        this.name = name;
        this.description = description.replaceAll("\\s+", " ");
        this.utype = utype;
        this.published = !about.annotations().flag("tap.hidden");
        this.view = about.annotations().value("tap.view");
        this.about = about;
    }

    String name() {
        return name;
    }

    /** Names of the columns so far. */
    List<String> columnNames() {
        return List.copyOf(columns.keySet());
    }

    Column column(String columnName) {
        return columns.get(columnName);
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Adds a column; one whose name is reserved or taken gets the table's name, or the given one, in front. */
    Column add(Column column, String prefix) {
        String wanted = column.name();
        if (Naming.isReserved(wanted)) {
            wanted = name + "_" + wanted;
        }
        if (has(wanted)) {
            wanted = prefix + "_" + column.name();
        }
        Column added = column.named(Naming.shortened(wanted));
        if (columns.putIfAbsent(added.name(), added) != null) {
            throw new IllegalStateException("two columns " + added.name() + " in " + name);
        }
        if (!added.words().isEmpty()) {
            check(added.name(), added.name() + " IN " + Sql.literals(added.words()));
        }
        return added;
    }

    void primaryKey(List<String> names) {
        primaryKey = List.copyOf(names);
    }

    /** Adds a condition, which may begin with a name. */
    void check(String element, String condition) {
        Named named = Named.of(condition);
        constraints.add(new Constraint(
                named.in(name).orElseGet(() -> unused(element + "_check")), "CHECK (" + named.rule() + ")"));
    }

    void unique(List<String> names) {
        unique(names, "UNIQUE ");
    }

    /** Adds what must be unique, as a model writes it: columns, or {@code nulls not distinct (columns)}. */
    void unique(String asked) {
        Matcher nulls = NULLS_NOT_DISTINCT.matcher(asked);
        if (nulls.matches()) {
            unique(Sql.split(nulls.group(1)), "UNIQUE NULLS NOT DISTINCT ");
        } else {
            unique(Sql.split(asked));
        }
    }

    private void unique(List<String> names, String word) {
        Constraint wanted = new Constraint(unused(String.join("_", names) + "_key"), word + Sql.names(names));
        if (constraints.stream().noneMatch(constraint -> constraint.sql().equals(wanted.sql()))) {
            constraints.add(wanted);
        }
    }

    private String unused(String end) {
        String first = Naming.shortened(name + "_" + end);
        String candidate = first;
        int number = 1;
        while (isConstraint(candidate)) {
            candidate = Naming.shortened(first + ++number);
        }
        return candidate;
    }

    private boolean isConstraint(String candidate) {
        return constraints.stream().anyMatch(constraint -> constraint.name().equals(candidate));
    }

    /** Adds a foreign key; its index is for the caller to add. */
    void link(Link link) {
        links.add(link);
    }

    /** Whether the index of the primary key serves these columns too. */
    boolean leadsKey(List<String> names) {
        return primaryKey.size() >= names.size()
                && primaryKey.subList(0, names.size()).equals(names);
    }

    void index(List<String> names) {
        index(String.join("_", names), "btree " + Sql.names(names));
    }

    void index(String element, String definition) {
        Index index = new Index(Naming.shortened(name + "_" + element + "_idx"), definition);
        if (indexes.stream().noneMatch(other -> other.name().equals(index.name()))) {
            indexes.add(index);
        }
    }

    /** Those that the model wants first, then the others as they came. */
    private List<Column> ordered() {
        List<String> first =
                about.annotations().value("sql.order").map(Sql::split).orElse(List.of());
        first.forEach(this::expect);
        about.annotations().entries().stream()
                .map(entry -> entry.name().split("\\.", -1))
                .filter(path -> path.length == 3)
                .forEach(path -> expect(path[1]));
        return columns.values().stream()
                .sorted(Comparator.comparingInt(
                        column -> first.contains(column.name()) ? first.indexOf(column.name()) : first.size()))
                .map(column -> column.described(Columns.told(column.description(), about.annotations())))
                .toList();
    }

    private void expect(String column) {
        if (!has(column)) {
            throw new Fault(
                    ModelFault.UNMAPPABLE_MODEL,
                    "line " + about.line() + ": " + about.id() + " speaks of the column " + column
                            + ", which the table " + name + " does not have.");
        }
    }

    Table build() {
        return new Table(name, description, utype, published, view, ordered(), primaryKey, constraints, links, indexes);
    }
}
