package dev.commercekit.reliability.points;

import dev.commercekit.core.crash.Wish;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import java.time.Instant;

/** What a shop in a {@link ShopsProcess} tells, before it goes on. */
sealed interface Report {

    JsonCodec<Report> CODEC = CommerceJson.codec(Report.class);

    /** Returns the shop's name. */
    String shop();

    /**
     * It begins to ask.
     *
     * @param shop the shop
     * @param wish for what
     */
    record Asks(String shop, Wish wish) implements Report {}

    /**
     * It was answered.
     *
     * @param shop the shop
     * @param last whether it is of the kind that the answer has in the end
     * @param answer the answer
     */
    record Answered(String shop, boolean last, String answer) implements Report {}

    /**
     * It does nothing more.
     *
     * @param shop the shop
     * @param moment how late it is there
     * @param reached whether it stands at its point; otherwise it has done all without coming there
     */
    record Stands(String shop, Instant moment, boolean reached) implements Report {}

    /**
     * It broke, which none may.
     *
     * @param shop the shop
     * @param why what happened
     */
    record Broke(String shop, String why) implements Report {}
}
