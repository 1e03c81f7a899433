package dev.commercekit.reliability.points;

import dev.commercekit.core.crash.CrashPoint.Mode;
import dev.commercekit.core.crash.Scenario;
import dev.commercekit.core.crash.Wish;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import java.time.Instant;
import java.util.Optional;

/**
 * What a shop in a {@link ShopsProcess} is to do: to bring a scenario to where its wish is made, and ask; or to recover from
 * what another process had begun, and ask again.
 *
 * @param shop its name
 * @param scenario what happens in it
 * @param moment how late it is
 * @param wish the wish, if another process has made it
 * @param at the number of the boundary at which to stand still
 * @param mode where at this boundary
 */
record Task(String shop, Scenario scenario, Instant moment, Optional<Wish> wish, int at, Mode mode) {

    static final JsonCodec<Task> CODEC = CommerceJson.codec(Task.class);
}
