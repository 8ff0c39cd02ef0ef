package org.ctavo.uws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JobUploadsTest {
    @TempDir
    Path home;

    private record Sent(String text) implements Exchange.Part {
        @Override
        public Optional<String> contentType() {
            return Optional.of("text/csv");
        }

        @Override
        public Optional<String> fileName() {
            return Optional.of("../../x\n.csv");
        }

        @Override
        public long size() {
            return text.length();
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private JobUploads uploads() {
        return new JobUploads(home.resolve("uploads"), 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t1", "../../etc/passwd", "é\u0000", ".", "x.about", "A"})
    void aPartIsFoundUnderItsNameWhateverThatIs(String name) throws IOException {
        uploads().store(name, new Sent("12345"));
        Exchange.Part part = uploads().find(name).orElseThrow();
        assertThat(part.open().readAllBytes()).isEqualTo("12345".getBytes(StandardCharsets.UTF_8));
        assertThat(part.size()).isEqualTo(5);
        assertThat(part.contentType()).contains("text/csv");
        assertThat(part.fileName()).contains("../../x .csv");
        try (var all = Files.walk(home)) {
            assertThat(all.filter(Files::isRegularFile)).hasSize(2);
        }
    }

    @Test
    void anUnknownPartIsAbsent() throws IOException {
        uploads().store("a", new Sent("1"));
        assertThat(uploads().find("A")).isEmpty();
        assertThat(uploads().find("")).isEmpty();
    }

    @Test
    void partsBeyondTheLimitAreRefused() throws IOException {
        uploads().store("a", new Sent("123456"));
        assertThatThrownBy(() -> uploads().store("b", new Sent("12345")))
                .isInstanceOfSatisfying(Fault.class, e -> assertThat(e.code()).isEqualTo(RequestFault.BODY_TOO_LARGE));
        uploads().store("a", new Sent("1234567890"));
        assertThatThrownBy(() -> uploads().store("n".repeat(101), new Sent("")))
                .isInstanceOfSatisfying(Fault.class, e -> assertThat(e.code()).isEqualTo(RequestFault.BAD_PARAMETER));
    }
}
