package org.ctavo.uws;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;

import org.ctavo.spi.Fault;

/**
 * A result being written. Use it in a try-with-resources statement and end with {@link #commit()}: what is closed
 * without leaves nothing. Belongs to one thread.
 */
public final class ResultFile implements AutoCloseable {
    /** How much is written between two looks at the room that is left. */
    private static final long STRETCH = 1 << 24;

    private final Target target;
    private final JobFiles files;
    private final FileChannel channel;
    private final Consumer<JobResult> whole;
    private boolean committed;
    private long unchecked;

    /** What is written where. */
    record Target(String id, String contentType, Path path) {}

    /**
     * Begins a file that must not exist yet.
     *
     * @param files are asked for room at the beginning and now and then
     * @param whole is told of the result when it is whole
     */
    ResultFile(Target target, JobFiles files, Consumer<JobResult> whole) throws IOException {
        this.target = target;
        this.files = files;
        this.whole = whole;
        files.checkRoom();
        try {
            this.channel = FileChannel.open(target.path(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private IOException failed(IOException e) {
        Optional<Fault> lack = files.fullDisk(e);
        if (lack.isPresent()) {
            throw lack.get();
        }
        return e;
    }

    /** Where the bytes go, unbuffered; a write to a full disk is a {@code NO_ROOM}. Closing the stream does nothing. */
    public OutputStream stream() {
        return new ChannelStream();
    }

    /**
     * Declares the result whole: its bytes are on the disk when this returns.
     *
     * @throws Fault {@code NO_ROOM} if the disk is full
     */
    public void commit() throws IOException {
        long size;
        try {
            channel.force(true);
            size = channel.size();
            channel.close();
        } catch (IOException e) {
            throw failed(e);
        }
        committed = true;
        whole.accept(new JobResult(target.id(), target.contentType(), size));
    }

    @Override
    public void close() throws IOException {
        if (!committed) {
            try {
                channel.close();
            } finally {
                Files.deleteIfExists(target.path());
            }
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
            unchecked += length;
            if (unchecked > STRETCH) {
                unchecked = 0;
                files.checkRoom();
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            try {
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            } catch (IOException e) {
                throw failed(e);
            }
        }
    }
}
