package org.ctavo.war.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class AdqlCommandTest {
    @TempDir
    private Path directory;

    private String adql(int exitCode, String query, String... options) throws Exception {
        Path file = Files.writeString(directory.resolve("query.adql"), query);
        String[] arguments = new String[options.length + 2];
        arguments[0] = "adql";
        System.arraycopy(options, 0, arguments, 1, options.length);
        arguments[arguments.length - 1] = file.toString();
        try (Launched launched = new Launched(arguments)) {
            String output = launched.output();
            assertThat(launched.exitCode()).as(output + launched.errors()).isEqualTo(exitCode);
            return output;
        }
    }

    @Test
    void aRightQueryGivesItsColumnsAndItsSql() throws Exception {
        assertThat(adql(0, "SELECT TOP 3 s_ra FROM ivoa.obscore"))
                .startsWith("s_ra  double  deg  pos.eq.ra\n")
                .contains("SELECT")
                .contains("LIMIT 3");
    }

    @Test
    void aWrongQueryGivesAllItsFaultsWithTheirPlaces() throws Exception {
        assertThat(adql(1, "SELECT s_raa, s_decc\nFROM ivoa.obscore"))
                .contains("line 1, column 8", "line 1, column 15", "s_ra", "s_dec");
    }

    @Test
    void theFormCanBeCheckedWithoutTables() throws Exception {
        assertThat(adql(0, "SELECT a FROM nowhere.at_all", "--syntax")).startsWith("The form is right.");
        assertThat(adql(1, "SELECT a FRM b c", "--syntax")).contains("line 1");
    }
}
