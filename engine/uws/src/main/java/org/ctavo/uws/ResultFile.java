package org.ctavo.uws;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * A result being written. Use it in a try-with-resources statement and end with {@link #commit()}: what is closed
 * without leaves nothing. Belongs to one thread.
 */
public final class ResultFile implements AutoCloseable {
    private final String id;
    private final String contentType;
    private final Path path;
    private final FileChannel channel;
    private final Consumer<JobResult> whole;
    private boolean committed;

    /**
     * Begins a file that must not exist yet.
     *
     * @param whole is told of the result when it is whole
     */
    ResultFile(String id, String contentType, Path path, Consumer<JobResult> whole) throws IOException {
        this.id = id;
        this.contentType = contentType;
        this.path = path;
        this.whole = whole;
        this.channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Where the bytes go, unbuffered. Closing the stream does nothing. */
    public OutputStream stream() {
        return new ChannelStream();
    }

    /** Declares the result whole: its bytes are on the disk when this returns. */
    public void commit() throws IOException {
        channel.force(true);
        long size = channel.size();
        channel.close();
        committed = true;
        whole.accept(new JobResult(id, contentType, size));
    }

    @Override
    public void close() throws IOException {
        if (!committed) {
            channel.close();
            Files.deleteIfExists(path);
        }
    }

    /** Like {@link java.nio.channels.Channels#newOutputStream}, but never closes the channel. */
    private final class ChannelStream extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }
}
