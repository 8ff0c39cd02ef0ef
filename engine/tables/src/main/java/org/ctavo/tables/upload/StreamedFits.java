package org.ctavo.tables.upload;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.ctavo.spi.Fault;
import org.ctavo.tables.TablesFault;

/** A FITS file inside a VOTable (VOTable 1.4, section 5.2): kept in a file until it is whole, then read. */
final class StreamedFits implements StreamedData {
    private final Base64Pieces base64 = new Base64Pieces();
    private final int columns;
    private final RowSink sink;
    private final long most;
    private final Path file;
    private final OutputStream out;

    StreamedFits(int columns, RowSink sink, long most) throws IOException {
        this.columns = columns;
        this.sink = sink;
        this.most = most;
        this.file = Files.createTempFile("cta-vo-upload", ".fits");
        this.out = Files.newOutputStream(file);
    }

    @Override
    public void characters(char[] text, int start, int length) throws IOException {
        out.write(base64.add(text, start, length));
    }

    @Override
    public void end() throws IOException {
        out.write(base64.end());
        out.close();
        StilUpload table = new StilUpload(file, StilUpload.Kind.FITS, most);
        if (table.columns().size() != columns) {
            throw new Fault(
                    TablesFault.UPLOAD_NOT_READABLE,
                    "UPLOAD: the FITS table inside the VOTable has "
                            + table.columns().size() + " columns, its FIELDs" + " name " + columns + ".");
        }
        table.rows(sink);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
