package dev.commercekit.reliability.host;

import dev.commercekit.core.crash.CrashPoint;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Set;

/** Makes every statement on a connection a boundary, and what begins, keeps or ends a transaction or a part of it too. */
final class CountedConnection {

    private static final Set<String> OF_TRANSACTIONS = Set.of("commit", "rollback", "setSavepoint", "releaseSavepoint");

    private CountedConnection() {}

    static Connection of(Connection real, CrashPoint point) {
        return counted(Connection.class, real, point);
    }

    private static <T> T counted(Class<T> type, T real, CrashPoint point) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    String name = method.getName();
                    boolean boundary = name.startsWith("execute") || OF_TRANSACTIONS.contains(name);
                    try {
                        Object result = boundary
                                ? point.cross(() -> invoke(real, method, arguments))
                                : invoke(real, method, arguments);
                        if (result instanceof PreparedStatement statement) {
                            return counted(PreparedStatement.class, statement, point);
                        }
                        return result instanceof Statement statement
                                ? counted(Statement.class, statement, point)
                                : result;
                    } catch (Failed failed) {
                        throw failed.getCause();
                    }
                }));
    }

    private static Object invoke(Object real, Method method, Object[] arguments) {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failure) {
            throw new Failed(failure.getCause());
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    /** Carries what a call threw. */
    private static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Failed(Throwable cause) {
            super(cause);
        }
    }
}
