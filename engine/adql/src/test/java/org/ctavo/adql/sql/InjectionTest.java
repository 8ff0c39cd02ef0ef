package org.ctavo.adql.sql;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Whatever text a user sends stays text. */
class InjectionTest {
    /** Strings and names of PostgreSQL, as its own scanner finds them. */
    private static final Pattern QUOTED =
            Pattern.compile("E'(?:[^'\\\\]|''|\\\\.)*'|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"", Pattern.DOTALL);

    private static final SkyDatabase sky = SkyDatabase.shared();

    static Stream<String> hostile() {
        return Stream.of(
                "'",
                "''",
                "' OR '1'='1",
                "' OR 1=1 --",
                "'; DROP TABLE sky.source; --",
                "\\",
                "\\'",
                "\\' OR 1=1 --",
                "\\\\' OR 1=1 --",
                "'\\'' OR 1=1 --",
                "x\\'; SELECT pg_sleep(10) --",
                "\"",
                "\"\"",
                "\"; DROP TABLE sky.source; --",
                "x\" FROM sky.secret --",
                "') UNION SELECT passwd FROM pg_shadow --",
                "$$ OR 1=1 $$",
                "$tag$; SELECT 1 $tag$",
                "$1",
                "?",
                "??",
                "{fn user()}",
                "{d '2000-01-01'}",
                ":name",
                "/* */ OR 1=1",
                "-- comment",
                "a\nb",
                "a\r\n'; --",
                "a\tb",
                "%",
                "_%\\",
                "E'\\x27'",
                "U&'\\0027'",
                "\u02BC OR 1=1",
                "\uFF07 OR 1=1",
                "\u2019; --",
                "\u00BF'",
                "\uD83D\uDE00' --",
                "';COPY (SELECT 1) TO PROGRAM 'id'--",
                "1;SELECT lo_import('/etc/passwd')",
                "x".repeat(500) + "'",
                "'".repeat(500));
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String name(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** The SQL with all that is quoted masked. */
    private static String structure(String sql) {
        return QUOTED.matcher(sql).replaceAll("?");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void stringsStayStrings(String text) throws SQLException {
        for (String query : List.of(
                "SELECT %s AS a FROM sky.source WHERE id = 3",
                "SELECT id FROM sky.source WHERE name = %s OR name LIKE %s OR name ILIKE %s OR name IN (%s, 'b')",
                "SELECT name || %s FROM sky.source WHERE LOWER(%s) = name ORDER BY %s",
                "SELECT ivo_hasword(name, %s) FROM sky.source GROUP BY name HAVING MAX(name) <> %s")) {
            String benign = sky.translate(query.replace("%s", "'b'")).sql();
            String hostile = sky.translate(query.replace("%s", literal(text))).sql();
            assertThat(structure(hostile)).isEqualTo(structure(benign));
            sky.sqlRows("EXPLAIN " + hostile);
        }
        assertThat(sky.sqlRows(sky.translate("SELECT " + literal(text) + " AS a FROM sky.source WHERE id = 3")
                        .sql()))
                .containsExactly(text);
        assertThat(sky.sqlRows(sky.translate("SELECT id FROM sky.source WHERE id = 3 AND " + literal(text) + " LIKE "
                                + literal(text.replace("%", "_")))
                        .sql()))
                .containsExactly("3");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void namesStayNames(String text) throws SQLException {
        String query = "SELECT %1$s.%1$s FROM (SELECT id AS %1$s FROM sky.source AS %1$s) AS %1$s"
                + " WHERE %1$s = 3 ORDER BY %1$s";
        String hostile = sky.translate(query.replace("%1$s", name(text))).sql();
        assertThat(structure(hostile))
                .isEqualTo(structure(sky.translate(query.replace("%1$s", "b")).sql()));
        assertThat(sky.sqlRows(hostile)).containsExactly("3");
    }

    @Test
    void longNamesThatBeginAlikeAreTwoNames() throws SQLException {
        String a = "\"" + "\u00E9".repeat(70) + "a\"";
        String b = "\"" + "\u00E9".repeat(70) + "b\"";
        assertThat(sky.rows("SELECT " + b + ", " + a + " FROM (SELECT id AS " + a + ", name AS " + b
                        + " FROM sky.source WHERE id = 3) AS x"))
                .containsExactly("Source 3, 3");
    }

    @Test
    void theCharacterZeroIsRefused() {
        assertThatThrownBy(() -> SqlText.string("a\0b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SqlText.name("a\0b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void largeQueriesAreTranslatedInTime() {
        String sum = "SELECT id" + " + 1".repeat(900) + " FROM sky.source WHERE id = 3";
        String list = "SELECT id FROM sky.source WHERE name IN ('x'" + ", 'y'".repeat(900) + ")";
        String either = "SELECT id FROM sky.source WHERE id = 0" + " OR id = 1".repeat(900);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (String query : List.of(sum, list, either)) {
                assertThat(sky.rows(query)).isNotNull();
            }
        });
    }
}
