package network.fanz.security.identity.own;

import java.util.List;
import network.fanz.common.AccountId;

/** A row, and whose it is: their key opens what is sealed in it. */
record Mine<R>(AccountId owner, R row) {
    static <R> List<Mine<R>> all(AccountId owner, List<R> rows) {
        return rows.stream().map(row -> new Mine<>(owner, row)).toList();
    }
}
