package dev.commercekit.reliability.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Java program that runs as a child process, and is told and tells something a line at a time. Used by one thread. */
public final class Child implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;

    private Child(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a program of this class path; what it complains of appears here. */
    public static Child start(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            return new Child(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Tells it something. */
    public void tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException dead) {
            throw new UncheckedIOException(dead);
        }
    }

    /** Waits for the next line that it tells; it is empty when the process has ended. */
    public Optional<String> hear() {
        try {
            return Optional.ofNullable(out.readLine());
        } catch (IOException dead) {
            return Optional.empty();
        }
    }

    /** Waits for the next line of a process that is expected to live. */
    public String next() {
        return hear().orElseThrow(() -> new IllegalStateException("a process ended before its time"));
    }

    /** Ends it by SIGKILL, and returns when it is dead. */
    public void kill() {
        boolean interrupted = false;
        process.destroyForcibly();
        while (true) {
            try {
                process.waitFor();
                break;
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills it if it lives. */
    @Override
    public void close() {
        kill();
    }
}
