package network.fanz.security.fraud;

import java.math.BigInteger;

/**
 * All that the rules look at, as it was at that moment. Stored with the verdict, so that it can be judged again.
 *
 * @param amount base units
 * @param recentPayments payments that this account tried in the velocity window before this one
 * @param recentAmount base units that it spent or has under way in that window, this one not included
 * @param recentDeclines how many of its payments the bank declined in that window
 * @param settledPayments its settled payments in the history window
 * @param settledAmount base units of those
 * @param knownPair whether it has paid this counterparty before, and it settled
 * @param accountAgeMinutes minutes since it registered
 * @param countryMismatch whether its address lies in another country than the one it lives in
 */
record RiskFeatures(
        BigInteger amount,
        int recentPayments,
        BigInteger recentAmount,
        int recentDeclines,
        int settledPayments,
        BigInteger settledAmount,
        boolean knownPair,
        long accountAgeMinutes,
        boolean countryMismatch) {}
