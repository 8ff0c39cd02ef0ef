package org.ctavo.adql;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.ctavo.adql.fault.AdqlException;
import org.ctavo.adql.feature.FeatureSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Whatever a stranger sends ends within a second, in a clear fault or in a checked query. */
class HostileTextTest {
    private static final Adql ADQL = new Adql(FeatureSet.ALL, List.of());
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int MANY = 100_000;

    @BeforeAll
    static void warm() {
        ADQL.parse("SELECT a FROM t WHERE a + 1 > 2 OR (b = 'x')");
    }

    static Stream<Arguments> texts() {
        String select = "SELECT a FROM t WHERE ";
        Map<String, String> texts = new TreeMap<>();
        texts.put("a megabyte of opening parentheses", "(".repeat(1 << 20));
        texts.put("a megabyte of closing parentheses", ")".repeat(1 << 20));
        texts.put("parentheses around a value", select + "(".repeat(MANY) + "1" + ")".repeat(MANY) + " = 1");
        texts.put("parentheses around a condition", select + "(".repeat(MANY) + "1 = 1" + ")".repeat(MANY));
        texts.put("many sums", select + "1" + " + 1".repeat(MANY) + " = 1");
        texts.put("many products", select + "1" + "*1".repeat(MANY) + " = 1");
        texts.put("many ranks", select + "1" + " + 1 * 2 || 3 - 4 & 5 | 6".repeat(MANY / 6) + " = 1");
        texts.put("many concatenations", "SELECT 'a'" + " || 'a'".repeat(MANY) + " FROM t");
        texts.put("many ANDs", select + "a = 1" + " AND a = 1".repeat(MANY));
        texts.put("many ORs", select + "a = 1" + " OR a = 1".repeat(MANY));
        texts.put("twenty thousand ORs", select + "a = 1" + " OR a = 1".repeat(20_000));
        texts.put("many NOTs", select + "NOT ".repeat(MANY) + "a = 1");
        texts.put("many NOTs in parentheses", select + "NOT (".repeat(MANY) + "a = 1" + ")".repeat(MANY));
        texts.put("many signs", "SELECT " + "- ".repeat(MANY) + "1 FROM t");
        texts.put("many CASEs", "SELECT " + "CASE WHEN ".repeat(MANY) + "1 FROM t");
        texts.put("many members", select + "a IN (1" + ", 1".repeat(MANY) + ")");
        texts.put("forty thousand members", select + "a IN (1" + ", 1".repeat(40_000) + ")");
        texts.put("many columns", "SELECT a" + ", a".repeat(MANY) + " FROM t");
        texts.put("many tables", "SELECT a FROM t" + ", t".repeat(MANY));
        texts.put("many natural joins", "SELECT a FROM t" + " NATURAL JOIN t".repeat(MANY));
        texts.put("many joins without conditions", "SELECT a FROM t" + " JOIN t".repeat(MANY));
        texts.put("many conditions without joins", "SELECT a FROM t" + " ON a = b".repeat(MANY));
        texts.put("many joins", "SELECT a FROM t" + " JOIN t ON 1 = 1".repeat(MANY / 8));
        texts.put("many unions", "SELECT a FROM t" + " UNION SELECT a FROM t".repeat(MANY / 8));
        texts.put("many subqueries", "SELECT * FROM (".repeat(MANY));
        texts.put("many closed subqueries", "SELECT * FROM (".repeat(99) + "SELECT * FROM t" + ") q".repeat(99));
        texts.put("nested table parentheses", "SELECT * FROM " + "(".repeat(99) + "t NATURAL JOIN u" + ")".repeat(99));
        texts.put("nested query parentheses", "(".repeat(99) + "SELECT * FROM t" + ")".repeat(99));
        texts.put(
                "nested ambiguous parentheses",
                "SELECT * FROM " + "(".repeat(98) + "(SELECT * FROM t) q" + ")".repeat(98));
        texts.put("nested EXISTS", select + "EXISTS (SELECT a FROM t WHERE ".repeat(99) + "1 = 1" + ")".repeat(99));
        texts.put("nested calls", "SELECT " + "ABS(".repeat(99) + "1" + ")".repeat(99) + " FROM t");
        texts.put("many WITHs", "WITH a AS (SELECT 1 FROM t)" + ", a AS (SELECT 1 FROM t)".repeat(MANY / 10));
        texts.put("an open string", select + "a = '" + "x".repeat(1_000_000));
        texts.put("many open strings", select + "'' ' ''".repeat(MANY) + "'");
        texts.put("an open name", "SELECT \"" + "x".repeat(1_000_000));
        texts.put("many empty names", "SELECT " + "\"\",".repeat(MANY));
        texts.put("an open comment", "SELECT /* " + "*".repeat(1_000_000));
        texts.put("many open comments", "SELECT " + "/*".repeat(MANY));
        texts.put("a long number", "SELECT " + "9".repeat(1_000_000) + " FROM t");
        texts.put("a long TOP", "SELECT TOP " + "9".repeat(1_000_000) + " a FROM t");
        texts.put("a long fraction", "SELECT 0." + "3".repeat(1_000_000) + " FROM t");
        texts.put("a long exponent", "SELECT 1E" + "9".repeat(1_000_000) + " FROM t");
        texts.put("a long hexadecimal number", "SELECT 0x" + "F".repeat(1_000_000) + " FROM t");
        texts.put("a long word", "SELECT " + "a".repeat(1_000_000) + " FROM t");
        texts.put("many dots", "SELECT a" + ".a".repeat(MANY / 4) + " FROM t");
        texts.put("only dots", ".".repeat(MANY));
        texts.put("many semicolons", "SELECT a FROM t" + ";".repeat(MANY));
        texts.put("many lines", "SELECT a FROM t WHERE " + "\n".repeat(1_000_000) + "?");
        texts.put("many reserved words", "SELECT " + "group, ".repeat(MANY / 4) + "a FROM t");
        texts.put("many commas", "SELECT " + ",".repeat(MANY));
        texts.put("many selects", "SELECT ".repeat(MANY));
        texts.put("many faults", "SELECT " + "_a, ".repeat(MANY / 4) + "a FROM t");
        texts.put("too long", "SELECT a FROM t -- " + "x".repeat(1 << 20));
        return texts.entrySet().stream().map(text -> Arguments.of(text.getKey(), text.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void endsWithinASecond(String name, String text) {
        Duration busy = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            long start = THREADS.getCurrentThreadCpuTime();
            try {
                assertThat(ADQL.parse(text)).isNotNull();
            } catch (AdqlException fault) {
                assertThat(fault.getMessage()).hasSizeLessThan(20_000).startsWith("line ");
            }
            return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
        });
        // Other processes may hold up this one: what counts is the time it was given.
        assertThat(busy).isLessThan(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SELECT %s FROM t", "SELECT 'a%sb' FROM t", "SELECT \"a%sb\" FROM t", "SELECT a -- %s\nFROM t"})
    void refusesControlCharactersAnywhere(String query) {
        for (char c = 0; c < 0x20; c++) {
            if (c != '\t' && c != '\n' && c != '\r') {
                String text = String.format(query, c);
                assertThatThrownBy(() -> ADQL.parse(text))
                        .isInstanceOf(AdqlException.class)
                        .hasMessageContaining("is not a character of a text")
                        .message()
                        .doesNotContain(String.valueOf(c).equals("\n") ? "\0" : String.valueOf(c));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "\uDC00", "\uFFFF", "\u007F", "\u0085"})
    void refusesWhatIsNoCharacter(String text) {
        assertThatThrownBy(() -> ADQL.parse("SELECT '" + text + "' FROM t")).isInstanceOf(AdqlException.class);
    }
}
