package dev.commercekit.reliability.points;

import dev.commercekit.core.Commerce;
import dev.commercekit.core.crash.CrashPoint;
import dev.commercekit.core.crash.Wish;
import dev.commercekit.core.crash.World;
import dev.commercekit.reliability.place.Place;
import dev.commercekit.testkit.time.ManualClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/**
 * A process in which many shops run, each in a thread of its own, until each stands still at its point: until they are all
 * killed. Tasks come in and reports go out, a line each.
 */
public final class ShopsProcess {

    private final Place place;
    private final int gateway;

    private ShopsProcess(Place place, int gateway) {
        this.place = place;
        this.gateway = gateway;
    }

    /**
     * Runs shops.
     *
     * @param args the address of the place, and the port of the gateway
     */
    public static void main(String[] args) throws IOException {
        ShopsProcess process = new ShopsProcess(Place.at(args[0]), Integer.parseInt(args[1]));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Task task = Task.CODEC.read(line);
            Thread shop = new Thread(() -> process.run(task), task.shop());
            shop.setDaemon(true);
            shop.start();
        }
    }

    private void run(Task task) {
        ManualClock clock = ManualClock.at(task.moment());
        try {
            World world = place.world(task.shop(), clock, gateway);
            Wish wish = task.wish().orElseGet(() -> task.scenario().prepare(world));
            tell(new Report.Asks(task.shop(), wish));
            CrashPoint point = CrashPoint.at(task.at(), task.mode(), () -> stand(task, clock, true));
            Commerce process = world.process(point);
            if (task.wish().isPresent()) {
                world.recover(process);
            }
            Object answer = wish.ask(process);
            boolean last = task.scenario().answer().isInstance(answer);
            tell(new Report.Answered(task.shop(), last, Answers.text(answer)));
            stand(task, clock, point.reached());
        } catch (RuntimeException | Error broken) {
            broken.printStackTrace();
            tell(new Report.Broke(task.shop(), broken.toString()));
        }
    }

    private static void stand(Task task, ManualClock clock, boolean reached) {
        tell(new Report.Stands(task.shop(), clock.instant(), reached));
        while (true) {
            LockSupport.park();
        }
    }

    @SuppressWarnings("SystemOut")
    private static void tell(Report report) {
        System.out.println(Report.CODEC.write(report));
    }
}
