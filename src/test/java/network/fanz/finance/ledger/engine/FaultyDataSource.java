package network.fanz.finance.ledger.engine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database that fails now and then: the connection breaks before a statement, or after it, so that nobody knows whether it was done;
 * or the server asks for the same again.
 */
final class FaultyDataSource extends DelegatingDataSource {
    private final RandomGenerator random;
    private final int oneIn;

    FaultyDataSource(DataSource target, RandomGenerator random, int oneIn) {
        super(target);
        this.random = random;
        this.oneIn = oneIn;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return wrapped(Connection.class, connection, (proxy, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement ? wrapped(connection, statement) : result;
        });
    }

    private PreparedStatement wrapped(Connection connection, PreparedStatement statement) {
        return wrapped(PreparedStatement.class, statement, (proxy, method, arguments) -> {
            boolean runs = method.getName().startsWith("execute");
            int fault = runs ? random.nextInt(oneIn) : -1;
            if (fault == 0) {
                throw cut(connection);
            }
            if (fault == 1) {
                throw new SQLException("could not serialize access", "40001");
            }
            Object result = call(statement, method, arguments);
            if (fault == 2) {
                throw cut(connection);
            }
            return result;
        });
    }

    private static SQLException cut(Connection connection) throws SQLException {
        connection.abort(Runnable::run);
        return new SQLException("the connection broke", "08006");
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private static <T> T wrapped(Class<T> type, T target, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
