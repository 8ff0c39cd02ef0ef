package org.ctavo.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A very small HTTP/1.1 client over one kept-alive connection. It costs far less than a full client, which on two cores
 * would be measured along with the service. Belongs to one thread.
 */
final class LoopbackClient implements AutoCloseable {
    private final String host;
    private final Socket socket;
    private final BufferedInputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];

    LoopbackClient(URI service) throws IOException {
        this.host = service.getHost() + ":" + service.getPort();
        this.socket = new Socket(service.getHost(), service.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(600_000);
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        this.out = socket.getOutputStream();
    }

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param location the Location header, empty if none
     * @param bytes length of the body
     * @param firstByte seconds to the first byte of the body
     * @param seconds to its last byte
     * @param head the first bytes of the body, at most 64 KiB
     */
    record Answer(int status, String location, long bytes, double firstByte, double seconds, String head) {}

    Answer get(String target) throws IOException {
        return send("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    }

    Answer post(String target, String form) throws IOException {
        return send("POST " + target + " HTTP/1.1\r\nHost: " + host
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
                + form);
    }

    private Answer send(String request) throws IOException {
        long start = System.nanoTime();
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        int status = Integer.parseInt(line().split(" ", -1)[1]);
        String location = "";
        long length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Long.parseLong(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "location" -> location = value;
                default -> {
                    // Of no interest to a measurement.
                }
            }
        }
        Body body = new Body(start);
        if (chunked) {
            for (long size = chunk(); size > 0; size = chunk()) {
                body.take(size);
                line();
            }
            line();
        } else {
            body.take(length);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Answer(status, location, body.count, body.first, seconds, body.head());
    }

    private long chunk() throws IOException {
        String size = line();
        int extension = size.indexOf(';');
        return Long.parseLong(extension < 0 ? size : size.substring(0, extension), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The service closed the connection in the middle of an answer.");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private final class Body {
        private final long start;
        private final ByteArrayOutputStream head = new ByteArrayOutputStream();
        private long count;
        private double first;

        Body(long start) {
            this.start = start;
        }

        void take(long length) throws IOException {
            long left = length;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw new EOFException("The service closed the connection in the middle of an answer.");
                }
                if (count == 0) {
                    first = (System.nanoTime() - start) / 1e9;
                }
                if (head.size() < buffer.length) {
                    head.write(buffer, 0, read);
                }
                count += read;
                left -= read;
            }
        }

        String head() {
            return head.toString(StandardCharsets.UTF_8);
        }
    }
}
