package dev.commercekit.core.planted;

import java.nio.file.Path;
import java.util.List;

/**
 * Code in which bugs are planted.
 *
 * @param sources the folder of its root package
 * @param root the root package
 * @param anew the beginnings of the names of classes of which each trial has copies: the code, and whatever would know only the
 *     code as it is
 * @param shared the beginnings of the names of those among them that all trials share nevertheless
 */
public record Code(Path sources, String root, List<String> anew, List<String> shared) {

    /** Copies the lists. */
    public Code {
        anew = List.copyOf(anew);
        shared = List.copyOf(shared);
    }

    boolean isAnew(String type) {
        return anew.stream().anyMatch(type::startsWith) && shared.stream().noneMatch(type::startsWith);
    }

    String path(String file) {
        return root.replace('.', '/') + "/" + file;
    }
}
