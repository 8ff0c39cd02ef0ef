package org.ctavo.schema.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.ctavo.spi.AsciiEscapes;
import uk.ac.starlink.util.DataSource;

/** The bytes of an ECSV file, which is UTF-8, with escapes for a reader that takes each byte for a character. */
final class EcsvBytes extends DataSource {
    private final Path file;

    EcsvBytes(Path file) {
        this.file = file;
    }

    @Override
    protected InputStream getRawInputStream() throws IOException {
        return AsciiEscapes.escaping(new BufferedInputStream(Files.newInputStream(file)));
    }
}
