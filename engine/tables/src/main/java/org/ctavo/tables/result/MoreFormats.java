package org.ctavo.tables.result;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.ctavo.tap.result.CopyFormat;
import org.ctavo.tap.result.ResultDescription;
import org.ctavo.tap.result.ResultFormat;
import org.ctavo.tap.result.ResultWriter;
import uk.ac.starlink.fits.FitsTableWriter;
import uk.ac.starlink.parquet.ParquetTableWriter;
import uk.ac.starlink.table.StarTableWriter;
import uk.ac.starlink.table.formats.TextTableWriter;

/**
 * The formats beside VOTable, CSV and TSV. All hold any text, in UTF-8, but FITS: its standard (FITS 4.0, sections
 * 4.2.1 and 7.3.3.1) has no characters but those of ASCII, so a question mark stands for each of the others.
 */
public final class MoreFormats {

    private MoreFormats() {}

    /**
     * All of them.
     *
     * @param spoolLimit bytes that the rows of one result may take on disk, for the formats that need them all first
     */
    public static List<ResultFormat> list(long spoolLimit) {
        return List.of(
                format("application/json", List.of("json"), List.of(), JsonWriter::new),
                format("text/html;charset=UTF-8", List.of("html"), List.of("text/html"), HtmlWriter::new),
                stil("application/fits", List.of("fits"), List.of("image/fits"), MoreFormats::fits, spoolLimit),
                stil(
                        "application/vnd.apache.parquet",
                        List.of("parquet"),
                        List.of(),
                        ParquetTableWriter::new,
                        spoolLimit),
                stil("text/x-ecsv", List.of("ecsv"), List.of("application/x-ecsv"), EcsvUtf8Writer::new, spoolLimit),
                stil(
                        "text/plain;charset=UTF-8",
                        List.of("text"),
                        List.of("text/plain"),
                        TextTableWriter::new,
                        spoolLimit));
    }

    private static StarTableWriter fits() {
        FitsTableWriter writer = new FitsTableWriter();
        // The other kind hides a VOTable in the primary HDU, which some readers stumble over.
        writer.setPrimaryType(FitsTableWriter.PrimaryType.BASIC);
        return writer;
    }

    private static ResultFormat stil(
            String mime, List<String> names, List<String> otherMimes, Supplier<StarTableWriter> writer, long limit) {
        return format(mime, names, otherMimes, result -> new StilWriter(result, writer.get(), limit));
    }

    private static ResultFormat format(
            String mime,
            List<String> names,
            List<String> otherMimes,
            Function<ResultDescription, ResultWriter> writers) {
        return new ResultFormat(mime, Optional.empty(), names, otherMimes, CopyFormat.BINARY, writers);
    }
}
