package org.ctavo.uws;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;

/**
 * Does what a job's parameters tell it to, in their order: {@code WRITE} a text as a result, {@code BIG} so many bytes
 * slowly, {@code SLEEP} so many milliseconds, {@code TRUNCATE} a result before its end, {@code FAULT} with a message,
 * {@code CRASH}, {@code DISK} trouble.
 */
public final class Scripted implements JobRunner {
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();

    public int running() {
        return running.get();
    }

    public int begun() {
        return begun.get();
    }

    @Override
    public void run(JobRun run) throws Exception {
        begun.incrementAndGet();
        running.incrementAndGet();
        try {
            for (var step : run.job().parameters().entries()) {
                step(run, step.name(), step.value());
            }
        } finally {
            running.decrementAndGet();
        }
    }

    private static void step(JobRun run, String name, String value) throws Exception {
        switch (name) {
            case "WRITE" -> write(run, value.getBytes(StandardCharsets.UTF_8), 1);
            case "BIG" -> write(run, big(Integer.parseInt(value)), 20);
            case "SLEEP" -> sleep(run, Long.parseLong(value));
            case "TRUNCATE" -> {
                try (ResultFile file = run.result("cut", "text/plain")) {
                    file.stream().write(1);
                    throw new Fault(RequestFault.BAD_PARAMETER, value);
                }
            }
            case "FAULT" -> throw new Fault(RequestFault.BAD_PARAMETER, value);
            case "BUSY" -> throw new Fault(RequestFault.BUSY, value);
            case "CRASH" -> throw new IllegalStateException("secret of the inside");
            case "DISK" -> throw new IOException("/secret/path: no space left on device");
            case "SQL" -> {
                // Is done by who knows the database.
            }
            case "DEEP" -> throw new StackOverflowError();
            default -> throw new IllegalArgumentException(name);
        }
    }

    static byte[] big(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31);
        }
        return bytes;
    }

    private static void write(JobRun run, byte[] bytes, int pieces) throws Exception {
        try (ResultFile file = run.result("result", "text/plain")) {
            OutputStream stream = file.stream();
            int piece = (bytes.length + pieces - 1) / pieces;
            for (int at = 0; at < bytes.length; at += piece) {
                stream.write(bytes, at, Math.min(piece, bytes.length - at));
                if (pieces > 1) {
                    Thread.sleep(10);
                }
            }
            file.commit();
        }
    }

    private static void sleep(JobRun run, long millis) throws InterruptedException {
        CountDownLatch cancelled = new CountDownLatch(1);
        Cancellation.Registration registration = run.cancellation().onCancel(cancelled::countDown);
        try {
            if (cancelled.await(millis, TimeUnit.MILLISECONDS)) {
                throw new Fault(RequestFault.BUSY, "cancelled");
            }
        } finally {
            registration.close();
        }
    }
}
