package network.fanz.finance.ledger.engine;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A statement's parameters, set from left to right: an array a column. */
public final class StatementParameters {
    private final Connection connection;
    private final PreparedStatement statement;
    private final boolean small;
    private int index;

    StatementParameters(Connection connection, PreparedStatement statement, boolean small) {
        this.connection = connection;
        this.statement = statement;
        this.small = small;
    }

    /** Parameters that something else sets, given the index of the first; it returns the index behind the last. */
    void bindOthers(ParameterBinder parameterBinder) throws SQLException {
        index = parameterBinder.bind(statement, index + 1) - 1;
    }

    interface ParameterBinder {
        int bind(PreparedStatement statement, int first) throws SQLException;
    }

    PreparedStatement statement() {
        return statement;
    }

    void value(Object value) throws SQLException {
        statement.setObject(++index, value);
    }

    <T> void longs(List<T> rows, ToLongFunction<T> column) throws SQLException {
        long[] values = new long[rows.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.applyAsLong(rows.get(row));
        }
        value(values);
    }

    <T> void integers(List<T> rows, ToIntFunction<T> column) throws SQLException {
        int[] values = new int[rows.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.applyAsInt(rows.get(row));
        }
        value(values);
    }

    <T> void shorts(List<T> rows, ToIntFunction<T> column) throws SQLException {
        short[] values = new short[rows.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = (short) column.applyAsInt(rows.get(row));
        }
        value(values);
    }

    <T> void bytes(List<T> rows, Function<T, byte[]> column) throws SQLException {
        byte[][] values = new byte[rows.size()][];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.apply(rows.get(row));
        }
        value(values);
    }

    <T> void units(List<T> rows, Function<T, BigInteger> column) throws SQLException {
        if (small) {
            longs(rows, row -> column.apply(row).longValueExact());
        } else {
            array("numeric", rows, column);
        }
    }

    /** Written out in digits: as seconds in a floating-point number a time far ahead would lose its last microsecond. */
    <T> void times(List<T> rows, Function<T, @Nullable Instant> column) throws SQLException {
        array("timestamptz", rows, column);
    }

    <T> void array(String type, List<T> rows, Function<T, ? extends @Nullable Object> column) throws SQLException {
        Object[] values = new Object[rows.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.apply(rows.get(row));
        }
        statement.setArray(++index, connection.createArrayOf(type, values));
    }
}
