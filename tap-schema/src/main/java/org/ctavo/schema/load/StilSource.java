package org.ctavo.schema.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.ctavo.spi.AsciiEscapes;
import uk.ac.starlink.ecsv.EcsvTableBuilder;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.table.TableSink;
import uk.ac.starlink.votable.VOTableBuilder;

/** ECSV and VOTable, read as streams. The first table of a VOTable counts. */
final class StilSource implements RowSource {
    private final Path file;
    private final boolean isVotable;

    private StilSource(Path file, boolean isVotable) {
        this.file = file;
        this.isVotable = isVotable;
    }

    static RowSource ecsv(Path file) {
        return new StilSource(file, false);
    }

    static RowSource votable(Path file) {
        return new StilSource(file, true);
    }

    @Override
    public void read(Sink sink) throws IOException {
        try {
            if (isVotable) {
                refuseDoctype();
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                    new VOTableBuilder().streamStarTable(in, new Adapter(sink), "0");
                }
            } else {
                StarTable table =
                        new EcsvTableBuilder().makeStarTable(new EcsvBytes(file), false, StoragePolicy.PREFER_DISK);
                sink.fields(plain(fields(table)));
                try (RowSequence rows = table.getRowSequence()) {
                    while (rows.next()) {
                        sink.row(AsciiEscapes.plain(rows.getRow()));
                    }
                }
            }
        } catch (CharacterCodingException e) {
            throw new IOException("it is not UTF-8", e);
        } catch (RuntimeException e) {
            // The reader meets broken files with whatever exception comes up.
            throw new IOException(
                    isVotable ? "it is no VOTable that can be read" : "it is no ECSV that can be read", e);
        }
    }

    /** A document type declaration could send the parser to other files and hosts. */
    private void refuseDoctype() throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            for (int event = reader.next(); event != XMLStreamConstants.START_ELEMENT; event = reader.next()) {
                if (event == XMLStreamConstants.DTD) {
                    throw new IOException("a document type declaration is not allowed; remove it");
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("it is no XML document", e);
        }
    }

    private static List<Field> fields(StarTable table) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < table.getColumnCount(); i++) {
            ColumnInfo info = table.getColumnInfo(i);
            fields.add(new Field(info.getName(), Optional.ofNullable(info.getUnitString())));
        }
        return fields;
    }

    private static List<Field> plain(List<Field> escaped) throws IOException {
        List<Field> fields = new ArrayList<>();
        for (Field field : escaped) {
            String unit = AsciiEscapes.plain(field.unit().orElse(null));
            fields.add(new Field(AsciiEscapes.plain(field.name()), Optional.ofNullable(unit)));
        }
        return fields;
    }

    private record Adapter(Sink sink) implements TableSink {
        @Override
        public void acceptMetadata(StarTable metadata) {
            try {
                sink.fields(fields(metadata));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void acceptRow(Object[] row) throws IOException {
            sink.row(row);
        }

        @Override
        public void endRows() {
            // Nothing is held back.
        }
    }
}
