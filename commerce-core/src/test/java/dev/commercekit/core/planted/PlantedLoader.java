package dev.commercekit.core.planted;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Defines code and its tests anew, with some classes replaced; everything else comes from the loader of this test.
 */
final class PlantedLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final Code code;
    private final Map<String, byte[]> replaced;

    PlantedLoader(Code code, Map<String, byte[]> replaced) {
        super(PlantedLoader.class.getClassLoader());
        this.code = code;
        this.replaced = replaced;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!code.isAnew(name)) {
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
