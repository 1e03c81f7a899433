package dev.commercekit.reliability.place;

import dev.commercekit.core.given.StorageMaker;
import dev.commercekit.jdbc.JdbcStorage;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.table.Table;
import dev.commercekit.testkit.fault.ForwardingStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Gives tests of core files of SQLite. They do not close what they are given, so the oldest are closed here, and their files removed,
 * when there are many; the rest go with the process.
 */
public final class FileMaker implements StorageMaker {

    private static final int MANY = 60;

    /** Where it is there, what is written is soon on the disk, since it has none. */
    private static final Path QUICK = Path.of("/dev/shm");

    private final Map<Storage, Path> files = new HashMap<>();
    private final ArrayDeque<Storage> oldestFirst = new ArrayDeque<>();
    private final Path directory;

    /** Makes a directory for the files. */
    public FileMaker() {
        try {
            directory = Files.isWritable(QUICK)
                    ? Files.createTempDirectory(QUICK, "commercekit-given")
                    : Files.createTempDirectory("commercekit-given");
            Runtime.getRuntime().addShutdownHook(new Thread(this::clear));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public synchronized Storage make(InstantSource clock) {
        try {
            Path file = Files.createTempFile(directory, "shop", ".db");
            Files.delete(file);
            ManualFile.setTime(file, clock);
            return kept(new OpenedOnce(JdbcStorage.file(file)), file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public synchronized Storage another(Storage storage) {
        Path file = files.get(storage);
        if (file == null) {
            throw new IllegalArgumentException("it was not made here, or is closed by now");
        }
        return kept(new OpenedOnce(JdbcStorage.file(file)), file);
    }

    private Storage kept(Storage storage, Path file) throws UncheckedIOException {
        while (oldestFirst.size() >= MANY) {
            discard(oldestFirst.remove());
        }
        oldestFirst.add(storage);
        files.put(storage, file);
        return storage;
    }

    private synchronized void clear() {
        while (!oldestFirst.isEmpty()) {
            discard(oldestFirst.remove());
        }
        directory.toFile().delete();
    }

    private void discard(Storage storage) {
        storage.close();
        Path file = files.remove(storage);
        if (file != null && !files.containsValue(file)) {
            for (String end : new String[] {"", "-wal", "-shm"}) {
                Path.of(file + end).toFile().delete();
            }
        }
    }

    /** Looks into its file for the tables only once, however many shops open it. */
    private static final class OpenedOnce extends ForwardingStorage {

        private final Set<Table> opened = new HashSet<>();

        OpenedOnce(Storage storage) {
            super(storage);
        }

        @Override
        public synchronized void open(Collection<Table> tables) {
            if (!opened.containsAll(tables)) {
                super.open(tables);
                opened.addAll(tables);
            }
        }
    }
}
