package org.ctavo.adql.grammar;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReservedWordsTest {

    @Test
    void areExactlyThoseOfTheStandard() {
        assertThat(ReservedWords.all())
                .hasSize(267)
                .contains("END-EXEC", "VALUE", "SIZE", "IN_UNIT", "ILIKE", "NULLIF");
        assertThat(ReservedWords.contains("Distance")).isTrue();
        for (String free : "name type role comment location status title cycle version url limit abs2".split(" ", -1)) {
            assertThat(ReservedWords.contains(free)).as(free).isFalse();
        }
    }
}
