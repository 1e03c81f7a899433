package planted;

import java.util.Map;

final class NullDereference {
    private NullDereference() {}

    static int length(Map<String, String> names, String key) {
        var name = names.get(key);
        return name == null ? 0 : name.length();
    }
}
