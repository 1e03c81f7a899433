package dev.commercekit.reliability.host;

import dev.commercekit.core.Commerce;
import dev.commercekit.core.crash.CrashPoint;
import dev.commercekit.core.crash.World;
import dev.commercekit.reliability.place.Place;
import dev.commercekit.testkit.time.ManualClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

/** A process in which many hosts run, each in a thread of its own, until each stands still at its point in its transaction. */
public final class HostsProcess {

    private final Place place;
    private final int gateway;

    private HostsProcess(Place place, int gateway) {
        this.place = place;
        this.gateway = gateway;
    }

    /**
     * Runs hosts.
     *
     * @param args the address of the place, and the port of the gateway
     */
    public static void main(String[] args) throws IOException {
        HostsProcess process = new HostsProcess(Place.at(args[0]), Integer.parseInt(args[1]));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            HostTask task = HostTask.CODEC.read(line);
            Thread host = new Thread(() -> process.run(task), task.shop());
            host.setDaemon(true);
            host.start();
        }
    }

    private void run(HostTask task) {
        try {
            World world = place.world(task.shop(), ManualClock.at(Host.OPENED), gateway);
            CrashPoint point = CrashPoint.at(task.at(), task.mode(), () -> stand(task, "stands"));
            Commerce shop = Host.open(world);
            new Host(place, task.shop()).transact(shop, task.command(), task.wish(), point);
            stand(task, point.reached() ? "stands" : "came too far");
        } catch (SQLException | RuntimeException | Error broken) {
            broken.printStackTrace();
            stand(task, "broke");
        }
    }

    @SuppressWarnings("SystemOut")
    private static void stand(HostTask task, String how) {
        System.out.println(task.shop() + " " + how);
        while (true) {
            LockSupport.park();
        }
    }
}
