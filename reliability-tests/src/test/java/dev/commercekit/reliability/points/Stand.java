package dev.commercekit.reliability.points;

import dev.commercekit.core.crash.Wish;
import dev.commercekit.reliability.process.Child;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a shop stood when its process was killed, and what it had told.
 *
 * @param wish what was asked for
 * @param answer the final answer, if one was told
 * @param moment how late it was
 * @param reached whether it stood at its point
 */
record Stand(Wish wish, Optional<String> answer, Instant moment, boolean reached) {

    /** Lets shops run in one process, waits until each stands, kills it by SIGKILL, and returns where each stood. */
    static Map<String, Stand> kill(String address, int gateway, List<Task> tasks) {
        Map<String, Wish> wishes = new HashMap<>();
        Map<String, String> answers = new HashMap<>();
        Map<String, Stand> stands = new HashMap<>();
        try (Child child = Child.start(ShopsProcess.class, address, Integer.toString(gateway))) {
            tasks.forEach(task -> child.tell(Task.CODEC.write(task)));
            while (stands.size() < tasks.size()) {
                Report report = Report.CODEC.read(child.next());
                String shop = report.shop();
                if (report instanceof Report.Asks asks) {
                    wishes.put(shop, asks.wish());
                } else if (report instanceof Report.Answered answered) {
                    if (answered.last()) {
                        answers.put(shop, answered.answer());
                    } else if (!Answers.isPending(answered.answer())) {
                        throw new IllegalStateException("another final answer: " + answered);
                    }
                } else if (report instanceof Report.Stands stand) {
                    Wish wish = Optional.ofNullable(wishes.get(shop)).orElseThrow();
                    stands.put(
                            shop,
                            new Stand(wish, Optional.ofNullable(answers.get(shop)), stand.moment(), stand.reached()));
                } else {
                    throw new IllegalStateException(report.toString());
                }
            }
        }
        return stands;
    }
}
