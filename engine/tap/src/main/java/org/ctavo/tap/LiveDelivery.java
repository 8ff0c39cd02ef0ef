package org.ctavo.tap;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;

import org.ctavo.spi.Exchange;
import org.ctavo.tap.query.Cancellation;
import org.ctavo.tap.query.Delivery;

/**
 * A result on its way to a client who waits. While the database is busy, another thread may send what can be sent: the
 * head of the document after a time of grace, then filler that means nothing, or, for formats that have none, the head
 * byte by byte. So a client that has gone is noticed though there is nothing to tell it, and its query is cancelled.
 */
final class LiveDelivery extends OutputStream implements Delivery {
    private final Exchange exchange;
    private final Cancellation cancellation;
    private final OutputStream out;
    /** Held by whoever writes. */
    private final ReentrantLock lock = new ReentrantLock();

    private byte[] head = new byte[0];
    private byte[] filler = new byte[0];
    private int headSent;
    private boolean begun;
    private volatile boolean open;
    private volatile boolean beating;
    /** When the query began. */
    private final long started = System.nanoTime();

    /** When the last write ended or, while one lasts, began. */
    private volatile long since = System.nanoTime();

    private volatile boolean writing;

    LiveDelivery(Exchange exchange, Cancellation cancellation) throws IOException {
        this.exchange = exchange;
        this.cancellation = cancellation;
        this.out = exchange.output();
    }

    @Override
    public void offer(byte[] opening, byte[] padding) {
        head = opening;
        filler = padding;
        since = System.nanoTime();
        open = true;
    }

    @Override
    public OutputStream begin() throws IOException {
        lock.lock();
        try {
            if (!begun) {
                begun = true;
                write(head, headSent, head.length - headSent);
                headSent = head.length;
            }
            return this;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean retract() {
        lock.lock();
        try {
            boolean isPossible = !exchange.isCommitted();
            open &= !isPossible;
            return isPossible;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        lock.lock();
        try {
            since = System.nanoTime();
            writing = true;
            out.write(bytes, offset, length);
        } finally {
            writing = false;
            since = System.nanoTime();
            lock.unlock();
        }
    }

    /** Whether one write lasts longer than it may; said once. */
    boolean isStalled(long now, long stall) {
        if (!open || !writing || now - since <= stall) {
            return false;
        }
        open = false;
        return true;
    }

    /** Whether nothing has been written for the time of grace and nobody is about to; whoever asks must then beat. */
    boolean takeTurn(long now, long grace) {
        if (!open || beating || writing) {
            return false;
        }
        // A head without filler must last: the longer the wait so far, the longer the next letter can wait.
        long patience = filler.length > 0 ? grace : Math.max(grace, (now - started) / 3);
        if (now - since <= patience) {
            return false;
        }
        beating = true;
        return true;
    }

    /** Sends what can be sent while the database is busy; gives up on a client that has gone. */
    void beat() {
        boolean isThere = true;
        lock.lock();
        try {
            // The rows may have come in the meantime.
            if (open) {
                send();
            }
        } catch (IOException e) {
            isThere = false;
        } finally {
            beating = false;
            lock.unlock();
        }
        if (!isThere) {
            giveUp();
        }
    }

    /** Cancels the query; whoever reads the rows finds out. */
    void giveUp() {
        open = false;
        cancellation.cancel();
    }

    private void send() throws IOException {
        since = System.nanoTime();
        if (begun || (headSent == head.length && filler.length > 0)) {
            write(filler, 0, filler.length);
        } else if (filler.length > 0) {
            write(head, headSent, head.length - headSent);
            headSent = head.length;
        } else if (headSent < head.length - 1) {
            write(head, headSent, 1);
            headSent++;
        } else {
            // Not even a status can be sent before the rows: it might turn out wrong.
            return;
        }
        out.flush();
    }

    /** Ends the watch: after this no other thread writes. */
    void end() {
        lock.lock();
        try {
            open = false;
        } finally {
            lock.unlock();
        }
    }
}
