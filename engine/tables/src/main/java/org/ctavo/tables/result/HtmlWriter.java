package org.ctavo.tables.result;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.regex.Pattern;

import org.ctavo.spi.XmlText;
import org.ctavo.tap.result.Ending;
import org.ctavo.tap.result.OutputColumn;
import org.ctavo.tap.result.ResultDescription;
import org.ctavo.tap.result.ResultWriter;

/** A result as a page for people: one table, a column's description and unit at its head. */
final class HtmlWriter implements ResultWriter {
    private static final int CHUNK = 1 << 15;
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final String START = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>"
            + "<title>Query result</title>\n<style>table{border-collapse:collapse;font-family:sans-serif}"
            + "th,td{border:1px solid #767676;padding:.2em .5em;text-align:left}"
            + "thead{background:#eee}</style></head><body>\n<table>\n<thead><tr>";

    private final ResultDescription result;
    private final BinaryRow rows;
    private XmlText buffer = new XmlText(CHUNK);
    private int buffered;

    HtmlWriter(ResultDescription result) {
        this.result = result;
        this.rows = new BinaryRow(result);
    }

    @Override
    public byte[] head() {
        XmlText head = new XmlText().raw(START);
        for (OutputColumn column : result.columns().list()) {
            head.raw("<th scope=\"col\"")
                    .optionalAttribute("title", column.description().description())
                    .raw(">")
                    .text(column.name());
            column.description().unit().ifPresent(unit -> head.raw("<br/>").text(unit));
            head.raw("</th>");
        }
        return bytes(head.raw("</tr></thead>\n<tbody>\n"));
    }

    private static byte[] bytes(XmlText text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] filler() {
        return new byte[] {'\n'};
    }

    @Override
    public void row(byte[] message, int offset, OutputStream out) throws IOException {
        buffer.raw("<tr>");
        for (Object value : rows.values(message, offset)) {
            buffer.raw("<td>");
            cell(value == null ? "" : text(value));
            buffer.raw("</td>");
        }
        buffer.raw("</tr>\n");
        buffered += message.length;
        if (buffered > CHUNK) {
            flush(out);
        }
    }

    /** The text, as a link if it is an address and nothing else. */
    private void cell(String text) {
        if (ADDRESS.matcher(text).matches()) {
            buffer.raw("<a").attribute("href", text).raw(">").text(text).raw("</a>");
        } else {
            buffer.text(text);
        }
    }

    private static String text(Object value) {
        if (!value.getClass().isArray()) {
            return value.toString();
        }
        StringJoiner numbers = new StringJoiner(" ");
        for (int i = 0; i < Array.getLength(value); i++) {
            numbers.add(String.valueOf(Array.get(value, i)));
        }
        return numbers.toString();
    }

    private void flush(OutputStream out) throws IOException {
        out.write(bytes(buffer));
        buffer = new XmlText(CHUNK);
        buffered = 0;
    }

    @Override
    public void end(Ending ending, OutputStream out) throws IOException {
        buffer.raw("</tbody></table>\n");
        if (ending instanceof Ending.Overflow) {
            buffer.raw("<p>There are more rows than were asked for.</p>\n");
        } else if (ending instanceof Ending.Failed failed) {
            buffer.raw("<p><strong>The query failed: ").text(failed.message()).raw("</strong></p>\n");
        }
        buffer.raw("</body></html>\n");
        flush(out);
    }
}
