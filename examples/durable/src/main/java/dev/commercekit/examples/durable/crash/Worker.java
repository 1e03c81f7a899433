package dev.commercekit.examples.durable.crash;

import dev.commercekit.IdempotencyKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A {@link ShopProcess} that was started, as its parent sees it. */
public final class Worker {

    private static final long ENDS_WITHIN = 60;

    private final String name;
    private final Process process;
    private final Thread reader;
    private final CountDownLatch ready = new CountDownLatch(1);

    private Worker(String name, Process process, Heard heard) {
        this.name = name;
        this.process = process;
        this.reader = new Thread(() -> listen(heard), "listener");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a process that tells what it does.
     *
     * @param arguments those of {@link ShopProcess#main}
     */
    public static Worker start(String name, Heard heard, String... arguments) throws IOException {
        return start(ShopProcess.class, name, heard, arguments);
    }

    /**
     * Starts a process that sells in a way of its own, and tells what it does.
     *
     * @param main a program that calls {@link ShopProcess#sell}
     * @param arguments those of {@link ShopProcess#main}
     */
    public static Worker start(Class<?> main, String name, Heard heard, String... arguments) throws IOException {
        return new Worker(name, java(main, arguments).start(), heard);
    }

    /** Returns how a program of this class path is started; what it complains of appears here. */
    public static ProcessBuilder java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** Returns what it is called, and what the names of its checkouts begin with. */
    String name() {
        return name;
    }

    /** Waits until it sells. */
    public void awaitReady() throws InterruptedException, IOException {
        while (!ready.await(100, TimeUnit.MILLISECONDS)) {
            if (!process.isAlive()) {
                throw new IOException("a process could not open the shop; it ended with " + process.exitValue());
            }
        }
    }

    /** Ends it by SIGKILL, and returns when it is dead and all that it told was heard. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        reader.join();
    }

    /** Lets it finish what it does, and returns when it has ended. */
    public void stop() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(ENDS_WITHIN, TimeUnit.SECONDS)) {
            kill();
        }
        reader.join();
    }

    private void listen(Heard heard) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ", 3);
                switch (words[0]) {
                    case Testimony.READY -> ready.countDown();
                    case Testimony.BEGINS -> heard.begun(IdempotencyKey.of(words[1]));
                    case Testimony.ANSWERED ->
                        heard.answered(IdempotencyKey.of(words[1]), Testimony.RESULTS.read(words[2]));
                    default -> throw new IllegalStateException("a process told " + line);
                }
            }
        } catch (IOException dead) {
            // the pipe broke with the process
        }
    }
}
