package org.ctavo.adql;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ctavo.adql.fault.Faults;
import org.ctavo.adql.fault.SourceText;
import org.ctavo.adql.feature.FeatureSet;
import org.ctavo.adql.grammar.Limits;
import org.ctavo.adql.grammar.QueryParser;
import org.ctavo.adql.tree.Query;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AdqlFormatterTest {
    private static final QueryParser PARSER = new QueryParser(FeatureSet.ALL, Limits.DEFAULT);

    private static Query parse(String text) {
        Faults faults = new Faults(new SourceText(text));
        Query query = PARSER.parse(text, faults);
        faults.throwIfAny();
        return query;
    }

    @Property(tries = 5000)
    void whatIsWrittenIsReadAsTheSameTree(@ForAll long seed) {
        Query query = new TreeGenerator(seed).query();
        String text = AdqlFormatter.format(query);
        assertThat(parse(text)).as(text).isEqualTo(query);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select a from t where not(a=1)or b=2 and c=3 | SELECT a FROM t WHERE NOT a = 1 OR b = 2 AND c = 3",
                "select (a+b)*c, a+(b*c), a-(b-c) from t | SELECT (a + b) * c, a + b * c, a - (b - c) FROM t",
                "select a from t where (a=1 or b=1) and c=1 | SELECT a FROM t WHERE (a = 1 OR b = 1) AND c = 1",
                "select -(-1) from t where 1 != 2 order by (1) | SELECT -(-1) FROM t WHERE 1 <> 2 ORDER BY (1)",
                "((select a from t)) order by 1 | SELECT a FROM t ORDER BY 1",
                "select a from t1 left outer join (t2 join t3 using(x)) on 1=1"
                        + " | SELECT a FROM t1 LEFT JOIN (t2 JOIN t3 USING (x)) ON 1 = 1",
            })
    void writesParenthesesOnlyWhereTheySaySomething(String text, String written) {
        assertThat(AdqlFormatter.format(parse(text))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"SELECT a FROM t WHERE a = 1, 'SELECT  a --x\n FROM t WHERE (a) = 1'"})
    void treesThatSayTheSameAreEqualWhereverTheyStand(String one, String other) {
        assertThat(List.of(parse(one))).isEqualTo(List.of(parse(other)));
        assertThat(parse(one)).hasSameHashCodeAs(parse(other));
    }
}
