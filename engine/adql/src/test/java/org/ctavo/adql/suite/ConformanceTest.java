package org.ctavo.adql.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.ctavo.testing.Shared;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Judges the queries of the IVOA's validation suites, where they lie beside the checkout. */
class ConformanceTest {

    @TestFactory
    Stream<DynamicTest> judgesEveryQueryAsItsSuiteDoes() throws IOException {
        Optional<Path> suites = Shared.path("conformance/adql");
        Assumptions.assumeTrue(suites.isPresent(), "no validation suites beside the checkout");
        try (Stream<Path> files = Files.list(suites.get())) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
            assertThat(all).isNotEmpty();
            return all.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> judge(file)));
        }
    }

    private static void judge(Path file) throws IOException {
        QuerySuite.Result result = QuerySuite.read(file).judge();
        List<String> disagreements = result.disagreements().stream()
                .map(d -> d.query().number() + " " + d.query().text() + "\n"
                        + d.faults().map(Exception::getMessage).orElse("passes"))
                .toList();
        assertThat(disagreements).isEmpty();
        assertThat(result.judged()).isPositive();
    }
}
