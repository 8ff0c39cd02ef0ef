package org.ctavo.spi;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SqlFormTest {

    @Test
    void putsEachArgumentInParentheses() {
        List<SqlArgument> arguments =
                List.of(new SqlArgument("a + b", Optional.empty()), new SqlArgument("'$1'", Optional.of("$1")));
        assertThat(SqlForm.pattern("f($2, $1) || '$'").sql(arguments)).isEqualTo("f(('$1'), (a + b)) || '$'");
    }
}
