package org.ctavo.war;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ctavo.spi.Setting;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documents point at is there; what they say by running is tried elsewhere. */
class DocumentsTest {
    private static final Path ROOT = Path.of(System.getProperty("ctavo.root"));
    private static final Path EXAMPLE = ROOT.resolve("war/src/test");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern CODE =
            Pattern.compile("^```(?:java|sql)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern KEY = Pattern.compile("`([a-z]+(?:\\.[a-z-]+)+)(?:=[^`]*)?`");

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        for (String directory : List.of("", "docs", "docs/adr", "bench", "conf/samples", "conf/tables", "tap-schema")) {
            try (Stream<Path> files = Files.list(ROOT.resolve(directory))) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
            }
        }
        return documents;
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        Set<String> lost = new TreeSet<>();
        for (Path document : documents()) {
            LINK.matcher(Files.readString(document))
                    .results()
                    .map(link -> link.group(1))
                    .filter(target -> !Files.exists(document.resolveSibling(target)))
                    .forEach(target -> lost.add(ROOT.relativize(document) + ": " + target));
        }
        assertThat(lost).isEmpty();
    }

    @Test
    void theCodeOfTheHowToIsThatOfItsExample() throws IOException {
        String example;
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            example = files.filter(file -> file.getParent().toString().contains("example"))
                    .filter(Files::isRegularFile)
                    .map(DocumentsTest::text)
                    .collect(Collectors.joining());
        }
        List<MatchResult> pieces =
                CODE.matcher(text(ROOT.resolve("docs/developer.md"))).results().toList();
        assertThat(pieces).hasSizeGreaterThan(5).allSatisfy(piece -> assertThat(example)
                .contains(piece.group(1)));
    }

    @Test
    void theOperatorsGuideNamesSettingsThatThereAre() throws IOException {
        Set<String> keys = Plugins.found().settings().stream().map(Setting::key).collect(Collectors.toSet());
        Set<String> named = KEY.matcher(text(ROOT.resolve("docs/operator.md")))
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.matches(".*\\.(log|passwords|xml|service)"))
                .collect(Collectors.toSet());
        assertThat(named).hasSizeGreaterThan(10).isSubsetOf(keys);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
