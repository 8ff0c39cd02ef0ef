package org.ctavo.adql.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QuerySuiteTest {
    @TempDir
    Path directory;

    private QuerySuite read(String xml) throws IOException {
        Path file = directory.resolve("suite.xml");
        Files.writeString(file, xml);
        return QuerySuite.read(file);
    }

    @Test
    void comparesVerdictsAndCountsThem() throws IOException {
        QuerySuite suite = read(
                """
                <!-- before -->
                <queries><title>All sorts</title>
                <query uuid="1"><description> right
                  so </description><adql valid="true">SELECT a FROM t</adql></query>
                <query uuid="2"><adql>SELECT a FROM</adql></query>
                <query uuid="3"><adql valid="true" version="adql-2.1"><![CDATA[SELECT a FROM t WHERE a <]]></adql>
                </query>
                <query uuid="4"><adql valid="false">SELECT a FROM t</adql></query>
                <query uuid="5"><adql valid="true" version="adql-2.0">anything</adql></query>
                </queries>""");
        assertThat(suite.title()).isEqualTo("All sorts");
        assertThat(suite.queries().get(0).description()).isEqualTo("right so");
        QuerySuite.Result result = suite.judge();
        assertThat(result.judged()).isEqualTo(4);
        assertThat(result.skipped()).isEqualTo(1);
        assertThat(result.agreements()).isEqualTo(2);
        assertThat(result.disagreements()).extracting(d -> d.query().number()).containsExactly(3, 4);
        assertThat(result.disagreements().get(0).faults()).isPresent();
        assertThat(result.disagreements().get(1).faults()).isEmpty();
    }

    @Test
    void knowsTheFunctionsThatAreDeclared() throws IOException {
        QuerySuite suite = read(
                """
                <queries><functions><function><form>f(x REAL) -> REAL</form></function></functions>
                <query uuid="1"><adql valid="true">SELECT f(1) FROM t</adql></query>
                <query uuid="2"><adql valid="false">SELECT g(1) FROM t</adql></query>
                <query uuid="3"><functions><function><form>g(x TEXT) -> REAL</form>
                <description>d</description></function></functions>
                <adql valid="true">SELECT g('x'), f(1) FROM t</adql></query>
                <query uuid="4"><functions><function><form>h(...)</form></function></functions>
                <adql valid="true">SELECT h(1) FROM t</adql></query>
                </queries>""");
        assertThat(suite.judge().disagreements()).isEmpty();
    }

    @Test
    void readsNothingThatADocumentNames() throws IOException {
        Path secret = directory.resolve("secret");
        Files.writeString(secret, "SELECT a FROM t");
        assertThatThrownBy(() -> read("<!DOCTYPE queries [<!ENTITY s SYSTEM \"" + secret.toUri()
                        + "\">]><queries><query uuid=\"1\"><adql valid=\"true\">&s;</adql></query></queries>"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void refusesWhatIsNoSuite() {
        assertThatThrownBy(() -> read("<html/>"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("html");
        assertThatThrownBy(() -> read("<queries>")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("")).isInstanceOf(IOException.class);
    }
}
