package dev.commercekit.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** A data source that notes every round trip and how it failed, and may fail before or after one. */
final class Wiretap {

    private static final Set<String> TRIPS = Set.of("execute", "executeQuery", "executeUpdate", "executeBatch");

    /** What a test does at a round trip. */
    @FunctionalInterface
    interface Tap {

        Tap NOTHING = sql -> {};

        /** Is told the text of the statements. */
        void at(String sql) throws SQLException;
    }

    final List<String> trips = new CopyOnWriteArrayList<>();
    final List<SQLException> failures = new CopyOnWriteArrayList<>();
    volatile Tap before = Tap.NOTHING;
    volatile Tap after = Tap.NOTHING;

    private final DataSource source;

    Wiretap(DataSource source) {
        this.source = source;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = invoke(source, method, arguments);
            return result instanceof Connection connection ? connection(connection) : result;
        });
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            return result instanceof PreparedStatement statement
                            && method.getName().equals("prepareStatement")
                    ? statement(statement, (String) arguments[0])
                    : result;
        });
    }

    private PreparedStatement statement(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (!TRIPS.contains(method.getName())) {
                return invoke(statement, method, arguments);
            }
            trips.add(sql);
            before.at(sql);
            Object result;
            try {
                result = invoke(statement, method, arguments);
            } catch (SQLException failure) {
                failures.add(failure);
                throw failure;
            }
            after.at(sql);
            return result;
        });
    }

    /** A tap that fails once, at the first statements with the text. */
    static Tap failing(String text, SQLException failure) {
        boolean[] done = {false};
        return sql -> {
            if (!done[0] && sql.contains(text)) {
                done[0] = true;
                throw failure;
            }
        };
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws Throwable;
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                Wiretap.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.on(method, arguments)));
    }
}
