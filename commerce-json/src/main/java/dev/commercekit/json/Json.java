package dev.commercekit.json;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Placeholder. */
public final class Json {
    private Json() {}

    /**
     * A mapper.
     *
     * @return a mapper
     */
    public static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule())
                .build();
    }
}
