package org.ctavo.datalink.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.ctavo.spi.Exchange;

/** Answers with content or the parts of it that the client asks for, under its conditions (RFC 9110, 13 and 14). */
public final class RangedAnswer {
    private final Exchange exchange;
    private final Content content;

    private RangedAnswer(Exchange exchange, Content content) {
        this.exchange = exchange;
        this.content = content;
    }

    /** Answers a request; conditions and ranges are those of GET and HEAD, not of POST. */
    public static void send(Exchange exchange, Content content) throws IOException {
        Conditions conditions = Conditions.of(content.hash(), content.modified());
        exchange.header("ETag", conditions.etag());
        exchange.header("Last-Modified", conditions.lastModified());
        exchange.header("Accept-Ranges", "bytes");
        RangedAnswer answer = new RangedAnswer(exchange, content);
        boolean isPost = exchange.method().equals("POST");
        switch (isPost ? Conditions.Verdict.SEND_WHOLE : conditions.judge(exchange)) {
            case FAILED -> exchange.status(412);
            case NOT_MODIFIED -> exchange.status(304);
            case SEND_WHOLE -> answer.body(Optional.empty());
            case SEND -> answer.body(
                    exchange.header("Range").filter(header -> !answer.isHead()).flatMap(answer::ranges));
        }
    }

    private boolean isHead() {
        return exchange.method().equals("HEAD");
    }

    private Optional<List<ByteRange>> ranges(String header) {
        return ByteRange.parse(header, content.size());
    }

    private void body(Optional<List<ByteRange>> ranges) throws IOException {
        exchange.header("Content-Disposition", disposition(content.fileName()));
        if (ranges.isEmpty()) {
            exchange.header("Content-Type", content.mediaType());
            exchange.header("Content-Length", Long.toString(content.size()));
            part(new ByteRange(0, content.size() - 1));
        } else if (ranges.get().isEmpty()) {
            exchange.status(416);
            exchange.header("Content-Range", "bytes */" + content.size());
        } else if (ranges.get().size() == 1) {
            ByteRange range = ranges.get().get(0);
            exchange.status(206);
            exchange.header("Content-Type", content.mediaType());
            exchange.header("Content-Range", contentRange(range));
            exchange.header("Content-Length", Long.toString(range.length()));
            part(range);
        } else {
            pieces(ranges.get());
        }
    }

    /** Several ranges in one answer: multipart/byteranges (RFC 9110, section 14.6). */
    private void pieces(List<ByteRange> ranges) throws IOException {
        String boundary = UUID.randomUUID().toString();
        exchange.status(206);
        exchange.header("Content-Type", "multipart/byteranges; boundary=" + boundary);
        String separator = "";
        for (ByteRange range : ranges) {
            write(separator + "--" + boundary + "\r\nContent-Type: " + content.mediaType() + "\r\nContent-Range: "
                    + contentRange(range) + "\r\n\r\n");
            content.send(exchange, range.first(), range.length());
            separator = "\r\n";
        }
        write("\r\n--" + boundary + "--\r\n");
    }

    private void part(ByteRange range) throws IOException {
        if (!isHead() && range.length() > 0) {
            content.send(exchange, range.first(), range.length());
        }
    }

    private void write(String text) throws IOException {
        exchange.output().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private String contentRange(ByteRange range) {
        return "bytes " + range.first() + "-" + range.last() + "/" + content.size();
    }

    /** The name as a quoted string of plain characters: a name that could end the header early cannot be said. */
    private static String disposition(String fileName) {
        return "attachment; filename=\"" + fileName.replaceAll("[^A-Za-z0-9._+-]", "_") + '"';
    }
}
