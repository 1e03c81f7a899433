package dev.commercekit.core.planted;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * Defines core, its tests and its codecs anew, with some classes replaced; everything else comes from the loader of this test.
 * The codecs are among them because they remember the classes that they wrote, and so would keep every copy of core for ever.
 */
final class PlantedLoader extends ClassLoader {

    private static final List<String> ANEW = List.of("dev.commercekit.core.", "dev.commercekit.json.");
    private static final String OURSELVES = PlantedLoader.class.getPackageName() + ".";

    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> replaced;

    PlantedLoader(Map<String, byte[]> replaced) {
        super(PlantedLoader.class.getClassLoader());
        this.replaced = replaced;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (ANEW.stream().noneMatch(name::startsWith) || name.startsWith(OURSELVES)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = replaced.get(name);
        if (bytes == null) {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                bytes = in.readAllBytes();
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
        return defineClass(name, bytes, 0, bytes.length, PlantedLoader.class.getProtectionDomain());
    }
}
