package org.ctavo.bench;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the JMH benchmarks of {@code org.ctavo.bench.loops}, each in a JVM of its own, and prints their results. */
public final class HotLoops {

    private HotLoops() {}

    /** Runs all of them, or those whose names hold a given word. */
    public static void main(String[] arguments) throws RunnerException {
        String wanted = arguments.length == 0 ? "" : arguments[0];
        new Runner(new OptionsBuilder()
                        .include("org\\.ctavo\\.bench\\.loops\\..*" + wanted)
                        .build())
                .run();
    }
}
